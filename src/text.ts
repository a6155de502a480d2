/** Shortens a text to one line of at most `max` characters, without markup and control characters. */
export function oneLine(text: string, max: number): string {
  // Cut first, so that a very long text is cheap.
  const plain = text
    .slice(0, 10 * max)
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\s\p{Cc}]+/gu, " ");
  if (plain.length <= max) return plain;
  // Does not cut a surrogate pair in half.
  return `${plain.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
