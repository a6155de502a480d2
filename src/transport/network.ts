import { scrub } from "../text.js";

/** What is known of a failure of the network. */
export interface NetworkFailure {
  /** The platform's code, such as ECONNRESET. */
  readonly code: string | undefined;
  /** Whether the connection was provably never made, so that nothing can have been executed. */
  readonly neverMade: boolean;
  /** Whether another attempt would fail alike: the server's certificate was not accepted. */
  readonly permanent: boolean;
}

interface Trace {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
}

const NEVER_MADE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
const CERTIFICATE = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_)/;
// Codes that Node gives to wrong arguments: mistakes of whoever wrote the fetch, not of the network.
const MISTAKE = /^ERR_(?:INVALID|HTTP_INVALID|MISSING|OUT_OF_RANGE)/;
// The words of each platform whose fetch gives no code: undici; Chromium; Firefox; WebKit; Deno; workerd.
const WORDS =
  /^(?:fetch failed|terminated|Failed to fetch|network error|NetworkError when|Load failed|error sending request|error reading a body|Network connection lost|client error)/i;
const WORDS_NEVER_MADE = /connection refused|dns error|failed to lookup address/i;

/**
 * Recognises what a fetch rejects with when the network fails (fetch standard: a TypeError, with the system's error as
 * its cause where the platform tells). Undefined for anything else, which then is somebody's mistake.
 */
export function networkFailure(error: unknown): NetworkFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const traces = leaves(error);
  const codes = traces.flatMap(({ code }) => (typeof code === "string" ? [code] : []));
  if (codes.some((code) => MISTAKE.test(code))) return undefined;
  if (codes.length === 0 && !WORDS.test(error.message)) return undefined;
  const permanent = codes.some((code) => CERTIFICATE.test(code));
  return { code: codes[0], neverMade: permanent || traces.every(isNeverMade), permanent };
}

function isNeverMade({ code, syscall, message }: Trace): boolean {
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  return typeof code === "string" ? NEVER_MADE.test(code) : WORDS_NEVER_MADE.test(String(message));
}

/** The errors at the root of one: the last of its causes, and every error of an AggregateError (one per address). */
function leaves(error: Error, depth = 0): Trace[] {
  const deeper = error instanceof AggregateError ? error.errors : [error.cause];
  const errors = deeper.filter((cause) => cause instanceof Error);
  return errors.length === 0 || depth > 4 ? [error] : errors.flatMap((cause) => leaves(cause, depth + 1));
}

/** A copy of a platform's error that is safe to keep: its words without the key, and none of its other properties. */
export function safeCause(error: unknown, secret: string, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  const cause = safeCause(inner, secret, depth + 1);
  const copy = new Error(scrub(error.message, secret), cause && { cause });
  copy.name = error.name;
  copy.stack = scrub(error.stack ?? "", secret);
  const { code } = error as Trace;
  return typeof code === "string" ? Object.assign(copy, { code: scrub(code, secret) }) : copy;
}
