import type { AttemptEvent } from "../../src/attempt-event.js";
import type { ApiKeyFunction, CallOptions } from "../../src/options.js";
import type { Platform } from "../../src/transport/call.js";
import { createFixtureClient } from "./fixture-client.js";

/** One step of a scripted fetch: a response, or a failure. */
export type Step = Response | Error;

/** The key and the body of a request. */
export interface Sent {
  readonly key: string | null;
  readonly body: RequestInit["body"];
}

/** An error of undici. */
export function networkError(code: string, syscall?: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
}

/**
 * Two calls, a read and a write, over scripted responses. Only sleeping moves the clock, so that a test can check the
 * waits. If there are more attempts than steps, the last step is repeated. `answer` responds instead of the steps, by
 * the key that was sent.
 */
export function scripted(
  steps: Step[],
  apiKey: string | ApiKeyFunction = "k",
  answer?: (key: string | null) => Promise<Response>,
) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const events: AttemptEvent[] = [];
  let clock = 1_000;
  const platform: Platform = {
    now: () => clock,
    random: () => 1,
    sleep: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
  };
  const fetch = (async (_url: string, init: RequestInit) => {
    const step = steps[Math.min(sent.length, steps.length - 1)];
    const headers = new Headers(init.headers);
    sent.push({ key: headers.get("x-api-key"), body: init.body });
    if (answer) return answer(headers.get("x-api-key"));
    if (step instanceof Error) throw step;
    return step?.clone();
  }) as typeof globalThis.fetch;
  const onAttempt = (event: AttemptEvent) => void events.push(event);
  const client = createFixtureClient({ region: "north", apiKey, fetch, onAttempt }, platform);
  return {
    /** A GET, which can be repeated. */
    read: (options: CallOptions = {}) => client.GET("/collections", options),
    /** A POST that changes something. */
    write: (options: CallOptions = {}) => client.POST("/collections", { ...options, body: JSON.parse(WRITTEN) }),
    sent,
    waits,
    events,
  };
}

/** The body of every write. */
export const WRITTEN = '{"name":"Jazz","labels":{"front":"JZ"}}';
