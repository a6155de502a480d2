import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../scripts/spec-bump/sources/read.js";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { currentDocument, currentText } from "../support/bump-document.js";
import { startServer } from "../support/loopback-server.js";
import { problemOf } from "../support/source-folder.js";

const current = currentDocument();

/** The problem with a response. The URL is replaced by URL, and has a secret in its query. */
async function problemWith(answer: (response: ServerResponse) => void, limits = LIMITS) {
  await using server = await startServer((_, response) => answer(response));
  const message = await problemOf(readSources([`${server.url}/openapi.json?token=secret#a`], current, limits));
  expect(server.received).toHaveLength(1);
  expect(message).not.toContain("secret");
  return message.replaceAll(server.url, "URL");
}

describe("a URL that gives a document", () => {
  test("is read once, with its query, and with any media type", async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).end(currentText);
    });
    expect(await readSources([`${server.url}/a.yaml?version=next`], current)).toEqual(current);
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /a.yaml?version=next"]);
    expect(server.received[0]?.headers.accept).toContain("application/yaml");
  });

  test("may be compressed", async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(currentText));
    });
    expect(await readSources([server.url], current)).toEqual(current);
  });
});

describe("a response that is not a document is refused in one line", () => {
  const REDIRECT = "redirects are not followed; give that URL if you trust it";

  test.each([
    [404, "URL/openapi.json answers 404, not 200: check the URL"],
    [500, "URL/openapi.json answers 500, not 200: check the URL"],
    [204, "URL/openapi.json answers 204, not 200: check the URL"],
    [206, "URL/openapi.json answers 206, not 200: check the URL"],
    [302, "URL/openapi.json answers 302, not 200: check the URL"],
    [401, "URL/openapi.json answers 401, not 200: download the document and give the file"],
    [403, "URL/openapi.json answers 403, not 200: download the document and give the file"],
  ])("status %i", async (status, message) => {
    expect(await problemWith((response) => response.writeHead(status).end())).toBe(message);
  });

  test.each([
    [301, "https://other.example/next.json?token=secret#b", "https://other.example/next.json"],
    [302, "https://me:secret@other.example/", "https://other.example/"],
    [307, "/elsewhere?token=secret", "URL/elsewhere"],
    [308, "data:text/plain,secret", "data:"],
    [302, "http://[", "an invalid URL"],
  ])("a redirect (%i) to %s", async (status, location, target) => {
    const message = await problemWith((response) => response.writeHead(status, { location }).end());
    expect(message).toBe(`URL/openapi.json redirects to ${target}: ${REDIRECT}`);
  });

  test("a redirect to itself", async () => {
    const message = await problemWith((response) => response.writeHead(302, { location: "/openapi.json" }).end());
    expect(message).toBe(`URL/openapi.json redirects to URL/openapi.json: ${REDIRECT}`);
  });

  test("an HTML page", async () => {
    const message = await problemWith((response) => response.end("<!doctype html>\n<html></html>"));
    expect(message).toMatch(/^URL\/openapi\.json is HTML or XML: give the URL of the document/);
  });

  test("a Markdown page without an OpenAPI block, by its media type", async () => {
    const message = await problemWith((response) => {
      response.writeHead(200, { "content-type": "text/markdown; charset=utf-8" }).end("- one\n- two\n");
    });
    expect(message).toMatch(/^URL\/openapi\.json has no OpenAPI block: give a page of the reference/);
  });

  test("nothing", async () => {
    const message = await problemWith((response) => response.end());
    expect(message).toBe("URL/openapi.json is empty: check where it comes from");
  });
});

describe("a response that never ends is refused in one line", () => {
  const LARGE = "URL/openapi.json has more than 10 MB: no API document is as large";
  const LATE = "URL/openapi.json has not ended after 0.5 s: try again, or download it and give the file";
  const SOON = { ...LIMITS, milliseconds: 500 };

  test("as soon as it is too large, and the connection is closed", async () => {
    const chunk = Buffer.alloc(1_000_000, "x");
    let closed: Promise<unknown> | undefined;
    await using server = await startServer((_, response) => {
      closed = once(response, "close");
      const flow = () => {
        while (response.write(chunk));
      };
      response.on("drain", flow);
      flow();
    });
    const message = await problemOf(readSources([`${server.url}/openapi.json`], current));
    expect(message.replace(server.url, "URL")).toBe(LARGE);
    await closed;
  });

  test("a small one that decompresses to a large one", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemWith((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb))).toBe(
      LARGE,
    );
  });

  test("when no headers arrive", async () => {
    expect(await problemWith(() => {}, SOON)).toBe(LATE);
  });

  test("when it stalls in the middle", async () => {
    expect(await problemWith((response) => response.write("openapi: 3.1.0\n"), SOON)).toBe(LATE);
  });
});

describe("a connection that fails is refused in one line", () => {
  const ADVICE = "check the URL and the network, or download it and give the file";
  // The code depends on the version of Node.
  const FAILED = new RegExp(`^URL/openapi\\.json cannot be fetched \\(\\w+\\): ${ADVICE}$`);

  test("when nothing listens", async () => {
    const server = await startServer(() => {});
    await server.close();
    const message = await problemOf(readSources([`${server.url}/next.yaml?token=secret`], current));
    expect(message).toBe(`${server.url}/next.yaml cannot be fetched (ECONNREFUSED): ${ADVICE}`);
  });

  test("when it breaks off in the middle", async () => {
    const message = await problemWith((response) => {
      response.writeHead(200, { "content-length": "1000" }).write("openapi: 3.1.0\n", () => response.destroy());
    });
    expect(message).toMatch(FAILED);
  });

  test("when it cannot be decompressed", async () => {
    const message = await problemWith((response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("openapi: 3.1.0\n");
    });
    expect(message).toMatch(FAILED);
  });
});

describe("a URL that is not allowed is refused in one line, and nothing is sent", () => {
  test.each([
    [
      "http://host.example/next.yaml?token=secret",
      "http://host.example/next.yaml is plain http, which anybody on the network can change: give its https URL",
    ],
    [
      "http://127.0.0.1.host.example/",
      "http://127.0.0.1.host.example/ is plain http, which anybody on the network can change: give its https URL",
    ],
    [
      "https://me:secret@host.example/next.yaml",
      "https://host.example/next.yaml has a user or a password in it: download the document and give the file",
    ],
    [
      "https://secret@host.example/",
      "https://host.example/ has a user or a password in it: download the document and give the file",
    ],
    ["file:///etc/passwd", "file:///etc/passwd is a file: URL: give an https URL, or the path of a file"],
    ["ftp://me:secret@host.example/a", "ftp://host.example/a is a ftp: URL: give an https URL, or the path of a file"],
    ["https://me:secret/word@host.example/?a", "https://host.example/ is not a valid URL: check how it is written"],
    ["https://", "https:// is not a valid URL: check how it is written"],
  ])("%s", async (source, message) => {
    const problem = await problemOf(readSources([source], current));
    expect(problem).toBe(message);
    expect(problem).not.toContain("secret");
  });
});
