import type { CallStory } from "../errors.js";
import type { Limits } from "../options.js";
import type { CallResult } from "../types.js";

/** A call as data. Each attempt makes a fresh request of it, so a body can be sent twice and no signal is lost. */
export interface CallRequest {
  /** Method and path template, as the document has them. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestInit["body"];
  readonly signal: AbortSignal | undefined;
  /** Whether sending it twice has the effect of sending it once (RFC 9110, 9.2.2). */
  readonly idempotent: boolean;
  /** Whether the document promises a body with every success. */
  readonly promisesBody: boolean;
  /** The media types of a success, where there are others than JSON. */
  readonly receives: readonly string[] | undefined;
  readonly limits: Limits;
}

/** A call under way: its request, and how far it has come. */
export class Call {
  readonly startedAt: number;
  /** Requests sent, and when the last one was. */
  attempts = 0;
  sentAt = 0;
  mayHaveExecuted = false;
  /** The key of the attempt, to be kept out of everything that it gives rise to. */
  key = "";
  /** Which key it is, when it can be renewed. */
  keyGeneration: number | undefined;
  /** The generation of the key that was rejected; a call asks for another at most once. */
  rejected: number | undefined;

  constructor(
    readonly request: CallRequest,
    readonly platform: Platform,
  ) {
    this.startedAt = platform.now();
  }

  get host(): string {
    return new URL(this.request.url).host;
  }

  /** Milliseconds until the deadline of the whole call. */
  get left(): number {
    return this.startedAt + this.request.limits.totalTimeout - this.platform.now();
  }

  /** Takes the key out of a text that somebody else made. */
  scrub(text: string): string {
    return text.replaceAll(this.key, "[redacted]");
  }

  /** The story of the call up to a failure, as its error tells it. */
  story(retryable: boolean, mayHaveExecuted: boolean): CallStory {
    this.mayHaveExecuted ||= mayHaveExecuted;
    const { request, host, attempts } = this;
    const elapsedMs = Math.round(this.platform.now() - this.startedAt);
    const told = { operation: request.operation, host, attempts, elapsedMs };
    return { ...told, retryable, mayHaveExecuted: this.mayHaveExecuted };
  }
}

/** Carries a call out, or a part of it. */
export type Step = (call: Call) => Promise<CallResult<unknown>>;

/** Time and chance, which tests replace. */
export interface Platform {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  random(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}
