import type { AttemptEvent } from "../attempt-event.js";
import { type ApiError, isAgentsError } from "../errors.js";
import type { Settings } from "../settings.js";
import type { CallResult } from "../types.js";
import { type Call, hostOf, redactFor, remainingMs } from "./call.js";
import { requestIdOf } from "./response.js";

export type Attempt = (call: Call) => Promise<CallResult<unknown>>;

/**
 * Creates a call and carries it out. The transport creates the call itself, so that wrong arguments reject the promise.
 * A second async function for that would take one of the ten frames of V8's stack, which has to reach the caller.
 */
export type Transport = (createCall: () => Call) => Promise<CallResult<unknown>>;

type Watch = Pick<Settings, "onAttempt" | "log">;

/** If a server asks for a longer wait, the error is thrown at once. */
const MAX_RETRY_AFTER = 60_000;
const FIRST_BACKOFF = 500;
const MAX_BACKOFF = 8_000;
/** At least 50 ms between two attempts. A timer may fire a millisecond early. */
const MIN_WAIT = 52;

/**
 * Milliseconds to wait before a retry: the wait that the server asked for, plus full jitter over an exponential
 * back-off, so that clients do not come back all at once. `retry` is 1 for the first retry. Infinity if the server
 * asked for too long.
 */
export function retryDelay(retry: number, askedMs: number, random: number): number {
  if (askedMs > MAX_RETRY_AFTER) return Number.POSITIVE_INFINITY;
  const backoff = random * Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1));
  return Math.ceil(Math.max(MIN_WAIT, backoff + (askedMs && askedMs + 1)));
}

/**
 * Repeats an attempt if its error is retryable, retries are left, and the wait ends before the deadline of the call.
 * Otherwise throws the error. After a 401, an attempt with a refreshed key is made in addition to the retries.
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
        // Nothing was sent: the key is missing, middleware returned the response, or the call is over.
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
        report(watch, call, { status, requestId, error: redactFor(call).text(errorNameOf(error)), nextInMs });
        if (nextInMs === undefined) throw error;
        if (renew) call.rejected = call.keyGeneration;
        await platform.sleep(nextInMs, signal);
      }
    }
  };
}

/** Any value can be thrown, even one that cannot be converted to a string. */
function errorNameOf(error: unknown): string {
  try {
    return String((error as Error | null)?.name ?? error);
  } catch {
    return typeof error;
  }
}

/** The outcome of an attempt: the response of a success, or the properties of an error. */
type Outcome = Partial<Pick<AttemptEvent, "status" | "error" | "nextInMs" | "requestId">> & { response?: Response };

/** Reports an attempt. Not awaited, and errors of the functions are ignored, since they must not break the call. */
async function report({ onAttempt, log }: Watch, call: Call, outcome: Outcome): Promise<void> {
  // Redacting costs time, so it is skipped if nobody listens.
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
