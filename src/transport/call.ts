import type { Traits } from "../api.js";
import type { CallSummary } from "../errors.js";
import type { CoreInit } from "../openapi-fetch.js";
import type { Limits } from "../options.js";
import type { CallResult } from "../types.js";
import { createRedact, type Redact } from "./redact.js";

/** A call as data: what each attempt sends, and how its response is read. */
export interface CallRequest {
  /** Method and path template, as in the document. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly baseUrl: string;
  readonly init: Omit<CoreInit, "fetch" | "signal">;
  readonly signal: AbortSignal | undefined;
  readonly limits: Limits;
  /** Whether sending it twice has the effect of sending it once (RFC 9110, 9.2.2). */
  readonly idempotent: boolean;
  readonly traits: Traits;
}

/** A call in progress: its request, and the state that its attempts share. */
export class Call {
  readonly startedAt: number;
  /** Requests sent, and when the last one was. */
  attempts = 0;
  sentAt = 0;
  mayHaveExecuted = false;
  /** Whether every request sent so far may be sent again. False as soon as middleware has turned one into a POST. */
  idempotent: boolean;
  /** The key of the current attempt, and those of all attempts. */
  key = "";
  readonly keys = new Set<string>();
  /** Which key it is, when it can be renewed. */
  keyGeneration: number | undefined;
  /** The generation of the key that was rejected; a call asks for another at most once. */
  rejected: number | undefined;

  constructor(
    readonly request: CallRequest,
    readonly platform: Platform,
  ) {
    this.startedAt = platform.now();
    this.idempotent = request.idempotent;
  }

  get host(): string {
    return new URL(this.request.baseUrl).host;
  }

  /** Milliseconds until the deadline of the whole call. */
  get remainingMs(): number {
    return this.startedAt + this.request.limits.totalTimeout - this.platform.now();
  }

  /** Takes the keys out of what the server and the platform have said. */
  get redact(): Redact {
    return createRedact(this.keys);
  }

  /** The properties that every error of this call has. */
  summary(retryable: boolean, mayHaveExecuted: boolean): CallSummary {
    this.mayHaveExecuted ||= mayHaveExecuted;
    const { request, host, attempts } = this;
    const elapsedMs = Math.round(this.platform.now() - this.startedAt);
    return {
      operation: request.operation,
      host,
      attempts,
      elapsedMs,
      retryable,
      mayHaveExecuted: this.mayHaveExecuted,
    };
  }
}

/** Carries a call out, or one attempt of it. */
export type Step = (call: Call) => Promise<CallResult<unknown>>;

/** Clock, randomness and timers, which tests replace. */
export interface Platform {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  random(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}
