import type { Traits } from "../api.js";
import type { CallSummary, TimeoutError } from "../errors.js";
import type { CoreInit } from "../openapi-fetch.js";
import type { Limits } from "../options.js";
import { createRedact, type Redact } from "./redact.js";

/** A call in progress: what each attempt sends, how its response is read, and the state that attempts share. */
export interface Call {
  /** Method and path template, as in the document. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly baseUrl: string;
  readonly init: Omit<CoreInit, "fetch" | "signal">;
  readonly signal: AbortSignal | undefined;
  readonly limits: Limits;
  /** Options of fetch beside those that the client sets. */
  readonly fetchOptions: object;
  readonly traits: Traits;
  readonly platform: Platform;
  readonly startedAt: number;
  /** Whether every request sent so far may be sent again with the effect of one (RFC 9110, 9.2.2). */
  idempotent: boolean;
  /** Requests sent, and when the last one was. */
  attempts: number;
  sentAt: number;
  mayHaveExecuted: boolean;
  /** The keys of all attempts; the last one is that of the current attempt. */
  readonly keys: string[];
  /** The deadline that has passed, if one has. */
  timeoutError: TimeoutError | undefined;
  /** Which key the last one is, when it can be renewed. */
  keyGeneration: number | undefined;
  /** The generation of the key that was rejected; a call asks for another at most once. */
  rejected: number | undefined;
}

/** POST and PATCH are the methods that are not (RFC 9110, 9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^P(?:OST|ATCH)$/.test(method);
}

/** Milliseconds until the deadline of the whole call. */
export function remainingMs({ startedAt, limits, platform }: Call): number {
  return startedAt + limits.totalTimeout - platform.now();
}

/** Takes the keys of the call out of what the server and the platform have said. */
export function redactFor({ keys }: Call): Redact {
  return createRedact(keys);
}

export function hostOf({ baseUrl }: Call): string {
  return new URL(baseUrl).host;
}

/** The properties that every error of this call has. */
export function summaryOf(call: Call, retryable: boolean, mayHaveExecuted: boolean): CallSummary {
  call.mayHaveExecuted ||= mayHaveExecuted;
  const { operation, attempts, startedAt, platform } = call;
  const elapsedMs = Math.round(platform.now() - startedAt);
  return { operation, host: hostOf(call), attempts, elapsedMs, retryable, mayHaveExecuted: call.mayHaveExecuted };
}

/** Clock, randomness and timers, which tests replace. */
export interface Platform {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  random(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}
