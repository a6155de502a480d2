import type { Excerpt } from "./parse.js";
import { refusal } from "./refusal.js";

/** An OpenAPI block of a page, and the operation in its heading, if it has one. */
export interface Block extends Excerpt {
  /** Such as `GET /v1/things`. */
  readonly heading: string | undefined;
}

/**
 * The fenced OpenAPI blocks of a Markdown text. The method and the path may stand in the line of the fence or in the
 * first line of the block. Other blocks, such as sample requests, are ignored.
 *
 * @throws {Problem} when the text ends inside a block.
 */
export function blocksOf(name: string, text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  for (let start = 0; start < lines.length; start += 1) {
    const [, indent = "", marks, info = ""] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[start] ?? "") ?? [];
    if (!marks) continue;
    // The closing fence has the same mark at least as often, and nothing after it (CommonMark 0.31, 4.5).
    const closing = new RegExp(`^\\s*${marks}${marks[0]}*\\s*$`);
    let end = start + 1;
    while (end < lines.length && !closing.test(lines[end] ?? "")) end += 1;
    const body = lines.slice(start + 1, end).map((line) => line.replace(new RegExp(`^\\s{0,${indent.length}}`), ""));
    const block = toBlock({ name, text: body.join("\n"), offset: start + 1 }, info);
    if (block && end === lines.length)
      throw refusal(name, `ends inside its OpenAPI block (line ${start + 1}): get it again`);
    if (block) blocks.push(block);
    start = end;
  }
  return blocks;
}

const METHOD = "(get|head|post|put|patch|delete|options|trace)";
const FENCE_LINE = new RegExp(`\\s${METHOD}\\s+(/\\S*)`, "i");
/** The method and the path alone in a line, or after the name of a file. */
const FIRST_LINE = new RegExp(`^#?\\s*(?:[^\\s:]+\\s+)?${METHOD}\\s+(/\\S*)$`, "i");

function toBlock({ name, text, offset }: Excerpt, info: string): Block | undefined {
  if (!/^\s*(?:ya?ml|json)\b/i.test(info)) return undefined;
  const [, first = "", rest = ""] = /^(\s*\S.*)(?:\n([\s\S]*))?$/.exec(text) ?? [];
  const inFirstLine = headingIn(FIRST_LINE.exec(first.trim()));
  const body = inFirstLine ? { name, text: rest, offset: offset + first.split("\n").length } : { name, text, offset };
  return isOpenApi(body.text) ? { ...body, heading: headingIn(FENCE_LINE.exec(info)) ?? inFirstLine } : undefined;
}

function headingIn(match: RegExpExecArray | null): string | undefined {
  return match ? `${match[1]?.toUpperCase()} ${match[2]}` : undefined;
}

/** Whether a text is a whole OpenAPI document, and not Markdown: the part before the first fence is OpenAPI or JSON. */
export function isWhole(text: string): boolean {
  return isJson(text) || isOpenApi(text.split(/^[ \t]*(?:```|~~~)/m, 1)[0] ?? "");
}

function isJson(text: string): boolean {
  return /^\s*\{\s*(?:["}]|$)/.test(text);
}

function isOpenApi(text: string): boolean {
  const key = isJson(text) ? /"(?:openapi|swagger)"\s*:\s*"\d/ : /^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m;
  return key.test(text);
}
