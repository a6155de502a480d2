import type { ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { json, type Received, startServer } from "../support/loopback-server.js";

const RECORDS = "/collections/{collectionId}/records";
const removed = { deleted: ["Blue"] };

type Answer = (response: ServerResponse, request: Received) => void;

/** A client for a server that answers in turn; the last answer is repeated. */
async function against(answers: Answer[], options: FixtureOptions = {}) {
  const server = await startServer((request, response, count) =>
    answers[Math.min(count, answers.length) - 1]?.(response, request),
  );
  const library = createFixtureClient({ baseUrl: server.url, apiKey: "canary-5f2a", ...options });
  const remove = () => library.DELETE(RECORDS, { params: { path: { collectionId: "a" } }, body: { titles: ["Blue"] } });
  const add = () =>
    library.POST("/collections/{collectionId}/shelves", {
      params: { path: { collectionId: "a" } },
      body: { name: "low" },
    });
  const host = new URL(server.url).host;
  return { server, library, remove, add, host, [Symbol.asyncDispose]: server.close };
}

const ok: Answer = (response) => json(response, 200, removed);
const resetAtOnce: Answer = (response) => response.destroy();
const cutBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
  response.write('{"deleted":', () => response.destroy());
};
const cutChunks: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("[", () => response.destroy());
};
const html: Answer = (response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>login</html>");
const empty: Answer = (response) => response.writeHead(200, { "content-type": "application/json" }).end();
const brokenJson: Answer = (response) => response.writeHead(200).end('{"deleted":["Bl');
const brokenGzip: Answer = (response) =>
  response.writeHead(200, { "content-encoding": "gzip" }).end("neither gzip nor JSON");
const stalled: Answer = () => {};
const stalledBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
  response.write("[");
};

/** What the error of each failure is: its name, and what its message says. */
const failures: [string, Answer, FixtureOptions, object, RegExp][] = [
  ["a reset", resetAtOnce, {}, { name: "ConnectionError", retryable: true, mayHaveExecuted: true }, /connection broke/],
  ["a cut body", cutBody, {}, { name: "ConnectionError", retryable: true, mayHaveExecuted: true }, /connection broke/],
  [
    "cut chunks",
    cutChunks,
    {},
    { name: "ConnectionError", retryable: true, mayHaveExecuted: true },
    /connection broke/,
  ],
  ["broken gzip", brokenGzip, {}, { name: "ConnectionError", retryable: true, mayHaveExecuted: true }, /broke/],
  [
    "HTML",
    html,
    {},
    { name: "ResponseFormatError", status: 200, retryable: true },
    /with text\/html: the body is not JSON \(18 char/,
  ],
  [
    "an empty 200",
    empty,
    {},
    { name: "ResponseFormatError", status: 200, retryable: true },
    /200 OK with application\/json: the body is empty/,
  ],
  [
    "broken JSON",
    brokenJson,
    {},
    { name: "ResponseFormatError", status: 200, retryable: true },
    /with no content type: the body is not JSON/,
  ],
  ["a stall", stalled, { timeout: 300 }, { name: "TimeoutError", scope: "attempt", retryable: true }, /within 300 ms/],
  ["a stalled body", stalledBody, { timeout: 300 }, { name: "TimeoutError", scope: "attempt" }, /within 300 ms/],
  [
    "a total",
    stalled,
    { totalTimeout: 300 },
    { name: "TimeoutError", scope: "total", retryable: true },
    /call did not end/,
  ],
];

// These wait before they call again.
describe.concurrent("a failure has an error class with all details, and is repeated if that is safe", () => {
  test.each(failures)("%s", async (_, answer, options, properties, message) => {
    await using api = await against([answer], { maxRetries: 0, ...options });
    const error = await api.remove().catch((e) => e);
    const operation = `DELETE ${RECORDS}`;
    expect(error).toMatchObject({ operation, host: api.host, attempts: 1, mayHaveExecuted: true, ...properties });
    expect(error.elapsedMs).toBeGreaterThanOrEqual(0);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^DELETE .+ \(1 attempt\)$/);
    expect(error.message.length).toBeLessThanOrEqual(300);
    expect(error.message).not.toMatch(/[<\n]/);
  });

  test.each(failures.filter(([, , options]) => !options.totalTimeout))("%s, then a good answer", async (...failure) => {
    const [, answer, options] = failure;
    await using api = await against([answer, ok], options);
    await api.remove();
    expect(api.server.received).toHaveLength(2);
    expect(api.server.received[0]?.body).toBe('{"titles":["Blue"]}');
    expect(api.server.received[1]?.body).toBe(api.server.received[0]?.body);
  });

  test.each(failures.filter(([name]) => name !== "an empty 200"))(
    "%s, and a write is sent once",
    async (...failure) => {
      const [, answer, options] = failure;
      await using api = await against([answer, ok], options);
      await expect(api.add()).rejects.toMatchObject({ attempts: 1, retryable: false, mayHaveExecuted: true });
      expect(api.server.received).toHaveLength(1);
    },
  );
});

describe("a connection that never opened", () => {
  test("is repeated even for a write, and the error says that nothing was executed", async () => {
    const gone = await startServer(() => {});
    await gone.close();
    const events: (number | undefined)[] = [];
    const library = createFixtureClient({ baseUrl: gone.url, apiKey: "k", onAttempt: (e) => events.push(e.nextInMs) });
    const call = library.POST("/collections/{collectionId}/shelves", {
      params: { path: { collectionId: "a" } },
      body: { name: "low" },
    });
    await expect(call).rejects.toMatchObject({
      name: "ConnectionError",
      attempts: 3,
      retryable: true,
      mayHaveExecuted: false,
      message: expect.stringContaining("the connection could not be made: ECONNREFUSED (3 attempts)"),
    });
    expect(events.map((wait) => wait !== undefined)).toEqual([true, true, false]);
  });
});

describe("an error status whose body is cut off", () => {
  test("is still an ApiError of its status", async () => {
    await using api = await against([
      (response) => {
        response.writeHead(403, { "content-length": 1_000, "x-request-id": "abc" });
        response.write("no", () => response.destroy());
      },
    ]);
    await expect(api.remove()).rejects.toMatchObject({
      name: "ApiError",
      status: 403,
      body: undefined,
      requestId: "abc",
    });
  });
});

describe("a body is read right", () => {
  const text = "Grüße, 世界 😀";
  const utf16 = Buffer.from(JSON.stringify([text]), "utf16le");
  test.each<[string, Record<string, string>, Buffer]>([
    ["in gzip", { "content-encoding": "gzip" }, gzipSync(JSON.stringify([text]))],
    ["in brotli", { "content-encoding": "br" }, brotliCompressSync(JSON.stringify([text]))],
    ["with a byte order mark", {}, Buffer.from(`\ufeff${JSON.stringify([text])}`)],
    ["in UTF-16", { "content-type": "application/json; charset=utf-16le" }, utf16],
    [
      "with a charset in quotes",
      { "content-type": 'application/json; charset="UTF-8"' },
      Buffer.from(JSON.stringify([text])),
    ],
    [
      "with a charset that is none",
      { "content-type": "application/json; charset=x" },
      Buffer.from(JSON.stringify([text])),
    ],
  ])("%s", async (_, headers, bytes) => {
    await using api = await against([(response) => response.writeHead(200, headers).end(bytes)]);
    expect((await api.library.GET("/collections")).data).toEqual([text]);
  });

  test("in Latin-1", async () => {
    const headers = { "content-type": "application/json; charset=iso-8859-1" };
    await using api = await against([
      (response) => response.writeHead(200, headers).end(Buffer.from('["Grüße"]', "latin1")),
    ]);
    expect((await api.library.GET("/collections")).data).toEqual(["Grüße"]);
  });

  test("of 5 MB", async () => {
    const large = Array.from({ length: 50_000 }, (_, i) => ({ id: `collection-${i}`, name: "x".repeat(80) }));
    await using api = await against([(response) => json(response, 200, large)]);
    expect((await api.library.GET("/collections")).data).toEqual(large);
  });
});
