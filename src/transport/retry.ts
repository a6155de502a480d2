import { ApiError, isAgentsError } from "../errors.js";
import type { Call, Layer, Platform } from "./call.js";

/** One attempt, told when it has ended. Holds no key, no header and no body. */
export interface AttemptEvent {
  /** Method and path template. */
  readonly operation: string;
  readonly host: string;
  /** 1 for the first request of the call. */
  readonly attempt: number;
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** The name of the error that the attempt ended with, when it failed. */
  readonly error: string | undefined;
  /** Milliseconds from sending the request to the end of its answer. */
  readonly durationMs: number;
  /** Milliseconds until the next attempt; undefined when this was the last. */
  readonly nextInMs: number | undefined;
}

/** A server that asks for a longer wait than this gets none: its answer is thrown, with the wait on it. */
const MAX_RETRY_AFTER = 60_000;
const FIRST_BACKOFF = 500;
const MAX_BACKOFF = 8_000;
/** No attempt follows another within 50 ms; timers may fire a millisecond early. */
const MIN_WAIT = 52;

/**
 * Milliseconds to wait before the next attempt: full jitter over a back-off that doubles, and at least what the server
 * asked for. Undefined when it asked for too much.
 */
export function retryDelay(retry: number, askedMs: number | undefined, random: number): number | undefined {
  if (askedMs !== undefined && askedMs > MAX_RETRY_AFTER) return undefined;
  const backoff = random * Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (retry - 1));
  // One more, since a timer may fire a millisecond early and the server's wait is a minimum.
  return Math.ceil(Math.max(MIN_WAIT, backoff, askedMs === undefined ? 0 : askedMs + 1));
}

/**
 * Repeats a call as long as its error says that repeating is safe and may help, there are retries left, and the wait
 * ends before the call's deadline; a rejected key that can be renewed is one repetition more. Otherwise the last error
 * is thrown at once, without a wait that could lead nowhere.
 */
export function retrying(
  renewable: boolean,
  onAttempt: ((event: AttemptEvent) => void) | undefined,
  platform: Platform,
): Layer {
  return (next) => async (call) => {
    const { progress } = call;
    for (let retry = 1; ; ) {
      const before = progress.attempts;
      try {
        const reply = await next(call);
        report(onAttempt, call, platform.now(), reply.response.status, undefined, undefined);
        return reply;
      } catch (error) {
        // Nothing was sent: the key could not be had, or the call was over.
        if (progress.attempts === before) throw error;
        progress.inFlight = false;
        let wait: number | undefined;
        if (renewable && progress.renewal === "none" && error instanceof ApiError && error.status === 401) {
          progress.renewal = "due";
          wait = MIN_WAIT;
        } else if (retry <= call.maxRetries && isAgentsError(error) && error.retryable) {
          wait = retryDelay(retry++, error instanceof ApiError ? error.retryAfterMs : undefined, platform.random());
        }
        if (wait !== undefined && platform.now() + wait >= progress.deadline) wait = undefined;
        report(onAttempt, call, platform.now(), statusOf(error), error, wait);
        if (wait === undefined) throw error;
        await platform.sleep(wait, call.signal);
      }
    }
  };
}

function statusOf(error: unknown): number | undefined {
  return isAgentsError(error) && "status" in error ? error.status : undefined;
}

function report(
  onAttempt: ((event: AttemptEvent) => void) | undefined,
  { operation, host, progress }: Call,
  now: number,
  status: number | undefined,
  error: unknown,
  nextInMs: number | undefined,
): void {
  if (!onAttempt) return;
  const durationMs = Math.round(now - progress.sentAt);
  const name = error instanceof Error ? error.name : error === undefined ? undefined : typeof error;
  try {
    const returned: unknown = onAttempt({
      operation,
      host,
      attempt: progress.attempts,
      status,
      error: name,
      durationMs,
      nextInMs,
    });
    // An async hook is none that we wait for, but its failure must not end the process.
    if (returned instanceof Promise) returned.catch(() => {});
  } catch {
    // Watching a call must not break it.
  }
}
