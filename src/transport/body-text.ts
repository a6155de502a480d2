/** Media type and charset of a response, in lower case. */
export function contentType({ headers }: Response): { type: string; charset: string | undefined } {
  const value = (headers.get("content-type") ?? "").toLowerCase();
  return { type: value.replace(/;.*/, "").trim(), charset: /charset="?([^";\s]+)/.exec(value)?.[1] };
}

/** The whole body as text. */
export async function readText(response: Response): Promise<string> {
  const { charset = "utf-8" } = contentType(response);
  return charset === "utf-8" ? response.text() : decode(await response.arrayBuffer(), charset);
}

/** Decodes bytes; UTF-8 where no charset is named or nobody knows it, without a byte order mark (RFC 8259, 8.1). */
export function decode(bytes: ArrayBuffer | Uint8Array, charset = "utf-8"): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
