/** A name and its value, which is still percent-encoded. */
export interface Pair {
  readonly name: string;
  readonly raw: string;
}

/** A request as it was sent. Values are still percent-encoded, because styles split them before decoding. */
export interface RawRequest {
  readonly method: string;
  readonly pathname: string;
  /** Values of the path parameters. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Pairs such as `a=1&b=2`, as of a query or a form, where `+` is a space. */
export function pairsOf(text: string, delimiter: string): Pair[] {
  const parts = text.split(delimiter).filter(Boolean);
  return parts.map((part) => {
    const [name = "", ...rest] = part.trim().split("=");
    return { name: decoded(name.replaceAll("+", "%20")), raw: rest.join("=").replaceAll("+", "%20") };
  });
}

/** Decodes percent-encoding. Returns malformed text unchanged. */
export function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
