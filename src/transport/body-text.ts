/** The media type of a `content-type` header, in lower case and without parameters. */
export function mediaTypeOf(contentType: string): string {
  return contentType.replace(/;.*/, "").trim().toLowerCase();
}

/** A decoder for the charset of a response, or for UTF-8 if the charset is missing or unknown (RFC 8259, 8.1). */
export function decoderOf({ headers }: Response): TextDecoder {
  try {
    return new TextDecoder(/charset="?([^";\s]+)/i.exec(headers.get("content-type") ?? "")?.[1]);
  } catch {
    return new TextDecoder();
  }
}

/** The whole body as text, without a byte order mark. */
export async function readText(response: Response): Promise<string> {
  // The platform reads UTF-8 faster than a TextDecoder.
  if (!/charset/i.test(response.headers.get("content-type") ?? "")) return await response.text();
  return decoderOf(response).decode(await response.arrayBuffer());
}
