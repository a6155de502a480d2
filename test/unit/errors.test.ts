import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { ApiError, isAgentsError, UsageError } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const SECRET = "canary-5f2a";
const DELETE_RECORDS = "/collections/{collectionId}/records";

function failing(answer: () => Response) {
  const { fetch } = recordingFetch(answer);
  const library = createFixtureClient({ region: "north", apiKey: SECRET, fetch, maxRetries: 0 });
  return library
    .DELETE(DELETE_RECORDS, {
      params: { path: { collectionId: "jazz" } },
      body: { titles: ["Blue"] },
    })
    .catch((error) => error);
}

describe("an answer that is not a success", () => {
  test("throws with the server's message, in one line", async () => {
    const error = await failing(() =>
      Response.json(
        { message: "No such\ncollection", errors: [{ field: "titles[0]", message: "not yours" }] },
        { status: 403, statusText: "Forbidden", headers: { "x-request-id": "abc" } },
      ),
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe(
      `DELETE ${DELETE_RECORDS} → 403 Forbidden: No such collection; titles[0] not yours (request abc, 1 attempt)`,
    );
    expect(error).toMatchObject({
      name: "ApiError",
      operation: `DELETE ${DELETE_RECORDS}`,
      host: "api.north.records.example",
      status: 403,
      requestId: "abc",
      attempts: 1,
      retryable: false,
      mayHaveExecuted: false,
      body: { message: "No such\ncollection" },
    });
    expect(error.headers.get("x-request-id")).toBe("abc");
  });

  test.each([400, 401, 403, 404, 409, 422, 500, 501, 599])("throws on a %i without a body", async (status) => {
    const error = await failing(() => new Response(null, { status }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, body: undefined });
  });

  test("has the text of an HTML page in the message, and the page as the body", async () => {
    const html = `<html><style>b { color: red }</style><body>${"<b>no</b>".repeat(1_000)}</body></html>`;
    const error = await failing(() => new Response(html, { status: 502, headers: { "content-type": "text/html" } }));
    expect(error.message).toMatch(/^DELETE [^ ]+ → 502: no no no [no ]+… \(1 attempt\)$/);
    expect(error.message).toHaveLength(300);
    expect(error.body).toBe(html);
  });

  test("has a message of at most 300 characters that keeps its end", async () => {
    const error = await failing(() =>
      Response.json(
        { message: `<p>${"😀 words ".repeat(500)}</p>` },
        { status: 400, headers: { "x-request-id": "r".repeat(5_000) } },
      ),
    );
    expect(error.message.length).toBeLessThanOrEqual(300);
    expect(error.message).toMatch(/1 attempt\)$/);
    expect(error.message).not.toMatch(/<|[\r\n]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test("contains no key, even if the server echoes it", async () => {
    const error = await failing(() =>
      Response.json(
        { message: `key ${SECRET} is wrong`, sent: { "x-api-key": SECRET } },
        { status: 401, statusText: `no ${SECRET}`, headers: { "x-request-id": SECRET, "x-echo": `key=${SECRET}` } },
      ),
    );
    expect(error.message).toContain("key [redacted] is wrong");
    for (const text of [inspect(error, { depth: 9 }), JSON.stringify(error), error.stack, [...error.headers].join()]) {
      expect(text).not.toContain(SECRET);
    }
  });
});

test("a response from another origin, from a fetch that follows redirects, is refused", async () => {
  const answer = Object.defineProperty(Response.json([]), "url", { value: "https://elsewhere.example/collections" });
  const { fetch } = recordingFetch(() => answer);
  const library = createFixtureClient({ region: "north", apiKey: SECRET, fetch });
  await expect(library.GET("/collections")).rejects.toThrow(/the response came from https:\/\/elsewhere\.example/);
});

describe("isAgentsError", () => {
  test("is true for every error of the client and for nothing else", () => {
    expect(isAgentsError(new UsageError("GET /", "wrong"))).toBe(true);
    for (const other of [
      new Error("x"),
      new TypeError("fetch failed"),
      undefined,
      null,
      "ApiError",
      { name: "ApiError" },
    ]) {
      expect(isAgentsError(other)).toBe(false);
    }
  });

  test("works across copies of the package", async () => {
    const copy = await import("../../src/errors.js?copy" as string);
    const error = new copy.UsageError("GET /", "wrong");
    expect(Object.getPrototypeOf(error)).not.toBe(UsageError.prototype);
    expect(error).toBeInstanceOf(UsageError);
    expect(isAgentsError(error)).toBe(true);
  });
});

test("printing and serialising a client does not show the key", () => {
  const library = createFixtureClient({ region: "north", apiKey: SECRET });
  expect(inspect(library, { depth: 9, showHidden: true })).not.toContain(SECRET);
  expect(JSON.stringify(library)).not.toContain(SECRET);
  expect(String(library.GET)).not.toContain(SECRET);
});

test("a network failure is recognised when the platform's errors are of another realm, as they are in Jest", async () => {
  const failure = runInNewContext(`
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" });
    Object.assign(new TypeError("fetch failed"), { cause: new AggregateError([refused, refused]) });
  `);
  const library = createFixtureClient({
    region: "north",
    apiKey: SECRET,
    maxRetries: 0,
    fetch: () => Promise.reject(failure),
  });
  const error = await library.GET("/collections").catch((error) => error);
  expect(error).toMatchObject({ name: "ConnectionError", retryable: true, mayHaveExecuted: false });
  expect(error.message).toBe("GET /collections → the connection could not be made: ECONNREFUSED (1 attempt)");
  expect(error.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
  expect(Object.keys(error)).not.toContain("cause");
});
