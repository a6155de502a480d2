import type { Excerpt } from "./excerpt.js";
import { looksLikeJson } from "./parse-json.js";
import type { SourceText } from "./read.js";
import { refusal } from "./refusal.js";

/** A fenced OpenAPI block of a page, and the method and path that it is headed by, if it is. */
export interface Block extends Excerpt {
  readonly heading: Heading | undefined;
}

export interface Heading {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
}

/**
 * The OpenAPI blocks of a Markdown text: fenced, in YAML or JSON, headed by method and path in the line of the fence or
 * in the first line of the block. Other blocks, such as samples of requests, are passed over.
 *
 * @throws {Problem} when the text ends within one, since a page that is cut off may still parse.
 */
export function blocksOf({ name, text }: SourceText): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[index] ?? "");
    if (!fence) continue;
    const [, indent = "", marks = "", info = ""] = fence;
    const end = closingLine(lines, index + 1, marks);
    const body = lines.slice(index + 1, end).map((line) => withoutIndent(line, indent.length));
    const block = toBlock({ name, text: body.join("\n"), offset: index + 1 }, info);
    if (block && end === lines.length)
      throw refusal(name, `breaks off in its OpenAPI block (line ${index + 1}): get it again`);
    if (block) blocks.push(block);
    index = end;
  }
  return blocks;
}

/** CommonMark 0.31, 4.5: a fence is closed by the same mark, at least as often, and nothing after it. */
function closingLine(lines: readonly string[], start: number, marks: string): number {
  let index = start;
  while (index < lines.length && !isClosing((lines[index] ?? "").trim(), marks)) index += 1;
  return index;
}

function isClosing(line: string, marks: string): boolean {
  return line.startsWith(marks) && line.replaceAll(marks.charAt(0), "") === "";
}

function withoutIndent(line: string, width: number): string {
  return line.slice(Math.min(width, line.length - line.trimStart().length));
}

function toBlock(excerpt: Excerpt, info: string): Block | undefined {
  const [language = ""] = info
    .trim()
    .toLowerCase()
    .split(/[^a-z]/, 1);
  if (!["yaml", "yml", "json"].includes(language)) return undefined;
  const { name, text, offset } = excerpt;
  const [, first = "", rest = ""] = /^(\s*\S.*)(?:\n([\s\S]*))?$/.exec(text) ?? [];
  const headed = toHeading(FIRST_LINE.exec(first.trim()));
  // A heading in the block is no part of the document.
  const body = headed ? { name, text: rest, offset: offset + first.split("\n").length } : excerpt;
  return isOpenApi(body.text) ? { ...body, heading: toHeading(FENCE_LINE.exec(info)) ?? headed } : undefined;
}

const METHOD = "(get|head|post|put|patch|delete|options|trace)";
const FENCE_LINE = new RegExp(`\\s${METHOD}\\s+(/\\S*)`, "i");
/** Alone in its line, or after the name of a file; a key of YAML is neither. */
const FIRST_LINE = new RegExp(`^#?\\s*(?:[^\\s:]+\\s+)?${METHOD}\\s+(/\\S*)$`, "i");

function toHeading(match: RegExpExecArray | null): Heading | undefined {
  const [, method, path] = match ?? [];
  return method && path ? { method: method.toUpperCase(), path } : undefined;
}

/** Whether a text says at its top that it is OpenAPI, of whatever version. */
export function isOpenApi(text: string): boolean {
  const key = looksLikeJson(text)
    ? /"(?:openapi|swagger)"\s*:\s*"\d/
    : /^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m;
  return key.test(text);
}
