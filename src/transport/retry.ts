import { type AnyAgentsError, isAgentsError } from "../errors.js";
import type { Settings } from "../options.js";
import { type Call, hostOf, redactFor, remainingMs, type Step } from "./call.js";

/** One attempt that has ended. Has no key, no header and no body. */
export interface AttemptEvent {
  /** Method and path template. */
  readonly operation: string;
  readonly host: string;
  /** 1 for the first request of the call. */
  readonly attempt: number;
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** The name of the error that the attempt ended with; undefined when it succeeded. */
  readonly error: string | undefined;
  /** Milliseconds from sending the request to the end of its answer. */
  readonly durationMs: number;
  /** Milliseconds until the next attempt; undefined when this was the last. */
  readonly nextInMs: number | undefined;
}

/** A server that asks for a longer wait is not asked again: its response is thrown, with the wait on the error. */
const MAX_RETRY_AFTER = 60_000;
const FIRST_BACKOFF = 500;
const MAX_BACKOFF = 8_000;
/** No attempt follows another within 50 ms, and a timer may fire a millisecond early. */
const MIN_WAIT = 52;

/**
 * Milliseconds to wait before a retry, the first being 1: full jitter over a back-off that doubles, and at least what
 * the server asked for. Infinity when it asked for too much.
 */
export function retryDelay(retry: number, askedMs: number, random: number): number {
  if (askedMs > MAX_RETRY_AFTER) return Number.POSITIVE_INFINITY;
  const backoff = random * Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1));
  return Math.ceil(Math.max(MIN_WAIT, backoff, askedMs + 1));
}

/**
 * Repeats an attempt while its error says that repeating is safe and may help, retries are left, and the wait ends before
 * the call's deadline. A rejected key that can be renewed is one more repetition. Otherwise throws the error.
 */
export function withRetries(onAttempt: Settings["onAttempt"], attempt: Step): Step {
  return async (call) => {
    const { signal, platform } = call;
    for (let retry = 1; ; ) {
      const before = call.attempts;
      try {
        const result = await attempt(call);
        if (call.attempts > before) report(onAttempt, call, { status: result.response.status });
        return result;
      } catch (error) {
        // Nothing was sent: there was no key, middleware answered itself, or the call is over.
        if (call.attempts === before) throw error;
        const known = !signal?.aborted && isAgentsError(error) ? error : undefined;
        const status = known && "status" in known ? known.status : undefined;
        const renew = status === 401 && call.keyGeneration !== undefined && call.rejected === undefined;
        const wait = renew ? MIN_WAIT : waitFor(known, call, retry++);
        // Do not wait if the deadline would pass first.
        const nextInMs = wait < remainingMs(call) ? wait : undefined;
        report(onAttempt, call, { status, error: nameOf(error, call), nextInMs });
        if (nextInMs === undefined) throw error;
        if (renew) call.rejected = call.keyGeneration;
        await platform.sleep(nextInMs, signal);
      }
    }
  };
}

function nameOf(error: unknown, call: Call): string {
  return redactFor(call).text((error as Error | null)?.name ?? String(error));
}

function waitFor(error: AnyAgentsError | undefined, { limits, platform }: Call, retry: number): number {
  if (!error?.retryable || retry > limits.maxRetries) return Number.POSITIVE_INFINITY;
  return retryDelay(retry, error.name === "ApiError" ? (error.retryAfterMs ?? 0) : 0, platform.random());
}

function report(onAttempt: Settings["onAttempt"], call: Call, outcome: Partial<AttemptEvent>): void {
  if (!onAttempt) return;
  const { operation, attempts: attempt, sentAt, platform } = call;
  const { status, error, nextInMs } = outcome;
  const durationMs = Math.round(platform.now() - sentAt);
  const event = { operation, host: hostOf(call), attempt, status, error, durationMs, nextInMs };
  try {
    // An async hook is not waited for, but its failure must not end the process.
    Promise.resolve(onAttempt(event)).catch(() => {});
  } catch {
    // Watching a call must not break it.
  }
}
