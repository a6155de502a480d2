/** The media type of a response in lower case, without parameters; empty when there is none. */
export function mediaTypeOf({ headers }: Response): string {
  return (headers.get("content-type") ?? "").replace(/;.*/, "").trim().toLowerCase();
}

/** The charset of a response, UTF-8 where it names none (RFC 8259, 8.1). */
export function charsetOf({ headers }: Response): string {
  return /charset="?([^";\s]+)/i.exec(headers.get("content-type") ?? "")?.[1] ?? "utf-8";
}

/** A decoder for a charset; for UTF-8 where nobody knows it. Decoders drop a byte order mark. */
export function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** The whole body as text. */
export async function readText(response: Response): Promise<string> {
  const charset = charsetOf(response);
  if (/^utf-?8$/i.test(charset)) return await response.text();
  return decoderFor(charset).decode(await response.arrayBuffer());
}
