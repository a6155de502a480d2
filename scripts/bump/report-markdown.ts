import type { Line, Words } from "./report/line.js";
import { pageOf } from "./report/page.js";
import { plain } from "./report/plain.js";
import type { Report } from "./report.js";

/** GitHub takes 65,536 characters as the text of a pull request. */
const LONGEST = 60_000;

/**
 * The report as Markdown, for the text of a pull request. What comes from the documents is shown as it is: it makes no
 * markup, no links, and mentions no one.
 */
export function toMarkdown(report: Report): string {
  const { title, verdict, breaks, step, sections } = pageOf(report);
  const lines = [
    `## ${textOf(title)}`,
    "",
    `**${escaped(verdict)}**`,
    "",
    textOf(step),
    ...(breaks ? ["", "A line marked ❌ breaks callers."] : []),
    ...sections.flatMap((section) => [
      "",
      `### ${section.title}`,
      "",
      ...section.lines.flatMap((one) => linesOf(one, 0)),
    ]),
  ];
  return `${shortened(lines).join("\n")}\n`;
}

function linesOf({ words, breaks, below }: Line, depth: number): string[] {
  const own = `${"  ".repeat(depth)}- ${breaks ? "❌ " : ""}${textOf(words)}`;
  return [own, ...below.flatMap((one) => linesOf(one, depth + 1))];
}

function textOf(words: Words): string {
  return words.map((word) => (typeof word === "string" ? escaped(word) : code(word.name))).join("");
}

/** A code span, whose fence is longer than any row of backticks in it (CommonMark, 6.1). */
function code(name: string): string {
  const text = plain(name);
  const rows = [...text.matchAll(/`+/g)].map(([row]) => row.length);
  const fence = "`".repeat(Math.max(0, ...rows) + 1);
  const padding = /^[` ]|[` ]$/.test(text) || text === "" ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** Words as they are. A space of no width keeps `@name`, `#1` and addresses from becoming links. */
function escaped(words: string): string {
  return plain(words)
    .replace(/[\\`*_[\]<>#|~$&]/g, "\\$&")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/gi, "$&\u200b");
}

function shortened(lines: string[]): string[] {
  let length = 0;
  const end = lines.findIndex((one) => {
    length += one.length + 1;
    return length > LONGEST;
  });
  if (end === -1) return lines;
  return [...lines.slice(0, end), "", `And ${lines.length - end} more lines: run the command to see them all.`];
}
