import { charsetOf, decoderFor } from "./body-text.js";

const MAX_BYTES = 64 * 1024;
const MAX_MS = 1_000;

/**
 * The same response with its body already read: at most 64 KiB, for at most a second. The status says most of what there
 * is to know, so a body that stalls or never ends must not hold it up. A body that breaks off counts as empty.
 */
export async function withBoundedBody(response: Response): Promise<Response> {
  const { status, statusText, headers, url } = response;
  const text = await readBounded(response);
  // The constructor takes no other statuses, and no body with a 304.
  const constructible = status >= 200 && status <= 599;
  const init = { status: constructible ? status : 500, statusText, headers };
  const bounded = new Response(status === 304 ? null : text, init);
  return Object.defineProperties(bounded, {
    url: { value: url },
    ...(!constructible && { status: { value: status } }),
  });
}

async function readBounded(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = decoderFor(charsetOf(response));
  // A pending read ends when the reader is cancelled.
  const cancel = () => void reader.cancel().catch(() => {});
  const timer = setTimeout(cancel, MAX_MS);
  let text = "";
  try {
    for (let bytes = 0; bytes < MAX_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, MAX_BYTES - bytes), { stream: true });
      bytes += value.length;
    }
    return text;
  } catch {
    return "";
  } finally {
    clearTimeout(timer);
    cancel();
  }
}
