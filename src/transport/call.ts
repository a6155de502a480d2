import type { CallStory } from "../errors.js";

/** A call as data. Each attempt makes a fresh request of it, so a body can be sent twice and no signal is lost. */
export interface Call {
  /** Method and path template, as the document has them. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  /** Ends the call, or the attempt, from outside. */
  readonly signal: AbortSignal | undefined;
  /** Whether sending it twice has the effect of sending it once (RFC 9110, 9.2.2), or none at all. */
  readonly idempotent: boolean;
  /** Whether the document says what a success holds. */
  readonly described: boolean;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  /** The key that the attempt carries, to be kept out of everything that it gives rise to. */
  readonly secret: string;
  readonly progress: Progress;
}

/** How far a call has come: the one part of it that changes. */
export interface Progress {
  readonly startedAt: number;
  /** When the call must have ended, on the platform's clock. */
  readonly deadline: number;
  /** Requests sent. */
  attempts: number;
  sentAt: number;
  /** Whether a request is out whose fate is not known. */
  inFlight: boolean;
  mayHaveExecuted: boolean;
  /** The renewal of a rejected key, which a call asks for at most once. */
  renewal: "none" | "due" | "done";
}

/** The progress of a call that begins now. */
export function startProgress(now: number, totalTimeout: number): Progress {
  return {
    startedAt: now,
    deadline: now + totalTimeout,
    attempts: 0,
    sentAt: now,
    inFlight: false,
    mayHaveExecuted: false,
    renewal: "none",
  };
}

/** A success: the body as data, and the response that it came in. */
export interface Reply {
  readonly data: unknown;
  readonly response: Response;
}

export type Transport = (call: Call) => Promise<Reply>;

/** One concern around a transport. */
export type Layer = (next: Transport) => Transport;

/** Time and chance, which tests replace. */
export interface Platform {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after that many milliseconds; rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** The story of a call up to a failure, as its error tells it. */
export function storyOf(call: Call, now: number, retryable: boolean, mayHaveExecuted: boolean): CallStory {
  const { operation, host, progress } = call;
  progress.mayHaveExecuted ||= mayHaveExecuted;
  return {
    operation,
    host,
    attempts: progress.attempts,
    elapsedMs: Math.round(now - progress.startedAt),
    retryable,
    mayHaveExecuted: progress.mayHaveExecuted,
  };
}
