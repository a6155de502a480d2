import { createResponse } from "./any-fetch.js";
import { decoderOf } from "./body-text.js";
import type { Redact } from "./redact.js";

const MAX_LENGTH = 64 * 1024;
const MAX_MS = 1_000;

/**
 * The same response with its body already read: at most 64 Ki characters, for at most a second. The status says most of
 * what there is to know, so a body that stalls or never ends must not hold it up. A body that breaks off counts as empty. A body
 * that was not read to its end is redacted here, since half a key could not be found any more.
 */
export async function withBoundedBody(response: Response, redact: Redact): Promise<Response> {
  return createResponse(await readBounded(response, redact), response);
}

/** Null where there is no body: the constructor takes none with a 304. */
async function readBounded(response: Response, redact: Redact): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return null;
  const decoder = decoderOf(response);
  let cut = false;
  // A pending read ends when the reader is cancelled.
  const cancel = () => {
    cut = true;
    reader.cancel().catch(() => {});
  };
  const timer = setTimeout(cancel, MAX_MS);
  let text = "";
  try {
    // One character more tells whether there is more.
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
