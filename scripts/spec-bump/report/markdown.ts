import { plain } from "./plain.js";

/** A code span, whose fence is longer than any row of backticks in it (CommonMark, 6.1). */
export function code(name: string): string {
  const text = plain(name);
  const rows = [...text.matchAll(/`+/g)].map(([row]) => row.length);
  const fence = "`".repeat(Math.max(0, ...rows) + 1);
  const padding = /^[` ]|[` ]$/.test(text) || text === "" ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** Words as they are. A space of no width keeps `@name`, `#1` and addresses from becoming links. */
export function escaped(words: string): string {
  return plain(words)
    .replace(/[\\`*_[\]<>#|~$&]/g, "\\$&")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/gi, "$&\u200b");
}
