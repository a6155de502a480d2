export const REDACTED = "[redacted]";
/** A shorter key could be part of ordinary words and numbers. */
const MIN_KEY_LENGTH = 8;

/** Replaces the keys of a call in texts that the client did not write. */
export interface Redact {
  /**
   * Replaces the keys in a text, ignoring case. If a key is written with escapes of JSON, URLs or HTML (one level), the
   * whole text is replaced.
   */
  text(text: string): string;
  /** Does the same for a text that was cut off, and removes the beginning of a key at its end. */
  cutOff(text: string): string;
  /** Does the same for every string, number and property name of a JSON value. Changes the value in place. */
  json(value: unknown): unknown;
}

export function createRedact(keys: Iterable<string>): Redact {
  // The longest first, since a key may begin with another one.
  const known = [...keys].filter((key) => key.length >= MIN_KEY_LENGTH).sort((a, b) => b.length - a.length);
  const plain = patternOf(known, (key) => Array.from(key, literal).join(""));
  const escaped = patternOf(known, (key) => Array.from(key, literalOrEscaped).join(""));
  const text = (text: string) => {
    const safe = text.replace(plain, REDACTED);
    return safe.search(escaped) < 0 ? safe : REDACTED;
  };
  const cutOff = (cut: string) => text(cut).replace(patternOf(known, beginning), "");
  return { text, cutOff, json: (value) => redactJson(value, text) };
}

/** Matches nothing if there is no key. */
function patternOf(keys: readonly string[], write: (key: string) => string): RegExp {
  return new RegExp(keys.map(write).join("|") || "(?!)", "gi");
}

function literal(character: string): string {
  return character.replace(/\W/, "\\$&");
}

/**
 * A character, plain or escaped. A named HTML entity matches every punctuation mark, so that no list of names is
 * needed.
 */
function literalOrEscaped(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  const mark = /[a-z\d]/i.test(character) ? "" : `|\\\\${literal(character)}|&[a-z]{1,16};`;
  return `(?:${literal(character)}|\\\\u00${hex}|%${hex}|&#(?:x0*${hex}|0*${code});?${mark})`;
}

/** The first characters of a key at the end of a text. The last character may be an incomplete escape. */
function beginning(key: string): string {
  const optional = Array.from(key, literalOrEscaped).reduceRight(
    (rest, character) => `(?:${character}${rest}|[\\\\%&][#\\w]{0,16})?`,
    "",
  );
  return `${optional.slice(0, -1)}$`;
}

/** A loop, since recursion would overflow the stack on a deeply nested body. */
function redactJson(value: unknown, redact: Redact["text"]): unknown {
  const root = { value };
  const pending: object[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    let renamed = false;
    for (const [name, item] of Object.entries(node)) {
      const safeName = redact(name);
      renamed ||= safeName !== name;
      // Properties after a renamed one are added again too, so that the order stays.
      if (renamed) delete (node as Record<string, unknown>)[name];
      let safeItem = item;
      if (typeof item === "object") item && pending.push(item);
      else if (redact(`${item}`) !== `${item}`) safeItem = redact(`${item}`);
      // defineProperty, since a property of JSON may be called __proto__.
      const property = { value: safeItem, configurable: true, enumerable: true, writable: true };
      if (renamed || safeItem !== item) Object.defineProperty(node, safeName, property);
    }
  }
  return root.value;
}

/** The origin of a URL, or a placeholder if the origin contains the key. */
export function safeOrigin(url: string, base: string, { text }: Redact): string | undefined {
  const origin = originOf(url, base);
  // Parsing decodes and changes case. So the key is searched for before parsing, and the two origins are compared.
  return originOf(text(url), base) === origin ? origin && text(origin) : REDACTED;
}

export function originOf(url: string, base?: string): string | undefined {
  return URL.canParse(url, base) ? new URL(url, base).origin : undefined;
}
