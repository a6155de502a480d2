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
/** How many characters of a text an error keeps. */
const MAX_TEXT = 1_000;
/** A 501 or 505 is permanent (RFC 9110, 15.6.2 and 15.6.6). Other 5xx are temporary, also those of CDNs up to 530. */
const RETRIED = /^(408|429|5(?!0[15])..)$/;

/** Reads the body of a success as JSON, text or a Blob, by its media type. */
export async function readData(response: Response, call: Call): Promise<unknown> {
  const { mayBeEmpty, receives } = call.traits;
  const kind = receives ? kindOf(mediaTypeOf(response.headers.get("content-type") ?? ""), receives) : "json";
  const content = kind === "bytes" ? await response.blob() : await readText(response);
  if (typeof content === "string" ? content.trim() === "" : content.size === 0) {
    if (mayBeEmpty) return undefined;
    // An empty text is a text.
    if (kind !== "text") throw toFormatError(response, call, "the body is empty, but the document describes one");
  }
  if (typeof content !== "string") return content;
  if (!kind) {
    throw toFormatError(response, call, `the document describes ${Object.keys(receives ?? {}).join(" or ")}`, content);
  }
  if (kind === "text") return content;
  try {
    return JSON.parse(content);
  } catch {
    throw toFormatError(response, call, `the body is not JSON (${content.length} characters)`, content);
  }
}

/** How to read a media type, by the most specific media range (RFC 9110, 12.5.1). Undefined if no range matches. */
function kindOf(type: string, receives: Readonly<Record<string, Kind>>): Kind | undefined {
  const natural = JSON_TYPE.test(type) ? "json" : TEXT.test(type) ? "text" : "bytes";
  const known = own(receives);
  const kind = known[type] ?? known[type.replace(/\/.*/, "/*")] ?? known["*/*"];
  if (kind) return kind === "any" ? natural : kind;
  const kinds = Object.values(receives);
  if (type === "") return kinds[0];
  // An unexpected text is a login page, or an error with status 200.
  return natural !== "text" && kinds.includes(natural) ? natural : undefined;
}

function toFormatError(response: Response, call: Call, problem: string, text?: string): ResponseFormatError {
  const { status, statusText, headers } = response;
  const redact = redactFor(call);
  // Redacted before it is cut and put into lower case, which could hide a key.
  const type = mediaTypeOf(redact.text(headers.get("content-type") ?? "")) || "no content type";
  const what = `${status} ${redact.text(statusText)} with ${type}: ${problem}`;
  const body = text && (text.length > MAX_TEXT ? redact.cutOff(text.slice(0, MAX_TEXT)) : redact.text(text));
  const facts = { status, requestId: requestIdOf(response, redact), body };
  return new ResponseFormatError(summaryOf(call, call.idempotent, true), what, facts);
}

/** The error for a response that is not a success. `body`: its JSON or text. `sent`: a request was sent for it. */
export function toApiError(response: Response, body: unknown, call: Call, sent: boolean): ApiError {
  const { status, statusText } = response;
  const redact = redactFor(call);
  const safeBody = redact.json(typeof body === "string" && body.trim() === "" ? undefined : body);
  const what = [`${status} ${redact.text(statusText)}`.trim(), messageIn(safeBody)].filter(Boolean).join(": ");
  const headers = new Headers();
  // A header name cannot have the brackets of "[redacted]" (RFC 9110, 5.6.2).
  for (const [name, value] of response.headers) {
    headers.append(redact.text(name).replace(/[[\]]/g, ""), redact.text(value));
  }
  const facts = { requestId: requestIdOf(response, redact), retryAfterMs: retryAfterMs(response.headers, Date.now()) };
  const retryable = status === 429 || (call.idempotent && RETRIED.test(`${status}`));
  // A 4xx means that the request was refused. But a 408 can follow a request that was carried out.
  const summary = summaryOf(call, retryable, sent && (status >= 500 || status === 408));
  return new ApiError(summary, what, { status, headers, code: codeIn(safeBody), body: safeBody, ...facts });
}

/** The message in an error body, each text once. Of an HTML page, the title or else the text. */
function messageIn(body: unknown): string {
  if (typeof body !== "string") return [...new Set(textsIn(body, 0))].join("; ");
  const title = /<title[^<>]*>([^<]*[^<\s])/i.exec(body)?.[1];
  return textsIn(title ?? body.replace(/<(style|script)[\s\S]*?(<\/\1>|$)/gi, " "), 0).join();
}

/** The properties with error messages: of this API, of problem details (RFC 9457) and of gateways. */
const MESSAGE_PROPERTIES = ["error_message", "message", "msg", "title", "detail", "error", "errors", "violations"];

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === "string") return [oneLine(value, 300).trim()].filter(Boolean);
  // The limit protects from deeply nested bodies.
  if (typeof value !== "object" || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, depth + 1));
  const object = value as Record<string, unknown>;
  const texts = MESSAGE_PROPERTIES.flatMap((name) => textsIn(object[name], depth + 1));
  // The field that the error is about. Some frameworks write it as a list of names and indexes.
  const place = [object.field ?? object.location ?? object.loc].flat().filter((part) => typeof part !== "object");
  return depth > 0 ? [[place.join("."), texts.join("; ")].join(" ").trim()].filter(Boolean) : texts;
}

/** The error code in a body. */
function codeIn(body: unknown): string | undefined {
  const { error_code, code, error } = (body ?? {}) as Record<string, { code?: unknown } | undefined>;
  const found = [error_code, code, error?.code].find(
    (one) => typeof one === "number" || (one && typeof one === "string"),
  );
  return found === undefined ? undefined : String(found);
}

const REQUEST_ID = ["x-polyai-correlation-id", "x-kong-request-id", "x-request-id"];

/** The server's id for the request. */
export function requestIdOf({ headers }: Response, redact: Redact): string | undefined {
  const id = REQUEST_ID.map((name) => headers.get(name)).find(Boolean);
  return id ? redact.text(id) : undefined;
}
