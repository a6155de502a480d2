import type { Line, Words } from "./report/line.js";
import { pageOf, type Report } from "./report/page.js";
import { plain } from "./report/plain.js";

export type { Report } from "./report/page.js";

const COLUMNS = 100;

/** The report for a terminal, 100 columns wide. A line that starts with `!` breaks callers. */
export function toText(report: Report): string {
  const { warning, title, verdict, step, sections } = pageOf(report);
  const head = [textOf(title), verdict, textOf(step)].flatMap((words) => wrapped(words, "", ""));
  const body = sections.flatMap((section) => ["", section.title, ...section.lines.flatMap((one) => linesOf(one, 0))]);
  return [...(warning ? [textOf(warning)] : []), ...head, ...body].join("\n");
}

function linesOf({ words, breaks, below }: Line, depth: number): string[] {
  const indent = "  ".repeat(depth);
  return [
    ...wrapped(textOf(words), `${breaks ? "!" : " "} ${indent}`, `    ${indent}`),
    ...below.flatMap((one) => linesOf(one, depth + 1)),
  ];
}

function textOf(words: Words): string {
  return words.map((word) => plain(typeof word === "string" ? word : word.name)).join("");
}

/** Breaks a text between its words; one that is longer than a line stays whole, so that it can be copied. */
function wrapped(text: string, first: string, others: string): string[] {
  const lines: string[] = [];
  let current = first;
  for (const word of text.split(/(?<=\S)(?= )/)) {
    const isFull = current.length + word.length > COLUMNS && current.trim() !== "" && current.trim() !== "!";
    if (isFull) lines.push(current);
    current = isFull ? `${others}${word.trimStart()}` : `${current}${word}`;
  }
  return [...lines, current];
}
