import { type Token, tokensOf } from "./tokens.js";

/** A path literal in a source file. */
export interface Call {
  readonly path: string;
  /** In upper case; undefined where none is in sight. */
  readonly method: string | undefined;
  readonly line: number;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** Where a source file names one of the paths, and with which method. */
export function callsIn(source: string, paths: ReadonlySet<string>): Call[] {
  const tokens = tokensOf(source);
  return tokens.flatMap((token, i) =>
    token.kind === "string" && paths.has(token.text) && !isTypeDeclaration(tokens, i)
      ? [{ path: token.text, method: methodAt(tokens, i), line: token.line }]
      : [],
  );
}

/** The lines on which a client is given one of the regions. */
export function regionsIn(source: string, regions: ReadonlySet<string>): { region: string; line: number }[] {
  const tokens = tokensOf(source);
  return tokens.flatMap(({ kind, text, line }, i) => {
    const isRegion = /^region[:=]$/.test(textsBefore(tokens, i, 2).join(""));
    return kind === "string" && regions.has(text) && isRegion ? [{ region: text, line }] : [];
  });
}

function methodAt(tokens: readonly Token[], i: number): string | undefined {
  return calledMethod(tokens, i) ?? methodBefore(tokens, i) ?? methodAfter(tokens, i);
}

/** `client.DELETE("/v1/things"`, `client?.["DELETE"]("/v1/things"`, `http.delete("/v1/things"` */
function calledMethod(tokens: readonly Token[], i: number): string | undefined {
  if (tokens[i - 1]?.text !== "(") return undefined;
  let callee = beforeTypeArguments(tokens, i - 2);
  while ([".", "?", "]"].includes(tokens[callee]?.text ?? "") && tokens[callee]?.kind === "punctuation") callee -= 1;
  return asMethod(tokens[callee]);
}

/** `GET<Paths>(` */
function beforeTypeArguments(tokens: readonly Token[], end: number): number {
  let depth = 0;
  for (let i = end; i >= 0; i -= 1) {
    const text = tokens[i]?.kind === "punctuation" ? tokens[i]?.text : undefined;
    if (text === ">" && tokens[i - 1]?.text !== "=") depth += 1;
    if (text === "<") depth -= 1;
    if (depth === 0) return text === "<" ? i - 1 : i;
  }
  return end;
}

/** `useQuery("get", "/v1/things"` */
function methodBefore(tokens: readonly Token[], i: number): string | undefined {
  return tokens[i - 1]?.text === "," && tokens[i - 2]?.kind === "string" ? asMethod(tokens[i - 2]) : undefined;
}

/** `paths["/v1/things"]["get"]` */
function methodAfter(tokens: readonly Token[], i: number): string | undefined {
  const [close, open, method] = tokens.slice(i + 1, i + 4);
  return close?.text === "]" && open?.text === "[" && method?.kind === "string" ? asMethod(method) : undefined;
}

function asMethod(token: Token | undefined): string | undefined {
  const method = token?.text.toUpperCase();
  return token?.kind !== "punctuation" && method !== undefined && METHODS.includes(method) ? method : undefined;
}

/** What openapi-typescript writes of every path of a document: it names them all, and calls none. */
function isTypeDeclaration(tokens: readonly Token[], i: number): boolean {
  const texts = tokens.slice(i + 1, i + 4).map((token) => token.text);
  return texts.join("") === ":{parameters";
}

function textsBefore(tokens: readonly Token[], i: number, count: number): string[] {
  return tokens.slice(Math.max(0, i - count), i).map((token) => token.text);
}
