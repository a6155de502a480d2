import { ConnectionError, isAgentsError } from "../errors.js";
import { type Call, redactFor, summaryOf } from "./call.js";
import type { Redact } from "./redact.js";

// The patterns are for `syscall code message` of an error. Words in them have a space, so that no URL in a message matches.
// Nothing was sent: the name was not found, no connection was made, or TLS or a proxy's CONNECT did not get through.
const UNSENT =
  /^(connect|bind|getaddrinfo|query\w+) |^\S+ (ENOTFOUND|EAI_\w+|E?CONN(ECTION)?REFUSED|FailedToOpenSocket|UND_ERR_(CONNECT_TIMEOUT|PRX_CONN|SOCKS\w*)) |reason: (connect|getaddrinfo) |dns error|connection refused|error \(connect\):|before secure TLS |proxy response \(|proxy connection timed|^\S+ \S+ socks\d/i;
// Nothing was sent, and another attempt would fail alike: a certificate or TLS that does not fit, a proxy that refuses, a
// port that fetch blocks, what undici takes for wrong, a dispatcher that is closed, a mock that does not know the request.
const HOPELESS =
  /^\S+ (\S*CERT(_\S*)?|UNABLE_TO_\S+|UND_ERR_(PRX_TLS|INVALID_ARG|NOT_SUPPORTED|REQ_CONT\w+|CLOSED)|UND_MOCK\S+) |wrong version number|unsupported protocol|alert number (4\d|7[01]|86|1[012]\d)|peer certificate|proxy response \((?!5|408|429)|proxy auth\w+ req|bad port$/i;
// Node's codes for wrong arguments: mistakes of whoever wrote the fetch, not of the network.
const MISTAKE = /^ERR_(HTTP_)?INVALID/;
// The words of platforms whose fetch gives no code: undici, Chromium, Firefox, WebKit, Deno, workerd.
const WORDS =
  /^(fetch failed|terminated|failed to fetch|network ?(error|connection lost)|load failed|error (sending|reading))/i;

/**
 * The ConnectionError for what a fetch rejects with when the network fails (fetch standard: a TypeError; its causes
 * hold the system's error where the platform tells it). Anything else is somebody's mistake and comes back as it is.
 */
export function toConnectionError(error: unknown, call: Call): unknown {
  if (!isError(error) || isAgentsError(error)) return error;
  const roots = rootsOf(error);
  const codes = roots.map(codeOf).filter((code) => code !== undefined);
  const known = codes.length > 0 ? !codes.some((code) => MISTAKE.test(code)) : WORDS.test(error.message);
  if (!known) return error;
  const unsent = roots.every(isUnsent);
  const hopeless = unsent && roots.some((root) => HOPELESS.test(said(root)));
  const what = unsent ? "the connection could not be made" : "the connection broke";
  const summary = summaryOf(call, !hopeless && (unsent || call.idempotent), !unsent);
  const redact = redactFor(call);
  const words = [what, codes[0] && redact.text(codes[0])].filter(Boolean).join(": ");
  return new ConnectionError(summary, words, { cause: safeCause(error, redact) });
}

/** An error as platforms give it. */
type PlatformError = Error & { code?: unknown; syscall?: unknown; errors?: unknown };

function codeOf({ code }: PlatformError): string | undefined {
  return typeof code === "string" ? code : undefined;
}

function said(error: PlatformError): string {
  return `${error.syscall} ${codeOf(error)} ${error.message}`;
}

function isUnsent(error: PlatformError): boolean {
  return UNSENT.test(said(error)) || HOPELESS.test(said(error));
}

/**
 * The errors at the root of one: the last of its causes, or the first that says that nothing was sent, and every error of
 * an AggregateError (one per address).
 */
function rootsOf(error: PlatformError, depth = 0): PlatformError[] {
  const errors = causes(error).filter(isError);
  const last = errors.length === 0 || depth > 4 || (!Array.isArray(error.errors) && isUnsent(error));
  return last ? [error] : errors.flatMap((cause) => rootsOf(cause, depth + 1));
}

function causes({ errors, cause }: PlatformError): readonly unknown[] {
  return Array.isArray(errors) ? errors : [cause];
}

/**
 * Not by `instanceof` alone: where code runs in a realm of its own, as in Jest, the platform's errors are of another one.
 * Those of node-fetch 2 are recognised by nothing else. What cannot even be looked at is none.
 */
function isError(value: unknown): value is PlatformError {
  try {
    return value instanceof Error || /Error|Exception/.test(Object.prototype.toString.call(value));
  } catch {
    return false;
  }
}

/** A copy of a platform's error that is safe to keep: its words without the key, and none of its other properties. */
function safeCause(error: unknown, redact: Redact, depth = 0): Error | undefined {
  if (!isError(error) || depth > 4) return undefined;
  const cause = safeCause(causes(error)[0], redact, depth + 1);
  const copy = new Error(redact.text(`${error.message}`), cause && { cause });
  const code = codeOf(error);
  copy.name = redact.text(`${error.name}`);
  copy.stack = redact.text(`${error.stack}`);
  return Object.assign(copy, code && { code: redact.text(code) });
}
