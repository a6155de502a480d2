import { ResponseFormatError } from "../errors.js";
import { oneLine } from "../text.js";
import { mediaType, readText, requestId } from "./answer.js";
import type { Call } from "./call.js";

const TEXT = /^text\/|json$/;

/** The whole body of a success: text, or bytes where the document has more than JSON and the answer is no text. */
export function readContent(response: Response, { request }: Call): Promise<string | Blob> {
  return request.receives && !TEXT.test(mediaType(response)) ? response.blob() : readText(response);
}

/** The data of a success. Where the document promises a body, an empty one is not a success. */
export function toData(response: Response, content: string | Blob, call: Call): unknown {
  const { promisesBody, receives } = call.request;
  if (typeof content === "string" ? content.trim() === "" : content.size === 0) {
    if (!promisesBody) return undefined;
    throw formatError(response, call, "without a body, where the document promises one");
  }
  if (typeof content !== "string") return content;
  const type = mediaType(response);
  // Where bytes are promised, a text of another type is a login page or an error behind a 200.
  if (receives && !receives.includes(type))
    throw formatError(response, call, `with ${type}, not ${receives.join(" or ")}`);
  if (receives && !type.endsWith("json")) return content;
  try {
    return JSON.parse(content);
  } catch {
    const size = `${type || "no content type"}, ${content.length} characters`;
    throw formatError(response, call, `with a body that is not JSON (${size})`);
  }
}

function formatError(response: Response, call: Call, problem: string): ResponseFormatError {
  const { status, statusText } = response;
  const what = call.scrub(`${status} ${statusText} ${oneLine(problem, 160)}`);
  const facts = { status, requestId: requestId(response, call) };
  return new ResponseFormatError(call.story(call.request.idempotent, true), what, facts);
}
