import type { Traits } from "../api.js";
import type { CallSummary, TimeoutError } from "../errors.js";
import type { CoreInit } from "../openapi-fetch.js";
import type { Limits } from "../options.js";
import { createRedact, type Redact } from "./redact.js";

/** A call in progress: the request that each attempt sends, and the state that the attempts share. */
export interface Call {
  /** Method and path template. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly baseUrl: string;
  readonly init: Omit<CoreInit, "fetch" | "signal">;
  readonly signal: AbortSignal | undefined;
  readonly limits: Limits;
  /** Options of fetch that the user has added. */
  readonly fetchOptions: object;
  readonly traits: Traits;
  readonly platform: Platform;
  readonly startedAt: number;
  /** Whether sending all requests of this call again has the same effect as sending them once (RFC 9110, 9.2.2). */
  idempotent: boolean;
  /** The number of requests sent, and the time of the last one. */
  attempts: number;
  sentAt: number;
  mayHaveExecuted: boolean;
  /** The keys of all attempts. The last one is the key of the current attempt. */
  readonly keys: string[];
  /** The error for a deadline that has passed. */
  timeoutError: TimeoutError | undefined;
  /** The generation of the last key, if `apiKey` is a function. */
  keyGeneration: number | undefined;
  /** The generation of the key that the server rejected. A call refreshes the key at most once. */
  rejected: number | undefined;
}

/** All methods in use are idempotent but POST and PATCH (RFC 9110, 9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^P(?:OST|ATCH)$/.test(method);
}

/** Milliseconds until the deadline of the whole call. */
export function remainingMs({ startedAt, limits, platform }: Call): number {
  return startedAt + limits.totalTimeout - platform.now();
}

/** Removes the keys of the call from texts of the server and the platform. */
export function redactFor({ keys }: Call): Redact {
  return createRedact(keys);
}

export function hostOf({ baseUrl }: Call): string {
  return new URL(baseUrl).host;
}

/** The properties that all errors of this call have. */
export function summaryOf(call: Call, retryable: boolean, mayHaveExecuted: boolean): CallSummary {
  call.mayHaveExecuted ||= mayHaveExecuted;
  const { operation, attempts, startedAt, platform } = call;
  const elapsedMs = Math.round(platform.now() - startedAt);
  return { operation, host: hostOf(call), attempts, elapsedMs, retryable, mayHaveExecuted: call.mayHaveExecuted };
}

/** Clock, random numbers and timers. Tests replace them. */
export interface Platform {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  random(): number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}
