import type { Kind } from "../api.js";
import { ApiError, ResponseFormatError } from "../errors.js";
import { mediaTypeOf, readText } from "./body-text.js";
import { type Call, redactFor, summaryOf } from "./call.js";
import type { Redact } from "./redact.js";
import { retryAfterMs } from "./retry-after.js";

const JSON_TYPE = /^application\/json$|\+json$/;
const TEXT = /^text\/|json/;
const RETRIED = new Set([408, 429, 500, 502, 503, 504]);

/** Reads the body of a success: JSON, or as the document says for its media type. */
export async function readData(response: Response, call: Call): Promise<unknown> {
  const { open, receives = { "*/*": "json" } } = call.traits;
  const type = mediaTypeOf(response);
  const kind = kindOf(type, receives);
  const content = kind === "bytes" ? await response.blob() : await readText(response);
  if (typeof content === "string" ? content.trim() === "" : content.size === 0) {
    if (open) return undefined;
    // No lines are a text, too.
    if (kind !== "text") throw toFormatError(response, call, "without a body, where the document describes one");
  }
  if (!kind) throw toFormatError(response, call, `with ${type}, not ${Object.keys(receives).join(" or ")}`);
  if (kind !== "json") return content;
  const data = parse(content as string);
  if (data !== undefined) return data;
  const size = `${type || "no content type"}, ${(content as string).length} characters`;
  throw toFormatError(response, call, `with a body that is not JSON (${size})`);
}

/** How to read a media type: as the most specific range says (RFC 9110, 12.5.1). Undefined where the document has none. */
function kindOf(type: string, receives: Readonly<Record<string, Kind>>): Kind | undefined {
  const own = JSON_TYPE.test(type) ? "json" : TEXT.test(type) ? "text" : "bytes";
  const range = [type, type.replace(/\/.*/, "/*"), "*/*"].find((one) => Object.hasOwn(receives, one));
  if (range) return receives[range] === "any" ? own : receives[range];
  const kinds = Object.values(receives);
  if (type === "") return kinds[0];
  // A text of another type is a login page or an error behind a 200.
  return own !== "text" && kinds.includes(own) ? own : undefined;
}

function toFormatError(response: Response, call: Call, problem: string): ResponseFormatError {
  const { status, statusText } = response;
  const redact = redactFor(call);
  const what = redact.text(`${status} ${statusText} ${problem}`);
  const facts = { status, requestId: requestId(response, redact) };
  return new ResponseFormatError(summaryOf(call, call.idempotent, true), what, facts);
}

/** The error for a response that is not a success. `body` is its JSON or text; `sent` says that a request caused it. */
export function toApiError(response: Response, body: unknown, call: Call, sent: boolean): ApiError {
  const { status, statusText } = response;
  const redact = redactFor(call);
  const safeBody = redact.json(typeof body === "string" && body.trim() === "" ? undefined : body);
  const what = [`${status} ${redact.text(statusText)}`.trim(), messageIn(safeBody)].filter(Boolean).join(": ");
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, redact.text(value));
  const facts = { requestId: requestId(response, redact), retryAfterMs: retryAfterMs(response.headers, Date.now()) };
  const retryable = status === 429 || (call.idempotent && RETRIED.has(status));
  // A 4xx says that the request was refused, but a 408 may follow one that was carried out.
  const summary = summaryOf(call, retryable, sent && (status >= 500 || status === 408));
  return new ApiError(summary, what, { status, headers, body: safeBody, ...facts });
}

/** What an error body says, in the form that the API uses: a `message`, and `errors` of `{ field, message }`. */
function messageIn(body: unknown): string {
  const { message, errors } = (body ?? {}) as { message?: unknown; errors?: unknown };
  const fields = Array.isArray(errors) ? errors : [];
  const texts = [message, ...fields.map((item) => `${item?.field ?? ""} ${item?.message ?? ""}`.trim())];
  return texts.filter((part) => typeof part === "string" && part !== "").join("; ");
}

/** The server's id of the request, for a support case. */
function requestId({ headers }: Response, redact: Redact): string | undefined {
  const id = headers.get("x-request-id");
  return id === null ? undefined : redact.text(id);
}

/** The value of a JSON text; undefined when it is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
