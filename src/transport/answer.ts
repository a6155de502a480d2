import type { Call } from "./call.js";

/** The whole body as text, in the charset that it names; otherwise UTF-8 without byte order mark (RFC 8259, 8.1). */
export function readText(response: Response): Promise<string> {
  const charset = /charset="?([^";\s]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset) ? response.text() : decode(response, charset);
}

async function decode(response: Response, charset: string): Promise<string> {
  const bytes = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // There is no such charset.
    return new TextDecoder().decode(bytes);
  }
}

/** The media type that an answer names, without parameters and in lower case; empty when it names none. */
export function mediaType({ headers }: Response): string {
  return (headers.get("content-type") ?? "").replace(/;.*/, "").trim().toLowerCase();
}

/** The server's id of the request, for a support case. */
export function requestId({ headers }: Response, call: Call): string | undefined {
  const id = headers.get("x-request-id");
  return id === null ? undefined : call.scrub(id);
}
