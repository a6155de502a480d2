import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectMockApi, type MockApiOptions, startMockApi } from "../../src/testing/index.js";
import { connectFixtureMock, FIXTURE_API, startFixtureMock } from "../support/fixture-kit.js";
import { ROOT, runScript } from "../support/run.js";
import { startServer } from "../support/server.js";

const DOCUMENT = fileURLToPath(FIXTURE_API.document);
const PLAYERS = "/collections/{collectionId}/players";
const PROGRAM = "test/network/mock-process.program.ts";
// Prism takes seconds of CPU to load, and other tests run beside it.
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
    "reports what any client did, ends when the mock is disposed of, and what it did is known afterwards",
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
      await expect(mock.client().GET("/collections")).rejects.toThrow("the mock is closed");
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

  test(
    "fails every call in hand with Prism's own words when it ends, and the next call finds it restarted",
    async () => {
      await using mock = await startFixtureMock();
      // The client would never send such a path; the mock's own fetch is beneath this one.
      const crashing = mock.client({ fetch: (input, init) => fetch(String(input).replace("CRASH", "%zz"), init) });
      const crash = () =>
        crashing.GET(PLAYERS, { params: { path: { collectionId: "CRASH" } } }).catch((e) => e.message);
      const words = /^the mock ended while it answered GET .+, and starts again: URIError/;
      for (const message of await Promise.all(Array.from({ length: 12 }, crash))) expect(message).toMatch(words);
      expect((await mock.client().GET("/collections")).data).toHaveLength(2);
    },
    TIMEOUT,
  );

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
    ["missing.yaml", "there is no document at folder/missing.yaml"],
    [
      "broken.yaml",
      "folder/broken.yaml is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ] " +
        "at line 2, column 1",
    ],
    ["other.yaml", "folder/other.yaml is not an OpenAPI document"],
  ])(
    "a document such as %s",
    async (name, words) => {
      expect(await lineOf({ document: join(folder, name) })).toBe(`the mock cannot start: ${words}`);
    },
    TIMEOUT,
  );

  test.each([-1, 1.5, 65_536, Number.NaN, "abc"])("a port such as %j", async (port) => {
    const line = "the mock cannot start: port must be a whole number from 0 to 65535";
    expect(await lineOf({ port: port as number })).toBe(line);
  });

  test(
    "a port in use",
    async () => {
      await using server = await startServer(() => {});
      const port = Number(new URL(server.url).port);
      expect(await lineOf({ port, document: DOCUMENT })).toBe(
        `the mock cannot start: port ${port} is in use; give another, or none`,
      );
    },
    TIMEOUT,
  );

  test("no URL to connect to", () => {
    expect(() => connectMockApi(process.env.NO_SUCH_VARIABLE as string)).toThrow(
      "connectMockApi needs the url of a mock that runs; startMockApi() gives one",
    );
  });

  test(
    "Prism not installed",
    async () => {
      // Where there is no node_modules to find it in.
      await cp(join(ROOT, "src/testing/prism-process.js"), join(folder, "prism-process.mjs"));
      const child = fork(join(folder, "prism-process.mjs"), { execArgv: [] });
      const answer = once(child, "message");
      child.send({ serve: { document: DOCUMENT, port: 0 } });
      const [{ error }] = await answer;
      expect(error).toMatch(/^it needs Prism: npm install --save-dev @stoplight\/prism-core@\S+ .+$/);
      child.disconnect();
      await once(child, "exit");
    },
    TIMEOUT,
  );

  test(
    "and leaves no process behind, which would keep the program from ending",
    async () => {
      const line = "the mock cannot start: there is no document at missing.yaml\n";
      expect(await runScript(PROGRAM, ["missing.yaml"])).toEqual({ code: 0, stdout: line, stderr: "" });
    },
    TIMEOUT,
  );
});
