/** Makes any text fit a log line: no markup, no line breaks or control characters, at most `max` characters. */
export function oneLine(text: string, max: number): string {
  // The slice comes first, so that a server's megabyte costs nothing.
  const plain = text
    .slice(0, 10 * max)
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\s\p{Cc}]+/gu, " ");
  if (plain.length <= max) return plain;
  // Not through the middle of a surrogate pair.
  return `${plain.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
