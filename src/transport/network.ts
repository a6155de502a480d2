import { ConnectionError, isAgentsError } from "../errors.js";
import { type Call, redactFor, summaryOf } from "./call.js";
import type { Redact } from "./redact.js";

// By the system call, the code, or the words of Deno and workerd, which give no code.
const NEVER_MADE =
  /^(connect|getaddrinfo) |ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|(econn|connection ?)refused|FailedToOpenSocket|dns error/i;
// The server's certificate was refused: nothing was sent, and another attempt would fail alike.
const CERTIFICATE = /CERT(_|$)|^UNABLE_TO_/;
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
  const refused = codes.some((code) => CERTIFICATE.test(code));
  const neverMade =
    refused || roots.every((root) => NEVER_MADE.test(`${root.syscall} ${codeOf(root) ?? root.message}`));
  const what = neverMade ? "the connection could not be made" : "the connection broke";
  const summary = summaryOf(call, !refused && (neverMade || call.idempotent), !neverMade);
  const redact = redactFor(call);
  const words = [what, codes[0] && redact.text(codes[0])].filter(Boolean).join(": ");
  return new ConnectionError(summary, words, { cause: safeCause(error, redact) });
}

/** An error as platforms give it. */
type PlatformError = Error & { code?: unknown; syscall?: unknown; errors?: unknown };

function codeOf({ code }: PlatformError): string | undefined {
  return typeof code === "string" ? code : undefined;
}

/** The errors at the root of one: the last of its causes, and every error of an AggregateError (one per address). */
function rootsOf(error: PlatformError, depth = 0): PlatformError[] {
  const errors = causes(error).filter(isError);
  return errors.length === 0 || depth > 4 ? [error] : errors.flatMap((cause) => rootsOf(cause, depth + 1));
}

function causes({ errors, cause }: PlatformError): readonly unknown[] {
  return Array.isArray(errors) ? errors : [cause];
}

/** Not by `instanceof`: where code runs in a realm of its own, as in Jest, the platform's errors are of another one. */
function isError(value: unknown): value is PlatformError {
  return /Error|Exception/.test(Object.prototype.toString.call(value));
}

/** A copy of a platform's error that is safe to keep: its words without the key, and none of its other properties. */
function safeCause(error: unknown, redact: Redact, depth = 0): Error | undefined {
  if (!isError(error) || depth > 4) return undefined;
  const cause = safeCause(causes(error)[0], redact, depth + 1);
  const copy = new Error(redact.text(String(error.message)), cause && { cause });
  const code = codeOf(error);
  copy.name = redact.text(String(error.name));
  copy.stack = redact.text(String(error.stack ?? ""));
  return Object.assign(copy, code && { code: redact.text(code) });
}
