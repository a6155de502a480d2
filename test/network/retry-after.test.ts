import { describe, expect, test } from "vitest";
import type { AttemptEvent } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const SENT = "Tue, 24 Nov 2026 00:00:00 GMT";
const at = (seconds: number) => new Date(Date.parse(SENT) + 1_000 * seconds).toUTCString();
const inReality = (seconds: number) => new Date(Date.now() + 1_000 * seconds).toUTCString();

/** The wait that a client begins after an answer with these headers, which the caller does not wait for. */
async function waitAfter(headers: Record<string, string>, status: number) {
  await using server = await startServer((_, response) => {
    // Without it Node adds its own.
    if (!headers.date) response.sendDate = false;
    json(response, status, {}, headers);
  });
  const events: AttemptEvent[] = [];
  const controller = new AbortController();
  const reason = new Error("seen enough");
  const onAttempt = (event: AttemptEvent) => {
    events.push(event);
    // Once the wait has begun.
    setImmediate(() => controller.abort(reason));
  };
  const library = createFixtureClient({ baseUrl: server.url, apiKey: "k", onAttempt });
  const error = await library.GET("/collections", { signal: controller.signal }).catch((e) => e);
  expect(server.received).toHaveLength(1);
  expect(events).toHaveLength(1);
  return { wait: events[0]?.nextInMs, error: error === reason ? undefined : error };
}

describe.each([429, 503])("after a %i the wait before the next attempt", (status) => {
  test.each<[string, Record<string, string>, number]>([
    ["seconds", { "retry-after": "7" }, 7_000],
    ["a fraction of seconds", { "retry-after": "2.25" }, 2_250],
    ["milliseconds", { "retry-after-ms": "1234" }, 1_234],
    ["milliseconds, which win over seconds", { "retry-after-ms": "1234", "retry-after": "9" }, 1_234],
    ["a date, by the clock of the server", { "retry-after": at(20), date: SENT }, 20_000],
    ["a minute, which is the most", { "retry-after": "60" }, 60_000],
  ])("is at least what the server asks for in %s", async (_, headers, asked) => {
    const { wait } = await waitAfter(headers, status);
    expect(wait).toBeGreaterThanOrEqual(asked);
    expect(wait).toBeLessThanOrEqual(asked + 502);
  });

  test("is not the same for the callers that were sent away together", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => waitAfter({ "retry-after": "7" }, status)));
    expect(new Set(all.map(({ wait }) => wait)).size).toBeGreaterThan(5);
  });

  test("lasts at least until a date, by the local clock if the response has no Date", async () => {
    const { wait } = await waitAfter({ "retry-after": inReality(30) }, status);
    expect(wait).toBeGreaterThan(20_000);
    expect(wait).toBeLessThan(30_600);
  });

  test.each<[string, Record<string, string>]>([
    ["nothing", {}],
    ["zero", { "retry-after": "0" }],
    ["garbage", { "retry-after": "soon" }],
    ["garbage that looks like a date", { "retry-after": "Mon, 99 Foo 2026" }],
    ["a negative number", { "retry-after": "-30" }],
    ["negative milliseconds", { "retry-after-ms": "-30000" }],
    ["a date that has passed", { "retry-after": at(-20), date: SENT }],
  ])("is a back-off when the server says %s", async (_, headers) => {
    const { wait } = await waitAfter(headers, status);
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(500);
  });

  test.each<[string, Record<string, string>, number]>([
    ["an hour", { "retry-after": "3600" }, 3_600_000],
    ["just above a minute", { "retry-after-ms": "60001" }, 60_001],
    ["an hour, as a date", { "retry-after": at(3_600), date: SENT }, 3_600_000],
    ["an overflow of seconds", { "retry-after": "99999999999999999999" }, 2 ** 31 * 1_000],
    ["an overflow of milliseconds", { "retry-after-ms": "9".repeat(400) }, 2 ** 31 * 1_000],
    ["a date that overflows", { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }, 2 ** 31 * 1_000],
    ["a date in the year 123456", { "retry-after": "Fri, 31 Dec 123456 23:59:59 GMT" }, 2 ** 31 * 1_000],
  ])("does not begin when the server asks for %s: the error is thrown at once, with the wait on it", async (...row) => {
    const [, headers, retryAfterMs] = row;
    const { wait, error } = await waitAfter(headers, status);
    expect(wait).toBeUndefined();
    expect(error).toMatchObject({ name: "ApiError", status, retryAfterMs, retryable: true, attempts: 1 });
  });
});

/** Milliseconds between the attempts of a call, by the clock of a server that refuses all but the last. */
async function gaps(status: number, headers: Record<string, string>) {
  await using server = await startServer((_, response, count) => json(response, count > 2 ? 200 : status, [], headers));
  await createFixtureClient({ baseUrl: server.url, apiKey: "k" }).GET("/collections");
  return server.received.slice(1).map(({ at }, before) => at - (server.received[before]?.at ?? 0));
}

test.concurrent("the wait is kept: no attempt arrives before the time that was asked for", async () => {
  for (const gap of await gaps(503, { "retry-after": "0.15" })) expect(gap).toBeGreaterThanOrEqual(150);
});

test.concurrent("no attempt arrives within 50 ms of another, whatever the server asks for", async () => {
  const all = await Promise.all([{ "retry-after": "0" }, { "retry-after-ms": "1" }, {}].map((one) => gaps(429, one)));
  for (const gap of all.flat()) expect(gap).toBeGreaterThanOrEqual(50);
});
