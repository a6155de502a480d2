import { contentType, decode } from "./body-text.js";

const MAX_BYTES = 64 * 1024;
const MAX_MS = 1_000;

/**
 * The same response with its body already read: at most 64 KiB, for at most a second. The status says most of what there
 * is to know, so a body that stalls or never ends must not hold it up. A body that breaks off counts as empty.
 */
export async function withBoundedBody(response: Response): Promise<Response> {
  const { status, statusText, headers, url } = response;
  const text = decode(await readBytes(response), contentType(response).charset);
  // The constructor takes no other statuses, and no body with a 304.
  const constructible = status >= 200 && status <= 599;
  const init = { status: constructible ? status : 500, statusText, headers };
  const bounded = new Response(text === "" || status === 304 ? null : text, init);
  return Object.defineProperties(bounded, {
    url: { value: url },
    ...(!constructible && { status: { value: status } }),
  });
}

async function readBytes(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const bytes = new Uint8Array(MAX_BYTES);
  let length = 0;
  // A pending read ends when the reader is cancelled.
  const timer = setTimeout(() => cancel(reader), MAX_MS);
  try {
    while (reader && length < MAX_BYTES) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, MAX_BYTES - length);
      bytes.set(part, length);
      length += part.byteLength;
    }
  } catch {
    length = 0;
  } finally {
    clearTimeout(timer);
    cancel(reader);
  }
  return bytes.subarray(0, length);
}

function cancel(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): void {
  reader?.cancel().catch(() => {});
}
