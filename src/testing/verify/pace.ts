import { setTimeout } from "node:timers/promises";

/** The time that a run goes by. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  /** Resolves after `ms`; rejects when the signal aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<unknown>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
};

/** Resolves when the next request may start: never more of them in a second than `perSecond`. */
export function createPace(perSecond: number, clock: Clock, signal: AbortSignal | undefined): () => Promise<void> {
  // A twentieth more than a request's share: they do not all travel alike, and the server counts as they arrive.
  const gap = 1_050 / perSecond;
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    // A timer may fire a millisecond early.
    for (let now = clock.now(); now < next; now = clock.now()) await clock.sleep(Math.ceil(next - now), signal);
    next = clock.now() + gap;
  };
}
