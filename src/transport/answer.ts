import { ApiError, ResponseFormatError } from "../errors.js";
import { oneLine } from "../text.js";
import type { Call } from "./call.js";
import { retryAfterMs } from "./retry-after.js";

const TEXT = /^text\/|json$/;
const RETRIED = new Set([408, 429, 500, 502, 503, 504]);

/** Reads a success: JSON, or what else the document has. Where it promises a body, an empty one is not a success. */
export async function readData(response: Response, call: Call): Promise<unknown> {
  const { promisesBody, receives } = call.request;
  const { type, charset } = contentType(response);
  // Bytes, where the document has more than JSON and the answer is no text.
  const content = receives && !TEXT.test(type) ? await response.blob() : await readText(response, charset);
  if (typeof content === "string" ? content.trim() === "" : content.size === 0) {
    if (!promisesBody) return undefined;
    throw toFormatError(response, call, "without a body, where the document promises one");
  }
  if (typeof content !== "string") return content;
  // Where bytes are promised, a text of another type is a login page or an error behind a 200.
  const documented = !receives || receives.includes(type);
  if (!documented) throw toFormatError(response, call, `with ${type}, not ${receives.join(" or ")}`);
  if (receives && !type.endsWith("json")) return content;
  const data = parse(content);
  if (data !== undefined) return data;
  const size = `${type || "no content type"}, ${content.length} characters`;
  throw toFormatError(response, call, `with a body that is not JSON (${size})`);
}

function toFormatError(response: Response, call: Call, problem: string): ResponseFormatError {
  const { status, statusText } = response;
  const what = call.scrub(`${status} ${statusText} ${oneLine(problem, 160)}`);
  const facts = { status, requestId: requestId(response, call) };
  return new ResponseFormatError(call.story(call.request.idempotent, true), what, facts);
}

/** Reads an answer that is not a success into its error. */
export async function readApiError(response: Response, call: Call): Promise<ApiError> {
  const { status, statusText } = response;
  // The status is known, so a body that breaks off changes nothing.
  const text = call.scrub(await readText(response, contentType(response).charset).catch(() => ""));
  const json = parse(text);
  const body = json === undefined && text.trim() !== "" ? text : json;
  const said = [`${status} ${call.scrub(statusText)}`.trim(), messageIn(body)].filter(Boolean).join(": ");
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, call.scrub(value));
  const facts = { requestId: requestId(response, call), retryAfterMs: retryAfterMs(headers, Date.now()) };
  const retryable = status === 429 || (call.request.idempotent && RETRIED.has(status));
  // A 4xx says that the request was refused, but a 408 may follow one that was carried out.
  const story = call.story(retryable, status >= 500 || status === 408);
  return new ApiError(story, said, { status, headers, body, ...facts });
}

/** What an error body says, in the form that the API uses: a `message`, and `errors` of `{ field, message }`. */
function messageIn(body: unknown): string {
  const { message, errors } = (body ?? {}) as { message?: unknown; errors?: unknown };
  const fields = Array.isArray(errors) ? errors : [];
  const said = [message, ...fields.map((item) => `${item?.field ?? ""} ${item?.message ?? ""}`.trim())];
  return said.filter((part) => typeof part === "string" && part !== "").join("; ");
}

/** The server's id of the request, for a support case. */
function requestId({ headers }: Response, call: Call): string | undefined {
  const id = headers.get("x-request-id");
  return id === null ? undefined : call.scrub(id);
}

/** What a text stands for as JSON; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function contentType({ headers }: Response): { type: string; charset: string | undefined } {
  const value = (headers.get("content-type") ?? "").toLowerCase();
  return { type: value.replace(/;.*/, "").trim(), charset: /charset="?([^";\s]+)/.exec(value)?.[1] };
}

/** The whole body as text, in its charset; otherwise UTF-8 without byte order mark (RFC 8259, 8.1). */
async function readText(response: Response, charset = "utf-8"): Promise<string> {
  if (charset === "utf-8") return response.text();
  const bytes = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // There is no such charset.
    return new TextDecoder().decode(bytes);
  }
}
