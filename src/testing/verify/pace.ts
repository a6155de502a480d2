import { setTimeout } from "node:timers/promises";

/** The clock of a run, which tests replace. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Resolves after `ms`; rejects when the signal aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<unknown>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
};

/** Returns a function that resolves when the next request may start: at most `perSecond` requests in a second. */
export function createPace(perSecond: number, clock: Clock, signal: AbortSignal | undefined): () => Promise<void> {
  // 5% longer than needed: the server counts requests when they arrive, and some travel faster than others.
  const gap = 1_050 / perSecond;
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    // A timer may fire a millisecond early.
    for (let now = clock.now(); now < next; now = clock.now()) await clock.sleep(Math.ceil(next - now), signal);
    next = clock.now() + gap;
  };
}
