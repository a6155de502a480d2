import { ApiError, ResponseFormatError } from "../errors.js";
import { oneLine, scrub } from "../text.js";
import type { Call } from "./call.js";
import { retryAfterMs } from "./retry-after.js";

/** The whole body as text, in the charset that it names; otherwise UTF-8 without byte order mark (RFC 8259, 8.1). */
export async function readText(response: Response): Promise<string> {
  const charset = /charset="?([^";\s]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return response.text();
  const bytes = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // There is no such charset.
    return new TextDecoder().decode(bytes);
  }
}

/** The data of a success. Where the document promises a body, an empty one is not a success. */
export function toData(response: Response, text: string, call: Call): unknown {
  if (text.trim() === "") {
    if (!call.request.promisesBody) return undefined;
    throw formatError(response, call, "without a body, where the document promises one");
  }
  try {
    return JSON.parse(text);
  } catch {
    const type = oneLine(response.headers.get("content-type") ?? "no content type", 60);
    throw formatError(response, call, `with a body that is not JSON (${type}, ${text.length} characters)`);
  }
}

function formatError(response: Response, call: Call, problem: string): ResponseFormatError {
  const { status, statusText } = response;
  const what = scrub(`${status} ${statusText} ${problem}`, call.key);
  return new ResponseFormatError(
    call.story(call.request.idempotent, true),
    what,
    status,
    requestId(response, call.key),
  );
}

const RETRIED = new Set([408, 429, 500, 502, 503, 504]);

/** The error for an answer that is not a success. */
export function apiError(response: Response, text: string, call: Call): ApiError {
  const { status, statusText } = response;
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, scrub(value, call.key));
  const body = parse(scrub(text, call.key));
  const said = messageIn(body);
  // A 4xx says that the request was refused, but a 408 may follow one that was carried out.
  const story = call.story(
    status === 429 || (call.request.idempotent && RETRIED.has(status)),
    status >= 500 || status === 408,
  );
  return new ApiError(story, `${status} ${scrub(statusText, call.key)}`.trim() + (said && `: ${said}`), {
    status,
    headers,
    requestId: requestId(response, call.key),
    body,
    retryAfterMs: retryAfterMs(headers, Date.now()),
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.trim() === "" ? undefined : text;
  }
}

/** What an error body says, in the form that the API uses: a `message`, and `errors` of `{ field, message }`. */
function messageIn(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const { message, errors } = body as { message?: unknown; errors?: unknown };
  const fields = (Array.isArray(errors) ? errors : []).map((item) =>
    `${item?.field ?? ""} ${item?.message ?? ""}`.trim(),
  );
  return [message, ...fields].filter((part) => typeof part === "string" && part !== "").join("; ");
}

function requestId({ headers }: Response, key: string): string | undefined {
  const id = headers.get("x-request-id");
  return id === null ? undefined : scrub(id, key);
}
