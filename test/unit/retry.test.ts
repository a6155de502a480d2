import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError, ResponseFormatError } from "../../src/index.js";
import { retryDelay } from "../../src/transport/retry.js";
import { networkError, type Step, scripted, WRITTEN } from "../support/scripted.js";

const ok = () => Response.json({ fine: true });
const status = (code: number, headers: Record<string, string> = {}) => new Response(null, { status: code, headers });
const never = { mayHaveExecuted: false };
const maybe = { mayHaveExecuted: true };

const refused = () => networkError("ECONNREFUSED", "connect");
const reset = () => networkError("ECONNRESET");
const bothRefused = () =>
  new TypeError("fetch failed", {
    cause: new AggregateError([refused().cause, networkError("ETIMEDOUT", "connect").cause]),
  });
const oneReset = () => new TypeError("fetch failed", { cause: new AggregateError([refused().cause, reset().cause]) });

describe("a call that may be repeated", () => {
  test.each<[string, Step]>([
    ...[408, 429, 500, 502, 503, 504, 506, 507, 508, 511, 520, 522, 530, 599].map((code): [string, Step] => [
      `a ${code}`,
      status(code),
    ]),
    ["a refused connection", refused()],
    ["a reset", reset()],
    ["a name that is not found", networkError("ENOTFOUND", "getaddrinfo")],
    ["a browser's failure", new TypeError("Failed to fetch")],
    ["broken JSON", new Response("{")],
    ["HTML behind a 200", new Response("<html>")],
    ["no body where one is promised", new Response("")],
  ])("is repeated after %s", async (_, failure) => {
    const { read, sent, events } = scripted([failure, failure, ok()]);
    expect((await read()).data).toEqual({ fine: true });
    expect(sent).toHaveLength(3);
    expect(events.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(events.map(({ error }) => error !== undefined)).toEqual([true, true, false]);
  });

  test.each([400, 401, 403, 404, 409, 422, 501, 505])("is not repeated after a %i", async (code) => {
    const { read, sent } = scripted([status(code), ok()]);
    await expect(read()).rejects.toMatchObject({ status: code, attempts: 1, retryable: false });
    expect(sent).toHaveLength(1);
  });

  test("is not repeated when the certificate is refused", async () => {
    const { read, sent } = scripted([networkError("CERT_HAS_EXPIRED"), ok()]);
    await expect(read()).rejects.toMatchObject({ name: "ConnectionError", retryable: false, mayHaveExecuted: false });
    expect(sent).toHaveLength(1);
  });

  test("is repeated maxRetries times, then throws the last error with the facts of all attempts", async () => {
    const { read, sent, waits } = scripted([reset(), status(503), status(502)]);
    const error = await read().catch((e) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 502, attempts: 3, elapsedMs: 1_500, retryable: true, mayHaveExecuted: true });
    expect(waits).toEqual([500, 1_000]);
    expect(sent).toHaveLength(3);
  });

  test("is not repeated with maxRetries 0", async () => {
    const { read, sent } = scripted([status(503), ok()]);
    await expect(read({ maxRetries: 0 })).rejects.toMatchObject({ attempts: 1, retryable: true });
    expect(sent).toHaveLength(1);
  });
});

describe("a write that must not be repeated", () => {
  test.each<[string, Step]>([
    ["a reset", reset()],
    ["an address that refused and one that reset", oneReset()],
    ["a browser's failure, which does not say", new TypeError("Failed to fetch")],
    ["a timeout while reading", networkError("UND_ERR_HEADERS_TIMEOUT")],
    ["a 500", status(500)],
    ["a 503", status(503, { "retry-after": "1" })],
    ["a 408", status(408)],
    ["broken JSON", new Response("{")],
    ["no body where one is promised", new Response("")],
  ])("is sent once after %s", async (_, failure) => {
    const { write, sent } = scripted([failure, ok()]);
    await expect(write()).rejects.toMatchObject({ attempts: 1, retryable: false, ...maybe });
    expect(sent).toHaveLength(1);
  });

  test.each<[string, Step]>([
    ["a 429", status(429)],
    ["a refused connection", refused()],
    ["every address refused", bothRefused()],
    ["a name that is not found", networkError("EAI_AGAIN", "getaddrinfo")],
    ["a connection that timed out", networkError("UND_ERR_CONNECT_TIMEOUT")],
  ])("is repeated after %s, with the same body", async (_, failure) => {
    const { write, sent } = scripted([failure, failure, ok()]);
    await write();
    expect(sent.map(({ body }) => body)).toEqual([WRITTEN, WRITTEN, WRITTEN]);
  });

  test("has mayHaveExecuted: false if the request was certainly not executed", async () => {
    await expect(scripted([refused()]).write()).rejects.toMatchObject({ retryable: true, ...never });
    await expect(scripted([status(429)]).write()).rejects.toMatchObject({ retryable: true, ...never });
  });

  test("remembers an earlier attempt that may have been executed", async () => {
    const { read } = scripted([reset(), status(404)]);
    await expect(read()).rejects.toMatchObject({ status: 404, attempts: 2, ...maybe });
  });
});

describe("the wait before the next attempt", () => {
  test("doubles from half a second up to eight, with full jitter, and is never under 50 ms", () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((retry) => retryDelay(retry, 0, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
    expect(retryDelay(3, 0, 0.25)).toBe(500);
    for (const random of [0, 0.001, 0.1]) expect(retryDelay(1, 0, random)).toBeGreaterThan(50);
  });

  test("is at least what the server asks for, up to a minute, with the jitter on top", () => {
    expect(retryDelay(1, 3_000, 0)).toBe(3_001);
    expect(retryDelay(5, 3_000, 0.5)).toBe(7_001);
    expect(retryDelay(5, 3_000, 1)).toBe(11_001);
    expect(retryDelay(1, 60_000, 0)).toBeGreaterThanOrEqual(60_000);
    expect(retryDelay(1, 60_001, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([
    ["seconds", { "retry-after": "2" }, 2_501],
    ["a fraction", { "retry-after": "1.5" }, 2_001],
    ["milliseconds, which win", { "retry-after-ms": "700", "retry-after": "9" }, 1_201],
    ["a date", { date: "Tue, 24 Nov 2026 00:00:00 GMT", "retry-after": "Tue, 24 Nov 2026 00:00:05 GMT" }, 5_501],
    ["zero", { "retry-after": "0" }, 500],
    ["garbage", { "retry-after": "soon" }, 500],
    ["a negative number", { "retry-after": "-5" }, 500],
    [
      "a date that has passed",
      { date: "Tue, 24 Nov 2026 00:00:05 GMT", "retry-after": "Tue, 24 Nov 2026 00:00:00 GMT" },
      500,
    ],
  ])("of a server that says %s", async (_, headers, wait) => {
    const { write, waits } = scripted([status(429, headers), ok()]);
    await write();
    expect(waits).toEqual([wait]);
  });

  test.each([
    ["an hour", "3600", 3_600_000],
    ["more than a number can contain", "9".repeat(400), 2_147_483_648_000],
  ])("is not begun when the server asks for %s: its answer is thrown at once", async (_, value, retryAfterMs) => {
    const { read, waits, sent } = scripted([status(429, { "retry-after": value })]);
    await expect(read()).rejects.toMatchObject({ status: 429, retryAfterMs, retryable: true, attempts: 1 });
    expect(waits).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  test("does not start if it would end after the deadline", async () => {
    const { read, waits } = scripted([status(503, { "retry-after": "10" })]);
    await expect(read({ totalTimeout: 10_000 })).rejects.toMatchObject({
      status: 503,
      retryAfterMs: 10_000,
    });
    expect(waits).toEqual([]);
  });
});

describe("onAttempt", () => {
  test("is called after each attempt, with the wait before the next one", async () => {
    const { read, events } = scripted([status(429, { "retry-after": "2" }), reset(), ok()]);
    await read();
    const operation = "GET /collections";
    const host = "api.north.records.example";
    expect(events).toEqual([
      { operation, host, attempt: 1, status: 429, error: "ApiError", durationMs: 0, nextInMs: 2_501 },
      { operation, host, attempt: 2, status: undefined, error: "ConnectionError", durationMs: 0, nextInMs: 1_000 },
      { operation, host, attempt: 3, status: 200, error: undefined, durationMs: 0, nextInMs: undefined },
    ]);
  });
});

describe("an error that is not a network failure", () => {
  test.each([
    ["a mistake in the caller's fetch", new TypeError("x is not a function")],
    ["a wrong argument", Object.assign(new TypeError("invalid"), { code: "ERR_INVALID_ARG_TYPE" })],
    ["an error of the caller's own", new RangeError("mine")],
  ])("comes out as it is: %s", async (_, mistake) => {
    const { read, sent } = scripted([mistake]);
    await expect(read()).rejects.toBe(mistake);
    expect(sent).toHaveLength(1);
  });
});

describe("the causes of an error", () => {
  test("contain the platform's messages and codes, and nothing else", async () => {
    const cause = Object.assign(new Error("read ECONNRESET with canary-key"), {
      code: "ECONNRESET",
      headers: { "x-api-key": "canary-key" },
    });
    const { read } = scripted([new TypeError("fetch failed", { cause })], "canary-key");
    const error = await read({ maxRetries: 0 }).catch((e) => e);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
    expect(error.cause.cause).toMatchObject({ code: "ECONNRESET", message: "read ECONNRESET with [redacted]" });
    expect(error.cause.cause).not.toHaveProperty("headers");
  });

  test("do not quote a body that is not JSON", async () => {
    const error = await scripted([new Response("<html>secret</html>")])
      .read({ maxRetries: 0 })
      .catch((e) => e);
    expect(error).toBeInstanceOf(ResponseFormatError);
    expect(error.cause).toBeUndefined();
    expect(error.message).not.toContain("secret");
  });
});
