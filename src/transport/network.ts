import { ConnectionError, isAgentsError } from "../errors.js";
import { type Call, redactFor, summaryOf } from "./call.js";
import type { Redact } from "./redact.js";

// The patterns match the text "syscall code message" of an error. They contain spaces, so that no URL in a message
// matches. Nothing was sent: the host was not found, the connection was refused, or TLS or a proxy's CONNECT failed.
const NOT_SENT =
  /^(connect|bind|getaddrinfo|query\w+) |^\S+ (ENOTFOUND|EAI_\w+|E?CONN(ECTION)?REFUSED|FailedToOpenSocket|UND_ERR_(CONNECT_TIMEOUT|PRX_CONN|SOCKS\w*)) |reason: (connect|getaddrinfo) |dns error|connection refused|error \(connect\):|before secure TLS |proxy response \(|proxy connection timed|^\S+ \S+ socks\d/i;
// Nothing was sent, and a retry would fail too: a wrong certificate or TLS version, a proxy that refuses, a port that
// fetch blocks, arguments that undici refuses, a closed dispatcher, a request that undici's MockAgent does not expect.
const NOT_RETRYABLE =
  /^\S+ (\S*CERT(_\S*)?|UNABLE_TO_\S+|UND_ERR_(PRX_TLS|INVALID_ARG|NOT_SUPPORTED|REQ_CONT\w+|CLOSED)|UND_MOCK\S+) |wrong version number|unsupported protocol|alert number (4\d|7[01]|86|1[012]\d)|peer certificate|proxy response \((?!5|408|429)|proxy auth\w+ req|bad port$/i;
// Node's codes for wrong arguments. These are bugs of the user's fetch function, not failures of the network.
const WRONG_ARGUMENT = /^ERR_(HTTP_)?INVALID/;
// Messages of platforms whose errors have no code: undici, Chromium, Firefox, WebKit, Deno, workerd.
const NETWORK_MESSAGE =
  /^(fetch failed|terminated|failed to fetch|network ?(error|connection lost)|load failed|error (sending|reading))/i;

/**
 * Converts the rejection of a fetch to a ConnectionError if the network failed. By the fetch standard that is a
 * TypeError; some platforms have the system's error in its causes. Any other value is a bug and is returned unchanged.
 */
export function toConnectionError(error: unknown, call: Call): unknown {
  if (!isError(error) || isAgentsError(error)) return error;
  const roots = rootsOf(error);
  const codes = roots.map(codeOf).filter((code) => code !== undefined);
  const known =
    codes.length > 0 ? !codes.some((code) => WRONG_ARGUMENT.test(code)) : NETWORK_MESSAGE.test(error.message);
  if (!known) return error;
  const notSent = roots.every(isNotSent);
  const permanent = notSent && roots.some((root) => NOT_RETRYABLE.test(describe(root)));
  const what = notSent ? "the connection could not be made" : "the connection broke";
  const summary = summaryOf(call, !permanent && (notSent || call.idempotent), !notSent);
  const redact = redactFor(call);
  const message = [what, codes[0] && redact.text(codes[0])].filter(Boolean).join(": ");
  return new ConnectionError(summary, message, { cause: safeCause(error, redact) });
}

/** An error of a platform. */
type PlatformError = Error & { code?: unknown; syscall?: unknown; errors?: unknown };

function codeOf({ code }: PlatformError): string | undefined {
  return typeof code === "string" ? code : undefined;
}

function describe(error: PlatformError): string {
  return `${error.syscall} ${codeOf(error)} ${error.message}`;
}

function isNotSent(error: PlatformError): boolean {
  return NOT_SENT.test(describe(error)) || NOT_RETRYABLE.test(describe(error));
}

/**
 * The root causes of an error: its last cause, or the first one that says that nothing was sent. An AggregateError has
 * several (one for each address).
 */
function rootsOf(error: PlatformError, depth = 0): PlatformError[] {
  const errors = causes(error).filter(isError);
  const last = errors.length === 0 || depth > 4 || (!Array.isArray(error.errors) && isNotSent(error));
  return last ? [error] : errors.flatMap((cause) => rootsOf(cause, depth + 1));
}

function causes({ errors, cause }: PlatformError): readonly unknown[] {
  return Array.isArray(errors) ? errors : [cause];
}

/**
 * Checks more than `instanceof`, since the platform's errors may be of another realm, as in Jest, and node-fetch 2 has
 * its own. False for objects that throw when they are inspected.
 */
function isError(value: unknown): value is PlatformError {
  try {
    return value instanceof Error || /Error|Exception/.test(Object.prototype.toString.call(value));
  } catch {
    return false;
  }
}

/** Copies a platform's error without the key, and without its other properties. */
function safeCause(error: unknown, redact: Redact, depth = 0): Error | undefined {
  if (!isError(error) || depth > 4) return undefined;
  const cause = safeCause(causes(error)[0], redact, depth + 1);
  const copy = new Error(redact.text(`${error.message}`), cause && { cause });
  const code = codeOf(error);
  copy.name = redact.text(`${error.name}`);
  copy.stack = redact.text(`${error.stack}`);
  return Object.assign(copy, code && { code: redact.text(code) });
}
