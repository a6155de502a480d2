import type { Kind } from "../api.js";
import { ApiError, ResponseFormatError } from "../errors.js";
import { own } from "../own.js";
import { oneLine } from "../text.js";
import { mediaTypeOf, readText } from "./body-text.js";
import { type Call, redactFor, summaryOf } from "./call.js";
import type { Redact } from "./redact.js";
import { retryAfterMs } from "./retry-after.js";

const JSON_TYPE = /^application\/json$|\+json$/;
const TEXT = /^text\/|json/;
/** How many characters of a text in place of JSON an error keeps. */
const MAX_TEXT = 1_000;
/** 501 and 505 say that the server will never do it (RFC 9110, 15.6.2 and 15.6.6); a CDN has 5xx of its own, up to 530. */
const RETRIED = /^(408|429|5(?!0[15])..)$/;

/** Reads the body of a success: JSON, or as the document says for its media type. */
export async function readData(response: Response, call: Call): Promise<unknown> {
  const { mayBeEmpty, receives = { "*/*": "json" } } = call.traits;
  const type = mediaTypeOf(response.headers.get("content-type") ?? "");
  const kind = kindOf(type, receives);
  const content = kind === "bytes" ? await response.blob() : await readText(response);
  if (typeof content === "string" ? content.trim() === "" : content.size === 0) {
    if (mayBeEmpty) return undefined;
    // No lines are a text, too.
    if (kind !== "text") throw toFormatError(response, call, "the body is empty, where the document describes one");
  }
  if (typeof content !== "string") return content;
  if (!kind) {
    throw toFormatError(response, call, `the document describes ${Object.keys(receives).join(" or ")}`, content);
  }
  if (kind === "text") return content;
  try {
    return JSON.parse(content);
  } catch {
    throw toFormatError(response, call, `the body is not JSON (${content.length} characters)`, content);
  }
}

/** How to read a media type: as the most specific range says (RFC 9110, 12.5.1). Undefined where the document has none. */
function kindOf(type: string, receives: Readonly<Record<string, Kind>>): Kind | undefined {
  const natural = JSON_TYPE.test(type) ? "json" : TEXT.test(type) ? "text" : "bytes";
  const known = own(receives);
  const kind = known[type] ?? known[type.replace(/\/.*/, "/*")] ?? known["*/*"];
  if (kind) return kind === "any" ? natural : kind;
  const kinds = Object.values(receives);
  if (type === "") return kinds[0];
  // A text of another type is a login page or an error behind a 200.
  return natural !== "text" && kinds.includes(natural) ? natural : undefined;
}

function toFormatError(response: Response, call: Call, problem: string, text?: string): ResponseFormatError {
  const { status, statusText, headers } = response;
  const redact = redactFor(call);
  // Redacted first: what is cut off or in lower case could hide a key.
  const type = mediaTypeOf(redact.text(headers.get("content-type") ?? "")) || "no content type";
  const what = `${status} ${redact.text(statusText)} with ${type}: ${problem}`;
  const body = text && (text.length > MAX_TEXT ? redact.cutOff(text.slice(0, MAX_TEXT)) : redact.text(text));
  const facts = { status, requestId: requestIdOf(response, redact), body };
  return new ResponseFormatError(summaryOf(call, call.idempotent, true), what, facts);
}

/** The error for a response that is not a success. `body` is its JSON or text; `sent` says that a request caused it. */
export function toApiError(response: Response, body: unknown, call: Call, sent: boolean): ApiError {
  const { status, statusText } = response;
  const redact = redactFor(call);
  const safeBody = redact.json(typeof body === "string" && body.trim() === "" ? undefined : body);
  const what = [`${status} ${redact.text(statusText)}`.trim(), messageIn(safeBody)].filter(Boolean).join(": ");
  const headers = new Headers();
  // A name has no brackets (RFC 9110, 5.6.2).
  for (const [name, value] of response.headers) {
    headers.append(redact.text(name).replace(/[[\]]/g, ""), redact.text(value));
  }
  const facts = { requestId: requestIdOf(response, redact), retryAfterMs: retryAfterMs(response.headers, Date.now()) };
  const retryable = status === 429 || (call.idempotent && RETRIED.test(`${status}`));
  // A 4xx says that the request was refused, but a 408 may follow one that was carried out.
  const summary = summaryOf(call, retryable, sent && (status >= 500 || status === 408));
  return new ApiError(summary, what, { status, headers, code: codeIn(safeBody), body: safeBody, ...facts });
}

/** What an error body says in words, each text once; of an HTML page its title, or else its text. */
function messageIn(body: unknown): string {
  if (typeof body !== "string") return [...new Set(textsIn(body, 0))].join("; ");
  const title = /<title[^<>]*>([^<]*[^<\s])/i.exec(body)?.[1];
  return textsIn(title ?? body.replace(/<(style|script)[\s\S]*?(<\/\1>|$)/gi, " "), 0).join();
}

/** The properties that hold the words of an error, in the API's own bodies, problem details (RFC 9457) and gateways'. */
const WORDS = ["error_message", "message", "msg", "title", "detail", "error", "errors", "violations"];

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === "string") return [oneLine(value, 300).trim()].filter(Boolean);
  // A hostile body nests deeper.
  if (typeof value !== "object" || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, depth + 1));
  const object = value as Record<string, unknown>;
  const texts = WORDS.flatMap((name) => textsIn(object[name], depth + 1));
  // The field or place that an error of a list is about; a path of names and indexes in some frameworks.
  const place = [object.field ?? object.location ?? object.loc].flat().filter((part) => typeof part !== "object");
  return depth > 0 ? [[place.join("."), texts.join("; ")].join(" ").trim()].filter(Boolean) : texts;
}

/** The code of an error, as its body has it. */
function codeIn(body: unknown): string | undefined {
  const { error_code, code, error } = (body ?? {}) as Record<string, { code?: unknown } | undefined>;
  const found = [error_code, code, error?.code].find(
    (one) => typeof one === "number" || (one && typeof one === "string"),
  );
  return found === undefined ? undefined : String(found);
}

const REQUEST_ID = ["x-polyai-correlation-id", "x-kong-request-id", "x-request-id"];

/** The server's id of the request, for a support case. */
export function requestIdOf({ headers }: Response, redact: Redact): string | undefined {
  const id = REQUEST_ID.map((name) => headers.get(name)).find(Boolean);
  return id ? redact.text(id) : undefined;
}
