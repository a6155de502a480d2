import { ApiError, ResponseFormatError } from "../errors.js";
import { oneLine, scrub } from "../text.js";
import { type Call, type Platform, storyOf } from "./call.js";
import { retryAfterMs } from "./retry-after.js";

/** The whole body as text, in the charset that it names; UTF-8 without its byte order mark otherwise (RFC 8259, 8.1). */
export async function readText(response: Response): Promise<string> {
  const charset = /charset="?([^";\s]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return response.text();
  return decoder(charset).decode(await response.arrayBuffer());
}

function decoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    // No such charset: what is not UTF-8 then fails as JSON.
    return new TextDecoder();
  }
}

/** The data of a success. Where the document promises a body, none is not a success. */
export function toData(response: Response, text: string, call: Call, platform: Platform): unknown {
  const problem = (what: string) => {
    const story = storyOf(call, platform.now(), call.idempotent, true);
    const { status, statusText } = response;
    return new ResponseFormatError(
      story,
      `${status} ${scrub(statusText, call.secret)} ${what}`,
      status,
      requestId(response, call),
    );
  };
  if (text.trim() === "") {
    if (call.described) throw problem("without a body, where the document promises one");
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    const type = response.headers.get("content-type") ?? "no content type";
    throw problem(`with a body that is not JSON (${oneLine(scrub(type, call.secret), 60)}, ${text.length} characters)`);
  }
}

const RETRIED = new Set([408, 429, 500, 502, 503, 504]);

/** The error of an answer that is not a success. `text` is undefined when the body could not be read. */
export function apiError(response: Response, text: string | undefined, call: Call, platform: Platform): ApiError {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of response.headers) {
    if (value.includes(call.secret)) headers.set(name, scrub(value, call.secret));
  }
  const body = parse(scrub(text ?? "", call.secret));
  const retryable = status === 429 || (call.idempotent && RETRIED.has(status));
  // A 4xx says that the request was refused; only after a 408 is that not sure (it may have come late, not never).
  const story = storyOf(call, platform.now(), retryable, status >= 500 || status === 408);
  const message = messageIn(body);
  const what = `${status} ${scrub(statusText, call.secret)}`.trim() + (message ? `: ${message}` : "");
  return new ApiError(story, what, {
    status,
    headers,
    requestId: requestId(response, call),
    body,
    retryAfterMs: retryAfterMs(headers, Date.now()),
  });
}

function parse(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What an error body says, in the form that the API uses: a `message`, and `errors` with a field and a message each. */
function messageIn(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const { message, errors } = body as { message?: unknown; errors?: unknown };
  const fields = (Array.isArray(errors) ? errors : []).flatMap((item: { field?: unknown; message?: unknown } | null) =>
    typeof item?.message === "string"
      ? [typeof item.field === "string" ? `${item.field} ${item.message}` : item.message]
      : [],
  );
  return [...(typeof message === "string" ? [message] : []), ...fields].join("; ");
}

function requestId({ headers }: Response, call: Call): string | undefined {
  const id = headers.get("x-request-id") ?? headers.get("request-id") ?? headers.get("x-amzn-requestid");
  return id === null ? undefined : scrub(id, call.secret);
}
