import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { type AnyAgentsError, isAgentsError } from "../../src/index.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

const SECRET = "canary-5f2a";
const RECORDS = "/collections/{collectionId}/records";
const SHELVES = "/collections/{collectionId}/shelves";

/** The server's responses, in order. The last one is repeated. Without any, there is no server. */
type Answers = ((response: ServerResponse) => void)[];

const answer =
  (status: number, headers: Record<string, string>, body = "") =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);
const reset = (response: ServerResponse) => void response.destroy();
const stall = () => {};
const cut = (response: ServerResponse) => {
  response.writeHead(200, { "content-length": 1_000 }).write("[", () => response.destroy());
};

const ID = { "x-request-id": "req-7" };
/** The worst body: long, several lines, HTML, and it contains the key. */
const WORST = `<html>\n<h1 class="x">no ${SECRET}</h1>${"<p>sorry\r\n</p>".repeat(200)}</html>`;
const asJson = JSON.stringify({ message: WORST, errors: [{ field: SECRET, message: WORST }] });

/** A call that may be repeated, and a write that may not. */
const calls = {
  remove: { operation: `DELETE ${RECORDS}`, init: { body: { titles: ["Blue"] } } },
  add: { operation: `POST ${SHELVES}`, init: { body: { name: "low" } } },
};

/** The expected properties of the error, without those that are the same for all errors. */
interface Expected {
  readonly name: AnyAgentsError["name"];
  readonly attempts: number;
  readonly retryable: boolean;
  readonly mayHaveExecuted: boolean;
  readonly requestId?: string;
  readonly [fact: string]: unknown;
}

interface Failure {
  readonly answers: Answers;
  readonly call?: keyof typeof calls;
  readonly options?: FixtureOptions;
  readonly collectionId?: string;
  readonly expected: Expected;
}

const once = { maxRetries: 0 };
const api = <Facts extends object>(status: number, facts: Facts) => ({
  name: "ApiError" as const,
  status,
  requestId: "req-7",
  attempts: 1,
  ...facts,
});
const noRetryAfter = { retryAfterMs: undefined };
const safe = { retryable: true, mayHaveExecuted: true };
const unsafe = { retryable: false, mayHaveExecuted: true };
const refused = { retryable: false, mayHaveExecuted: false };

const FAILURES: Record<string, Failure> = {
  "a refusal": { answers: [answer(403, ID, asJson)], expected: api(403, { ...refused, ...noRetryAfter }) },
  "a refusal in HTML": { answers: [answer(404, ID, WORST)], expected: api(404, { ...refused, ...noRetryAfter }) },
  "a refusal after a reset": {
    answers: [reset, answer(404, ID)],
    expected: api(404, { ...unsafe, ...noRetryAfter, attempts: 2 }),
  },
  "a rate limit of an hour": {
    answers: [answer(429, { ...ID, "retry-after": "3600" }, asJson)],
    call: "add",
    expected: api(429, { retryable: true, mayHaveExecuted: false, retryAfterMs: 3_600_000 }),
  },
  "an overload of two minutes": {
    answers: [answer(503, { ...ID, "retry-after": "120" }, WORST)],
    expected: api(503, { ...safe, retryAfterMs: 120_000 }),
  },
  "an overload at a write": {
    answers: [answer(503, { ...ID, "retry-after": "1" }, WORST)],
    call: "add",
    expected: api(503, { ...unsafe, retryAfterMs: 1_000 }),
  },
  "a timeout of the server": {
    answers: [answer(408, ID)],
    call: "add",
    expected: api(408, { ...unsafe, ...noRetryAfter }),
  },
  "no server": {
    answers: [],
    call: "add",
    options: once,
    expected: { name: "ConnectionError", attempts: 1, retryable: true, mayHaveExecuted: false },
  },
  "a reset": { answers: [reset], options: once, expected: { name: "ConnectionError", attempts: 1, ...safe } },
  "a reset at a write": {
    answers: [reset],
    call: "add",
    expected: { name: "ConnectionError", attempts: 1, ...unsafe },
  },
  "a cut body": { answers: [cut], options: once, expected: { name: "ConnectionError", attempts: 1, ...safe } },
  "an attempt out of time": {
    answers: [stall],
    options: { timeout: 60 },
    call: "add",
    expected: { name: "TimeoutError", scope: "attempt", attempts: 1, ...unsafe },
  },
  "a call out of time": {
    answers: [reset, stall],
    options: { totalTimeout: 1_500 },
    expected: { name: "TimeoutError", scope: "total", attempts: 2, ...safe },
  },
  "a redirect": {
    answers: [answer(302, { location: `https://elsewhere.example/${SECRET}` })],
    expected: { name: "RedirectError", status: 302, target: "https://elsewhere.example", attempts: 1, ...unsafe },
  },
  "HTML behind a 200": {
    answers: [answer(200, { ...ID, "content-type": "text/html" }, WORST)],
    options: once,
    expected: { name: "ResponseFormatError", status: 200, requestId: "req-7", attempts: 1, ...safe },
  },
  "an empty 200": {
    answers: [answer(200, ID)],
    options: once,
    expected: { name: "ResponseFormatError", status: 200, requestId: "req-7", attempts: 1, ...safe },
  },
  "broken JSON at a write": {
    answers: [answer(200, ID, `{"id":"${SECRET}`)],
    call: "add",
    expected: { name: "ResponseFormatError", status: 200, requestId: "req-7", attempts: 1, ...unsafe },
  },
  "a path parameter that leads elsewhere": {
    answers: [stall],
    collectionId: "..",
    expected: { name: "UsageError", attempts: 0, ...refused, host: undefined },
  },
  "a key that no header can carry": {
    answers: [stall],
    options: { apiKey: async () => `${SECRET}\n` },
    expected: { name: "UsageError", attempts: 0, ...refused, host: undefined },
  },
};

test.concurrent.each(Object.entries(FAILURES))(
  "the error of %s has all details, in one line that is safe to log",
  async (...row) => {
    const [, { answers, call = "remove", options, collectionId = "jazz", expected }] = row;
    await using server = await startServer((_, response, count) =>
      answers[Math.min(count, answers.length) - 1]?.(response),
    );
    if (answers.length === 0) await server.close();
    const library = createFixtureClient({ baseUrl: server.url, apiKey: SECRET, ...options });
    const { operation, init } = calls[call];
    const [method, path] = operation.split(" ") as ["DELETE", typeof RECORDS];
    const startedAt = performance.now();
    const error = await library[method](path, {
      params: { path: { collectionId } },
      ...(init as object as typeof calls.remove.init),
    }).catch((e) => e);
    const took = performance.now() - startedAt;

    expect(isAgentsError(error)).toBe(true);
    expect(error).toMatchObject({ operation, host: new URL(server.url).host, ...expected });
    expect(Number.isInteger(error.elapsedMs)).toBe(true);
    expect(error.elapsedMs).toBeGreaterThanOrEqual(0);
    expect(error.elapsedMs).toBeLessThanOrEqual(Math.ceil(took));

    const { message } = error;
    expect(message.slice(0, operation.length + 3)).toBe(`${operation} → `);
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).not.toMatch(/[<>]|\p{Cc}/u);
    if (expected.requestId) expect(message).toContain("request req-7, ");
    if (expected.attempts > 0) expect(message).toContain(`${expected.attempts} attempt`);
    for (const text of [message, error.stack, JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })]) {
      expect(text).not.toContain(SECRET);
    }
  },
);

test("wrong options of a client throw the same kind of error, which names the function that was called", () => {
  const create = () => createFixtureClient({ region: "mars" as never, apiKey: SECRET });
  const expected = { name: "UsageError", operation: "createAgentsClient", host: undefined, attempts: 0, ...refused };
  expect(create).toThrow(expect.objectContaining(expected));
});
