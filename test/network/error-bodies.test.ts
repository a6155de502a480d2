import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

const SECRET = 'canary/5f2a+"key"';

/** A server with the given handler, and a client for it without a short timeout. */
async function against(answer: (response: ServerResponse) => void, options: FixtureOptions = {}) {
  const server = await startServer((_, response) => answer(response));
  const client = createFixtureClient({
    baseUrl: server.url,
    apiKey: SECRET,
    maxRetries: 0,
    timeout: 60_000,
    ...options,
  });
  const error = () =>
    client.GET("/collections").then(
      () => Promise.reject(new Error("the call succeeded")),
      (e) => e,
    );
  return { server, client, error, [Symbol.asyncDispose]: server.close };
}

// At the same time, since each body stalls for a second.
describe.concurrent("the body of an error does not delay its status", () => {
  test.each([401, 404, 429, 503])("a %i whose body stalls", async (status) => {
    await using api = await against((response) => response.writeHead(status, { "content-length": 99 }).write("{"));
    expect(await api.error()).toMatchObject({ name: "ApiError", status, attempts: 1 });
  });

  test("a 503 whose body stalls is repeated", async () => {
    let count = 0;
    await using api = await against(
      (response) => {
        count += 1;
        if (count === 1) response.writeHead(503, { "content-length": 99 }).write("{");
        else response.setHeader("content-type", "application/json").end("[]");
      },
      { maxRetries: 1 },
    );
    expect((await api.client.GET("/collections")).data).toEqual([]);
  });

  test("a body that never ends is read up to 64 KiB, and its connection is closed", async () => {
    let closed = () => {};
    const whenClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    await using api = await against((response) => {
      response.writeHead(500, { "content-type": "text/plain" }).once("close", closed);
      const more = () => {
        while (!response.closed && response.write("x".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    });
    const error = await api.error();
    expect(error).toMatchObject({ name: "ApiError", status: 500 });
    expect(error.body).toBe("x".repeat(64 * 1024));
    await whenClosed;
  });

  test("a 401 whose body stalls has the key renewed", async () => {
    let count = 0;
    const asked: boolean[] = [];
    await using api = await against(
      (response) => {
        count += 1;
        if (count === 1) response.writeHead(401, { "content-length": 99 }).write("{");
        else response.setHeader("content-type", "application/json").end("[]");
      },
      { apiKey: ({ rejected }) => `${asked.push(rejected)}-${SECRET}` },
    );
    expect((await api.client.GET("/collections")).data).toEqual([]);
    expect(asked).toEqual([false, true]);
  });

  const bomb = gzipSync("x".repeat(20_000_000));
  test.each<[string, Buffer, string | undefined]>([
    ["that is large when unpacked is read up to 64 KiB of that", bomb, "x".repeat(64 * 1024)],
    ["that is cut off counts as empty", bomb.subarray(0, 9), undefined],
    ["that cannot be unpacked counts as empty", Buffer.from("no gzip"), undefined],
  ])("a compressed body %s", async (_, bytes, body) => {
    await using api = await against((response) => response.writeHead(500, { "content-encoding": "gzip" }).end(bytes));
    const error = await api.error();
    expect(error).toMatchObject({ name: "ApiError", status: 500 });
    expect(error.body === body).toBe(true);
  });

  test("a body that is cut off counts as empty", async () => {
    await using api = await against((response) => {
      response.writeHead(404, { "content-length": 99 }).write("{", () => response.destroy());
    });
    expect(await api.error()).toMatchObject({ name: "ApiError", status: 404, body: undefined });
  });

  test.concurrent.each<[string, string, string]>([
    ["as it is", SECRET.slice(0, 9), "denied: "],
    ["in escapes", encodeURIComponent(SECRET).slice(0, -1), "denied: "],
    ["in the middle of an escape", `${SECRET.slice(0, 6)}\\u00`, "denied: "],
    ["and a whole one before", `${SECRET} ${SECRET.slice(0, 9)}`, "denied: [redacted] "],
    ["and something else", "other", "denied: other"],
  ])("a body that stalls within a key has no part of the key: %s", async (_, part, body) => {
    await using api = await against((response) =>
      response.writeHead(403, { "content-length": 999 }).write(`denied: ${part}`),
    );
    expect((await api.error()).body).toBe(body);
  });

  // Node's server writes any three digits, and so do some gateways.
  test.each([304, 600, 999])("a %i is an ApiError with its status", async (status) => {
    await using api = await against((response) => response.writeHead(status, { "x-one": "1" }).end());
    const error = await api.error();
    expect(error).toMatchObject({ name: "ApiError", status, attempts: 1, body: undefined });
    expect(error.headers.get("x-one")).toBe("1");
  });

  test("a body in another charset is decoded", async () => {
    await using api = await against((response) => {
      const headers = { "content-type": "application/json; charset=iso-8859-1" };
      response.writeHead(400, headers).end(Buffer.from('{"message":"Grüße"}', "latin1"));
    });
    expect((await api.error()).message).toContain("400 Bad Request: Grüße");
  });
});

describe("a key that the server sends back in escapes is in no error", () => {
  const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, "0");
  const each = (write: (character: string) => string) => Array.from(SECRET, write).join("");
  const written: [string, string][] = [
    ["JSON", JSON.stringify(SECRET).slice(1, -1)],
    ["JSON with escaped slashes", JSON.stringify(SECRET).slice(1, -1).replaceAll("/", "\\/")],
    ["JSON in code units", each((character) => `\\u00${hex(character)}`)],
    ["a URL", encodeURIComponent(SECRET)],
    ["a URL, every character", each((character) => `%${hex(character)}`)],
    ["HTML", SECRET.replaceAll('"', "&quot;")],
    ["HTML in decimals", each((character) => `&#${character.charCodeAt(0)};`)],
    ["HTML in hexadecimals", each((character) => `&#x${hex(character).toUpperCase()};`)],
    ["HTML by name", SECRET.replaceAll('"', "&quot;").replaceAll("/", "&sol;").replaceAll("+", "&plus;")],
    ["plain text", SECRET],
    ["capitals", SECRET.toUpperCase()],
  ];

  test.each(written)("%s, in a text", async (_, key) => {
    await using api = await against((response) => response.writeHead(403).end(`denied: ${key}, sorry`));
    const { body } = await api.error();
    expect(body).toBe(key === SECRET || key === SECRET.toUpperCase() ? "denied: [redacted], sorry" : "[redacted]");
  });

  test.each(written.slice(0, 3))("%s, in a JSON value and in a property name", async (_, key) => {
    await using api = await against((response) =>
      response.writeHead(403).end(`{"message":"no ${key}","${key}":[{"deep":"${key}","fine":1}],"__proto__":"${key}"}`),
    );
    const { body, message } = await api.error();
    expect(message).toBe("GET /collections → 403 Forbidden: no [redacted] (1 attempt)");
    expect(JSON.stringify(body)).toBe(
      '{"message":"no [redacted]","[redacted]":[{"deep":"[redacted]","fine":1}],"__proto__":"[redacted]"}',
    );
  });

  test("nothing else is changed, and a key of less than 8 characters is not looked for", async () => {
    const body = { message: "a 1 in 10 < 20% & \\ fine", data: [1, "1", null, { a: "%41&amp;" }] };
    for (const apiKey of ["1", "short-1", SECRET]) {
      await using api = await against(
        (response) => response.writeHead(429, { "retry-after": "61", "x-one": "1" }).end(JSON.stringify(body)),
        { apiKey },
      );
      const error = await api.error();
      expect(error.body).toEqual(body);
      expect(error).toMatchObject({ status: 429, retryAfterMs: 61_000 });
      expect(error.headers.get("x-one")).toBe("1");
    }
  });

  test("a body that nests deeper than the stack is searched all the same", async () => {
    const deep = 30_000;
    await using api = await against((response) => response.writeHead(400).end("[".repeat(deep) + "]".repeat(deep)));
    expect(await api.error()).toMatchObject({ name: "ApiError", status: 400 });
  });
});
