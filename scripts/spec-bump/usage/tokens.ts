/** A word, a string without its quotes, or one character of punctuation. */
export interface Token {
  readonly kind: "word" | "string" | "punctuation";
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * What a TypeScript or JavaScript file says, comments and regular expressions left out. It is a scan, not a parser: it
 * never fails, and a template with `${}` gives the code inside and no string.
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const scan = { source, tokens, at: 0, line: 1, templates: [] as number[] };
  while (scan.at < source.length) step(scan);
  return tokens;
}

interface Scan {
  readonly source: string;
  readonly tokens: Token[];
  at: number;
  line: number;
  /** For each template that the scan is in the code of, how many braces are open in that code. */
  readonly templates: number[];
}

const WORD = /[\p{ID_Start}$_\d][\p{ID_Continue}$]*/uy;
const SKIPPED = /\s+|\/\/[^\n]*/y;

function step(scan: Scan): void {
  const { source, line } = scan;
  if (matched(scan, SKIPPED) !== undefined || comment(scan)) return;
  const string = take(scan, endOfString(source, scan.at));
  const word = string === undefined ? matched(scan, WORD) : undefined;
  if (string !== undefined) scan.tokens.push({ kind: "string", text: unescaped(string.slice(1, -1)), line });
  else if (word !== undefined) scan.tokens.push({ kind: "word", text: word, line });
  else if (!isBeforeValue(scan.tokens.at(-1)) || take(scan, endOfRegularExpression(source, scan.at)) === undefined) {
    punctuation(scan);
  }
}

function punctuation(scan: Scan): void {
  const { source, templates, line } = scan;
  const text = source[scan.at] as string;
  scan.at += 1;
  const open = templates.at(-1);
  if (text === "}" && open === 0) templates.pop();
  if (text === "`" || (text === "}" && open === 0)) {
    template(scan, text === "`");
    return;
  }
  if (open !== undefined && text === "{") templates[templates.length - 1] = open + 1;
  if (open !== undefined && text === "}") templates[templates.length - 1] = open - 1;
  scan.tokens.push({ kind: "punctuation", text, line });
}

/** The text of a template from where the scan is, up to its end or to the code in it. */
function template(scan: Scan, isStart: boolean): void {
  const { source, line } = scan;
  let end = scan.at;
  while (end < source.length && source[end] !== "`" && !source.startsWith("${", end))
    end += source[end] === "\\" ? 2 : 1;
  const text = take(scan, Math.min(end, source.length)) ?? "";
  const isCode = source.startsWith("${", scan.at);
  scan.at += isCode ? 2 : 1;
  if (isCode) scan.templates.push(0);
  const isWhole = isStart && !isCode;
  // Around code there is a mark, so that what stands before it is not taken for part of it.
  const token = { kind: "punctuation", text: "`", line } as const;
  scan.tokens.push(isWhole ? { kind: "string", text: unescaped(text), line } : token);
}

function comment(scan: Scan): boolean {
  if (!scan.source.startsWith("/*", scan.at)) return false;
  const end = scan.source.indexOf("*/", scan.at + 2);
  return take(scan, end === -1 ? scan.source.length : end + 2) !== undefined;
}

/** Undefined where no string starts, or where it does not end on its line: then it is an apostrophe in the text of JSX. */
function endOfString(source: string, start: number): number | undefined {
  const quote = source[start];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let i = start + 1; i < source.length && source[i] !== "\n"; i += source[i] === "\\" ? 2 : 1) {
    if (source[i] === quote) return i + 1;
  }
  return undefined;
}

const LONGEST_REGULAR_EXPRESSION = 1000;

function endOfRegularExpression(source: string, start: number): number | undefined {
  // `/>` closes a tag.
  if (source[start] !== "/" || source[start + 1] === ">") return undefined;
  let inClass = false;
  const last = Math.min(source.length, start + LONGEST_REGULAR_EXPRESSION);
  for (let i = start + 1; i < last && source[i] !== "\n"; i += source[i] === "\\" ? 2 : 1) {
    if (source[i] === "/" && !inClass) return i + 1;
    if (source[i] === "[") inClass = true;
    if (source[i] === "]") inClass = false;
  }
  return undefined;
}

function matched(scan: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = scan.at;
  const text = pattern.exec(scan.source)?.[0];
  return text === undefined ? undefined : take(scan, scan.at + text.length);
}

function take(scan: Scan, end: number | undefined): string | undefined {
  if (end === undefined) return undefined;
  const text = scan.source.slice(scan.at, end);
  scan.at = end;
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) scan.line += 1;
  return text;
}

const BEFORE_VALUE = /^(?:[(,=:[!&|?{};+\-*%^~>]|return|typeof|case|in|of|await|yield|void|delete|default)$/;

/** Whether a slash after this token starts a regular expression; elsewhere it divides, or closes a tag. */
function isBeforeValue(token: Token | undefined): boolean {
  return token === undefined || (token.kind !== "string" && BEFORE_VALUE.test(token.text));
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r?\n)|([\s\S]))/gi, (_, ...found) => {
    const [braced, unicode, hex, newline, character] = found as (string | undefined)[];
    const code = braced ?? unicode ?? hex;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    return newline === undefined ? (character ?? "") : "";
  });
}
