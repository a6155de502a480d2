import type { Json } from "../json.js";
import { type Excerpt, lineOf } from "./excerpt.js";
import { MAX_DEPTH } from "./limits.js";
import { quoted, refusal, tooDeep } from "./refusal.js";

/** Whether a text means to be JSON, and not YAML or Markdown that happens to begin with a brace. */
export function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*(?:["}]|$)/.test(text);
}

/**
 * Parses JSON in which no object has a key twice: readers differ in which of the two they take.
 *
 * @throws {Problem} saying where it breaks off or is broken.
 */
export function parseJson(excerpt: Excerpt): Json {
  const { name, text } = excerpt;
  let data: Json;
  try {
    data = JSON.parse(text) as Json;
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(name) : invalid(excerpt, (error as SyntaxError).message);
  }
  const key = duplicateKey(excerpt);
  if (key !== undefined) throw refusal(name, `has the key ${quoted(key)} twice in one object: take out the wrong one`);
  return data;
}

/** The engine's words quote the source, so only the position is taken from them. */
function invalid(excerpt: Excerpt, message: string) {
  const { name, text } = excerpt;
  const position = /at position (\d+)/.exec(message)?.[1];
  if (message.includes("end of JSON input") || Number(position) >= text.trimEnd().length) {
    return refusal(name, "breaks off in the middle of its JSON: download it again");
  }
  const line = position === undefined ? "" : ` (line ${lineOf(excerpt, Number(position))})`;
  return refusal(name, `is not valid JSON${line}: correct it, or download it again`);
}

/** The first key that an object has twice, in a text that is valid JSON. */
function duplicateKey({ name, text }: Excerpt): string | undefined {
  // A set for arrays too, so that every closing bracket has something to close.
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{" || character === "[") open.push(new Set());
    if (open.length > MAX_DEPTH + 1) throw tooDeep(name);
    if (character === "}" || character === "]") open.pop();
    if (character !== '"') continue;
    const end = endOfString(text, at);
    if (isKey(text, end)) {
      const key = JSON.parse(text.slice(at, end)) as string;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
    at = end - 1;
  }
  return undefined;
}

/** The position behind the string that starts here. Not by a regular expression: megabytes of escapes exhaust its stack. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(text);
}
