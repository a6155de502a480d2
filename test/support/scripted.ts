import type { AttemptEvent } from "../../src/attempt-event.js";
import type { ApiKeyFunction, CallOptions } from "../../src/options.js";
import type { Platform } from "../../src/transport/call.js";
import { createFixtureClient } from "./fixture-client.js";

/** What a scripted fetch does in turn: answers, or fails. */
export type Step = Response | Error;

/** What was sent: the key, and the body. */
export interface Sent {
  readonly key: string | null;
  readonly body: RequestInit["body"];
}

/** An error as undici gives it. */
export function networkError(code: string, syscall?: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
}

/**
 * Two calls, a read and a write, over scripted answers, with a clock that only sleeping moves, so that waits are data.
 * When there are more attempts than steps, the last step is repeated. With `answer`, it answers in place of the steps,
 * by the key that was sent.
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
    /** A GET, which may be repeated. */
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
