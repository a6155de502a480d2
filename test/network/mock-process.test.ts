import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectMockApi, type MockApiOptions, startMockApi } from "../../src/testing/index.js";
import { MockChild } from "../../src/testing/mock-child.js";
import { connectFixtureMock, FIXTURE_API, type FixtureMock, startFixtureMock } from "../support/fixture-kit.js";
import { startServer } from "../support/loopback-server.js";
import { ROOT, runScript } from "../support/run.js";

const DOCUMENT = fileURLToPath(FIXTURE_API.document);
const REQUEST = { document: DOCUMENT, port: 0, host: "127.0.0.1" };
const PLAYERS = "/collections/{collectionId}/players";
const PROGRAM = "test/network/mock-process.program.ts";
// Loading Prism takes CPU time, and other tests run at the same time.
const TIMEOUT = 60_000;

/** A connection to the mock, which ends when its process does. */
async function connection(url: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  // A process that is killed resets its connections.
  socket.on("error", () => {});
  return { closed: new Promise((resolve) => socket.once("close", resolve)) };
}

describe("the mock's process", () => {
  test(
    "reports the calls of any client, stops when the mock is disposed, and keeps its coverage",
    async () => {
      const mock = await startFixtureMock();
      expect((await mock.coverage()).operations.covered).toBe(0);
      await mock.client().GET("/collections");
      await connectFixtureMock(mock.url)
        .client({ answers: { listPlayers: { status: 401 } } })
        .GET(PLAYERS, { params: { path: { collectionId: "a" } } })
        .catch(() => {});
      await fetch(`${mock.url}/collections/a`, { method: "DELETE", headers: { "x-api-key": "k" } });
      await mock.coverage();
      const { closed } = await connection(mock.url);

      await mock[Symbol.asyncDispose]();
      await closed;
      await mock.close();
      await expect(mock.client().GET("/collections")).rejects.toThrow("the mock server is closed");
      const coverage = await mock.coverage();
      expect(coverage).toMatchObject({ operations: { covered: 3 }, statuses: { covered: 3 } });
      const row = { id: "listPlayers", operation: `GET ${PLAYERS}`, seen: [401], missing: [200, 400, 403] };
      expect(coverage.rows).toContainEqual(row);
      const [counts, ...table] = String(coverage).split("\n");
      expect(counts).toMatch(/^3 of \d+ operations, 3 of \d+ statuses$/);
      expect(table[0]).toMatch(/^operation +seen +missing$/);
      expect(table).toHaveLength(coverage.rows.length + 1);
      expect(table).toContainEqual(expect.stringMatching(/^listCollections +200 +-$/));
      expect(table).toContainEqual(expect.stringMatching(/^listPlayers +401 +200, 400, 403$/));
    },
    TIMEOUT,
  );

  describe("on all addresses", () => {
    let mock: FixtureMock;
    beforeAll(async () => {
      mock = await startFixtureMock({ host: "0.0.0.0" });
    }, TIMEOUT);
    afterAll(() => mock.close());

    test("goes on whatever it is sent", async () => {
      const send = (path: string, init: RequestInit = {}) =>
        fetch(mock.url + path, { ...init, headers: { "x-api-key": "k", ...init.headers } }).then(
          ({ status }) => status,
        );
      const malformed = Array.from({ length: 12 }, () => send("/collections/%zz/players"));
      expect(new Set(await Promise.all(malformed))).toEqual(new Set([400]));
      const headers = { "content-type": "multipart/form-data; boundary=x" };
      expect(await send("/collections/a/records", { method: "DELETE", headers, body: "--x\r\n" })).toBe(400);
      expect(await send("/collections?%zz=%zz&__proto__=1")).toBe(422);
      const { port } = new URL(mock.url);
      const socket = connect(Number(port), "127.0.0.1");
      socket.end("DELETE /collections/a HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nbroken");
      await once(socket.resume(), "close");
      expect((await mock.client().GET("/collections")).data).toHaveLength(2);
    });

    test("answers browsers of any origin", async () => {
      expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const origin = "http://localhost:5173";
      const asked = {
        origin,
        "access-control-request-method": "DELETE",
        "access-control-request-headers": "x-api-key",
      };
      const preflight = await fetch(`${mock.url}/collections/a`, { method: "OPTIONS", headers: asked });
      expect(preflight.status).toBe(204);
      expect(Object.fromEntries(preflight.headers)).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "DELETE",
        "access-control-allow-headers": "x-api-key",
      });
      const refused = await fetch(`${mock.url}/collections`, { headers: { origin } });
      expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, origin]);
    });
  });

  test(
    "ends when the process that started it is killed",
    async () => {
      const parent = spawn(process.execPath, ["--import", "tsx", PROGRAM], { cwd: ROOT });
      const [url] = await once(parent.stdout, "data");
      const { closed } = await connection(String(url).trim());
      parent.kill("SIGKILL");
      await closed;
    },
    TIMEOUT,
  );
});

describe("bad input is one clear line", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
    await writeFile(join(folder, "broken.yaml"), "openapi: [3.1.0\npaths: {");
    await writeFile(join(folder, "other.yaml"), "title: a shopping list\n");
  });
  afterAll(() => rm(folder, { recursive: true }));

  const lineOf = async (options: MockApiOptions) => {
    const error = await startMockApi(options).catch((e) => e);
    expect(error).toBeInstanceOf(Error);
    return error.message.replaceAll(folder, "folder");
  };

  test.each([
    ["missing.yaml", "there is no file folder/missing.yaml"],
    [
      "broken.yaml",
      "folder/broken.yaml is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ] " +
        "at line 2, column 1",
    ],
    ["other.yaml", "folder/other.yaml is not an OpenAPI document"],
  ])(
    "a document such as %s",
    async (name, words) => {
      expect(await lineOf({ document: join(folder, name) })).toBe(`the mock server could not start: ${words}`);
    },
    TIMEOUT,
  );

  test.each([-1, 1.5, 65_536, Number.NaN, "abc"])("a port such as %j", async (port) => {
    const line = "the mock server could not start: port must be a whole number from 0 to 65535";
    expect(await lineOf({ port: port as number })).toBe(line);
  });

  test(
    "a port in use",
    async () => {
      await using server = await startServer(() => {});
      const port = Number(new URL(server.url).port);
      expect(await lineOf({ port })).toBe(
        `the mock server could not start: port ${port} is in use; choose another one, or leave it out for any free port`,
      );
    },
    TIMEOUT,
  );

  test("no URL to connect to", () => {
    expect(() => connectMockApi(process.env.NO_SUCH_VARIABLE as string)).toThrow(
      "connectMockApi needs the URL of a running mock server, as startMockApi() returns it",
    );
  });

  test(
    "Prism not installed",
    async () => {
      // Where there is no node_modules to find it in.
      const outfile = join(folder, "prism-process.mjs");
      const entryPoints = [join(ROOT, "src/testing/prism-process.ts")];
      await build({ entryPoints, outfile, bundle: true, packages: "external", format: "esm", platform: "node" });
      const child = new MockChild(REQUEST, { module: { url: pathToFileURL(outfile), execArgv: [] } });
      const line =
        /^the mock server could not start: Prism is missing: npm install --save-dev @stoplight\/prism-core@\S+ .+$/;
      await expect(child.listening).rejects.toThrow(line);
      await child.ended;
    },
    TIMEOUT,
  );

  test.each<[string, string | undefined, string, RegExp]>([
    ["that cannot be started", "/nowhere/node", "", /ENOENT/],
    ["that ends at once", undefined, "process.exit(3)", /no reason was given/],
    ["that throws", undefined, "throw new TypeError('not today')", /TypeError: not today/],
    ["whose import fails", undefined, "import './nowhere.mjs'", /Cannot find module/],
  ])(
    "a process %s",
    async (name, execPath, text, words) => {
      const file = join(folder, `${name.replaceAll(" ", "-")}.mjs`);
      await writeFile(file, text);
      const child = new MockChild(REQUEST, { execPath, module: { url: pathToFileURL(file), execArgv: [] } });
      await expect(child.listening).rejects.toThrow(/^the mock server stopped before it was ready: /);
      await expect(child.listening).rejects.toThrow(words);
      await child.settled();
      await child.end();
    },
    TIMEOUT,
  );

  test(
    "a document with a schema that cannot be compiled",
    async () => {
      const file = join(folder, "pattern.yaml");
      const text = await readFile(DOCUMENT, "utf8");
      await writeFile(
        file,
        text.replace(/^ {2}schemas:\n/m, "  schemas:\n    Wrong: { type: string, pattern: '(?i)a' }\n"),
      );
      expect(await lineOf({ document: file })).toMatch(
        /^the mock server could not start: the schema at #\/components\/schemas\/Wrong cannot be compiled: .*\(\?i\)a/,
      );
    },
    TIMEOUT,
  );

  test(
    "and leaves no process behind, which would keep the program from ending",
    async () => {
      const line = "the mock server could not start: there is no file missing.yaml\n";
      expect(await runScript(PROGRAM, ["missing.yaml"])).toEqual({ code: 0, stdout: line, stderr: "" });
    },
    TIMEOUT,
  );
});
