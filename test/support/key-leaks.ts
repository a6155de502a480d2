import { inspect } from "node:util";
import { expect } from "vitest";
import type { AttemptEvent } from "../../src/attempt-event.js";
import { createFixtureClient, type FixtureOptions } from "./fixture-client.js";
import { startServer } from "./loopback-server.js";

export type Answer = [status: number, reason: string, headers: [name: string, value: string][], body: string];

/** All texts of a value: printed, serialized, and of each property. */
function shown(value: unknown): string {
  const headers = (value as { headers?: Headers } | null)?.headers;
  const all = inspect(value, { depth: 30, showHidden: true, getters: true, breakLength: Number.POSITIVE_INFINITY });
  const { message, stack, cause } = Object(value);
  return [
    all,
    JSON.stringify(value),
    String(value),
    message,
    stack,
    cause?.stack,
    cause?.code,
    ...(headers ?? []),
  ].join();
}

/** Checks that a text contains no long part of the key, ignoring case, with and without JSON escapes. */
export function expectNoKey(value: unknown, ...keys: string[]): void {
  const text = shown(value).toLowerCase();
  for (const key of keys) {
    const half = key.slice(0, Math.ceil(key.length / 2)).toLowerCase();
    for (const form of [half, JSON.stringify(half).slice(1, -1)]) expect(text).not.toContain(form);
  }
}

/** The error of a call with this response, and the events of its attempts. */
export async function failure([status, reason, headers, body]: Answer, options: FixtureOptions) {
  await using server = await startServer((_, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.writeHead(status, reason).end(body);
  });
  return await failureAt(server.url, options);
}

export async function failureAt(baseUrl: string, options: FixtureOptions) {
  const events: AttemptEvent[] = [];
  const onAttempt = (event: AttemptEvent) => void events.push(event);
  const client = createFixtureClient({ baseUrl, maxRetries: 0, onAttempt, ...options });
  const error = await client.GET("/collections").then(
    () => Promise.reject(new Error("the call succeeded")),
    (e) => e,
  );
  return { error, events };
}
