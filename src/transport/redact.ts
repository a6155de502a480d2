const REDACTED = "[redacted]";
/** A shorter key is part of ordinary words and numbers. */
const MIN_KEY_LENGTH = 8;

/** Replaces the keys of a call in whatever came from elsewhere. */
export interface Redact {
  /**
   * Replaces the keys in a text, in upper and lower case. Where a key is written with escapes of JSON, URLs or HTML (one
   * level of them), the whole text is replaced.
   */
  text(text: string): string;
  /** Does the same for every string and property name of a JSON value, which it changes in place. */
  json(value: unknown): unknown;
}

export function createRedact(keys: Iterable<string>): Redact {
  const known = [...keys].filter((key) => key.length >= MIN_KEY_LENGTH);
  if (known.length === 0) return { text: (text) => text, json: (value) => value };
  const plain = patternOf(known, literal);
  const escaped = patternOf(known, literalOrEscaped);
  const text = (text: string) => {
    const safe = text.replace(plain, REDACTED);
    return safe.search(escaped) < 0 ? safe : REDACTED;
  };
  return { text, json: (value) => redactJson(value, text) };
}

function patternOf(keys: readonly string[], write: (character: string) => string): RegExp {
  return new RegExp(keys.map((key) => Array.from(key, write).join("")).join("|"), "gi");
}

function literal(character: string): string {
  return character.replace(/\W/, "\\$&");
}

/** A character as it is, or in any escape. The names of HTML are not looked up: any name may stand for the character. */
function literalOrEscaped(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  const html = `&(?:#x0{0,6}${hex}|#0{0,6}${code}|[a-z]{1,16});`;
  return `(?:\\\\?${literal(character)}|\\\\u00${hex}|%${hex}|${html})`;
}

/** Not recursive: a hostile body nests deeper than the stack. */
function redactJson(value: unknown, redact: Redact["text"]): unknown {
  const root = { value };
  const pending: object[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const [name, item] of Object.entries(node)) {
      const safeName = redact(name);
      if (safeName !== name) delete (node as Record<string, unknown>)[name];
      const safeItem = typeof item === "string" ? redact(item) : item;
      // Defined, not assigned: a property of JSON may be called __proto__.
      const property = { value: safeItem, configurable: true, enumerable: true, writable: true };
      if (safeName !== name || safeItem !== item) Object.defineProperty(node, safeName, property);
      if (typeof item === "object" && item !== null) pending.push(item);
    }
  }
  return root.value;
}
