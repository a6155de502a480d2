import { type ApiError, isAgentsError } from "../errors.js";
import type { Settings } from "../settings.js";
import type { CallResult } from "../types.js";
import { type Call, hostOf, redactFor, remainingMs } from "./call.js";
import { requestIdOf } from "./response.js";

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
  /** The server's id of the request, as in {@link ApiError}; undefined when there was none. */
  readonly requestId: string | undefined;
}

export type Attempt = (call: Call) => Promise<CallResult<unknown>>;

/**
 * Creates a call and carries it out. Creating it may throw, and only an async function turns that into a rejection. This
 * one does it, since each async function takes one of the ten frames of V8's stack, which has to reach the caller.
 */
export type Transport = (createCall: () => Call) => Promise<CallResult<unknown>>;

type Watch = Pick<Settings, "onAttempt" | "log">;

/** A server that asks for a longer wait is not asked again: its response is thrown, with the wait on the error. */
const MAX_RETRY_AFTER = 60_000;
const FIRST_BACKOFF = 500;
const MAX_BACKOFF = 8_000;
/** No attempt follows another within 50 ms, and a timer may fire a millisecond early. */
const MIN_WAIT = 52;

/**
 * Milliseconds to wait before a retry, the first being 1: full jitter over a back-off that doubles, on top of what the
 * server asked for, so that the callers it sent away do not come back together. Infinity when it asked for too much.
 */
export function retryDelay(retry: number, askedMs: number, random: number): number {
  if (askedMs > MAX_RETRY_AFTER) return Number.POSITIVE_INFINITY;
  const backoff = random * Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1));
  return Math.ceil(Math.max(MIN_WAIT, backoff + (askedMs && askedMs + 1)));
}

/**
 * Repeats an attempt while its error says that repeating is safe and may help, retries are left, and the wait ends before
 * the call's deadline. A rejected key that can be renewed is one more repetition. Otherwise throws the error.
 */
export function withRetries(watch: Watch, addKey: (call: Call) => Promise<void>, attempt: Attempt): Transport {
  return async (createCall) => {
    const call = createCall();
    const { signal, limits, platform } = call;
    for (let retries = 0; ; ) {
      const before = call.attempts;
      try {
        await addKey(call);
        const result = await attempt(call);
        if (call.attempts > before) report(watch, call, { response: result.response });
        return result;
      } catch (error) {
        // Nothing was sent: there was no key, middleware answered itself, or the call is over.
        if (call.attempts === before) throw error;
        const known = !signal?.aborted && isAgentsError(error) ? error : {};
        const { status, retryable, retryAfterMs = 0, requestId } = known as Partial<ApiError>;
        const renew = status === 401 && call.keyGeneration !== undefined && call.rejected === undefined;
        let wait = Number.POSITIVE_INFINITY;
        if (renew) wait = MIN_WAIT;
        else if (retryable && retries < limits.maxRetries) {
          wait = retryDelay(++retries, retryAfterMs, platform.random());
        }
        // Do not wait if the deadline would pass first.
        const nextInMs = wait < remainingMs(call) ? wait : undefined;
        report(watch, call, { status, requestId, error: redactFor(call).text(nameOf(error)), nextInMs });
        if (nextInMs === undefined) throw error;
        if (renew) call.rejected = call.keyGeneration;
        await platform.sleep(nextInMs, signal);
      }
    }
  };
}

/** Anything can be thrown, also what cannot be made a string. */
function nameOf(error: unknown): string {
  try {
    return String((error as Error | null)?.name ?? error);
  } catch {
    return typeof error;
  }
}

/** What an attempt has ended with: the response of a success, or the facts of an error. */
type Outcome = Partial<Pick<AttemptEvent, "status" | "error" | "nextInMs" | "requestId">> & { response?: Response };

/** Not waited for; what a hook throws is ignored, since watching a call must not break it. */
async function report({ onAttempt, log }: Watch, call: Call, outcome: Outcome): Promise<void> {
  // Searching for the key costs more than all the rest.
  if (!onAttempt && !log) return;
  const { response, status = response?.status, error, nextInMs } = outcome;
  const requestId = response ? requestIdOf(response, redactFor(call)) : outcome.requestId;
  const { operation, attempts: attempt } = call;
  const durationMs = Math.round(call.platform.now() - call.sentAt);
  const event = { operation, host: hostOf(call), attempt, status, error, durationMs, nextInMs, requestId };
  for (const watch of [log, onAttempt]) {
    try {
      await watch?.(event);
    } catch {}
  }
}
