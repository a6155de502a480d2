/** The media type of a content type in lower case, without parameters. */
export function mediaTypeOf(contentType: string): string {
  return contentType.replace(/;.*/, "").trim().toLowerCase();
}

/** A decoder for the charset of a response; for UTF-8 where it names none or one that nobody knows (RFC 8259, 8.1). */
export function decoderOf({ headers }: Response): TextDecoder {
  try {
    return new TextDecoder(/charset="?([^";\s]+)/i.exec(headers.get("content-type") ?? "")?.[1]);
  } catch {
    return new TextDecoder();
  }
}

/** The whole body as text, without a byte order mark. */
export async function readText(response: Response): Promise<string> {
  // The platform reads UTF-8 faster than a decoder does.
  if (!/charset/i.test(response.headers.get("content-type") ?? "")) return await response.text();
  return decoderOf(response).decode(await response.arrayBuffer());
}
