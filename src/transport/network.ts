import { ConnectionError } from "../errors.js";
import { type Call, redactFor, summaryOf } from "./call.js";
import type { Redact } from "./redact.js";

type Trace = { readonly code?: unknown; readonly syscall?: unknown; readonly message?: unknown };

const NEVER_MADE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
// The server's certificate was refused: nothing was sent, and another attempt would fail alike.
const CERTIFICATE = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT_)/;
// Node's codes for wrong arguments: mistakes of whoever wrote the fetch, not of the network.
const MISTAKE = /^ERR_(?:HTTP_)?INVALID/;
// The words of platforms whose fetch gives no code: undici, Chromium, Firefox, WebKit, Deno, workerd.
const WORDS =
  /^(?:fetch failed|terminated|failed to fetch|network ?(?:error|connection lost)|load failed|error (?:sending|reading))/i;
const WORDS_NEVER_MADE = /connection refused|dns error/i;

/**
 * The ConnectionError for what a fetch rejects with when the network fails (fetch standard: a TypeError; its causes
 * hold the system's error where the platform tells it). Anything else is somebody's mistake and comes back as it is.
 */
export function toConnectionError(error: unknown, call: Call): unknown {
  if (!isError(error)) return error;
  const traces = leaves(error);
  const codes = traces.flatMap(({ code }) => (typeof code === "string" ? [code] : []));
  if (codes.some((code) => MISTAKE.test(code)) || (codes.length === 0 && !WORDS.test(error.message))) return error;
  const refused = codes.some((code) => CERTIFICATE.test(code));
  const neverMade = refused || traces.every(isNeverMade);
  const what = neverMade ? "the connection could not be made" : "the connection broke";
  const summary = summaryOf(call, !refused && (neverMade || call.idempotent), !neverMade);
  return new ConnectionError(summary, codes[0] ? `${what}: ${codes[0]}` : what, {
    cause: safeCause(error, redactFor(call)),
  });
}

function isNeverMade({ code, syscall, message }: Trace): boolean {
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  return typeof code === "string" ? NEVER_MADE.test(code) : WORDS_NEVER_MADE.test(String(message));
}

/** The errors at the root of one: the last of its causes, and every error of an AggregateError (one per address). */
function leaves(error: Error, depth = 0): Trace[] {
  const errors = causes(error).filter(isError);
  return errors.length === 0 || depth > 4 ? [error] : errors.flatMap((cause) => leaves(cause, depth + 1));
}

function causes(error: Error & { errors?: unknown }): readonly unknown[] {
  return Array.isArray(error.errors) ? error.errors : [error.cause];
}

/** Not by `instanceof`: where code runs in a realm of its own, as in Jest, the platform's errors are of another one. */
function isError(value: unknown): value is Error {
  return /Error|Exception/.test(Object.prototype.toString.call(value));
}

/** A copy of a platform's error that is safe to keep: its words without the key, and none of its other properties. */
function safeCause(error: unknown, redact: Redact, depth = 0): Error | undefined {
  if (!isError(error) || depth > 4) return undefined;
  const cause = safeCause(causes(error)[0], redact, depth + 1);
  const copy = new Error(redact.text(error.message), cause && { cause });
  copy.name = redact.text(String(error.name));
  copy.stack = redact.text(error.stack ?? "");
  const { code } = error as Trace;
  return typeof code === "string" ? Object.assign(copy, { code: redact.text(code) }) : copy;
}
