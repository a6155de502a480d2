import type { Line, Words } from "./report/line.js";
import { code, escaped } from "./report/markdown.js";
import { pageOf } from "./report/page.js";
import type { Report } from "./report.js";

/** GitHub takes 65,536 characters as the text of a pull request. */
const LONGEST = 60_000;

/**
 * The report as Markdown, for the text of a pull request. What comes from the documents is shown as it is: it makes no
 * markup, no links, and mentions no one.
 */
export function toMarkdown(report: Report): string {
  const { warning, title, verdict, breaks, step, sections } = pageOf(report);
  const lines = [
    ...(warning ? [`**${textOf(warning)}**`, ""] : []),
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

function shortened(lines: string[]): string[] {
  if (lengthOf(lines) <= LONGEST) return lines;
  let end = 0;
  for (let left = LONGEST - lengthOf(remark(lines.length)); end < lines.length; end += 1) {
    left -= lengthOf(lines.slice(end, end + 1));
    if (left < 0) break;
  }
  return [...lines.slice(0, end), ...remark(lines.length - end)];
}

function remark(count: number): string[] {
  return ["", `And ${count} more lines: run the command to see them all.`];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, one) => length + one.length + 1, 0);
}
