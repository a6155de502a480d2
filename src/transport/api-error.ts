import { ApiError } from "../errors.js";
import { requestId } from "./answer.js";
import type { Call } from "./call.js";
import { retryAfterMs } from "./retry-after.js";

const RETRIED = new Set([408, 429, 500, 502, 503, 504]);

/** The error for an answer that is not a success. */
export function apiError(response: Response, text: string, call: Call): ApiError {
  const { status, statusText } = response;
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, call.scrub(value));
  const body = parse(call.scrub(text));
  const said = [`${status} ${call.scrub(statusText)}`.trim(), messageIn(body)].filter(Boolean).join(": ");
  // A 4xx says that the request was refused, but a 408 may follow one that was carried out.
  const retryable = status === 429 || (call.request.idempotent && RETRIED.has(status));
  const story = call.story(retryable, status >= 500 || status === 408);
  const answer = { requestId: requestId(response, call), retryAfterMs: retryAfterMs(headers, Date.now()) };
  return new ApiError(story, said, { status, headers, body, ...answer });
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
