/** Makes any text fit a log line: no markup, no line breaks or control characters, at most `max` characters. */
export function oneLine(text: string, max: number): string {
  // The slice comes first, so that a server's megabyte costs nothing.
  const plain = text
    .slice(0, 10 * max)
    .replace(/<[^<>]*>/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
  if (plain.length <= max) return plain;
  // Not through the middle of a surrogate pair.
  return `${plain.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

const REDACTED = "[redacted]";

/** Takes a key out of a text that somebody else made. */
export function scrub(text: string, secret: string): string {
  return text.replaceAll(secret, REDACTED);
}
