import { createResponse } from "./any-fetch.js";
import { decoderOf } from "./body-text.js";
import type { Redact } from "./redact.js";

const MAX_LENGTH = 64 * 1024;
const MAX_MS = 1_000;

/**
 * Reads the body of an error response: at most 65 536 characters, for at most one second, so that a body that stalls or
 * never ends does not delay the error. Returns the same response with that body. If the connection breaks, the body is
 * empty. A body that was cut off is redacted here, since later half a key could not be found.
 */
export async function withBoundedBody(response: Response, redact: Redact): Promise<Response> {
  return createResponse(await readBounded(response, redact), response);
}

/** Null if there is no body. The constructor of Response does not allow a body with a 304. */
async function readBounded(response: Response, redact: Redact): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return null;
  const decoder = decoderOf(response);
  let cut = false;
  // Cancelling the reader ends a pending read.
  const cancel = () => {
    cut = true;
    reader.cancel().catch(() => {});
  };
  const timer = setTimeout(cancel, MAX_MS);
  let text = "";
  try {
    // Reads one character too many, to know whether the body is longer.
    while (text.length <= MAX_LENGTH) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    return cut || text.length > MAX_LENGTH ? redact.cutOff(text.slice(0, MAX_LENGTH)) : text;
  } catch {
    return "";
  } finally {
    clearTimeout(timer);
    cancel();
  }
}
