import { type Document, isScalar, Lexer, parseDocument, visit, type YAMLMap } from "yaml";
import type { Json } from "../json.js";
import { type Excerpt, lineOf } from "./excerpt.js";
import { MAX_ALIASES, MAX_TOKENS } from "./limits.js";
import { quoted, refusal, tooDeep } from "./refusal.js";

/**
 * Parses one YAML document into what JSON can hold: keys are plain and stand once, no tags but YAML's own, no alias bombs.
 * Aliases give one object in several places; whether it is a tree in the end is for the reader of all values to see.
 *
 * @throws {Problem} saying in which line something else stands.
 */
export function parseYaml(excerpt: Excerpt): Json {
  const { name, text } = excerpt;
  refuseTooManyTokens(excerpt);
  // The parser's own search for duplicate keys takes minutes when an object has many; ours follows.
  const parsed = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "error", merge: true });
  const [fault] = [...parsed.errors, ...parsed.warnings];
  if (fault?.code === "RESOURCE_EXHAUSTION") throw tooDeep(name);
  if (fault) {
    const what = fault.message.replace(/[.;:].*$/s, "");
    throw refusal(
      name,
      `is not YAML that can be used: ${what} (line ${lineOf(excerpt, fault.pos[0])}); correct it there`,
    );
  }
  refuseStrangeKeys(excerpt, parsed);
  return toData(name, parsed);
}

function refuseTooManyTokens({ name, text }: Excerpt): void {
  let count = 0;
  for (const _ of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) throw refusal(name, `has more than ${MAX_TOKENS} YAML tokens: no API document is as large`);
  }
}

function refuseStrangeKeys(excerpt: Excerpt, parsed: Document.Parsed): void {
  visit(parsed, { Map: (_, map) => refuseStrangeKeysOf(excerpt, map) });
}

function refuseStrangeKeysOf(excerpt: Excerpt, map: YAMLMap): void {
  const keys = new Set<string>();
  for (const { key } of map.items) {
    // As data, the keys 200 and "200" are one.
    const word = isScalar(key) ? String(key.value) : undefined;
    if (word !== undefined && !keys.has(word)) keys.add(word);
    else {
      const position = (key as { range?: readonly number[] }).range?.[0] ?? map.range?.[0] ?? 0;
      const what = word === undefined ? "a key that is not plain text" : `the key ${quoted(word)} twice in one object`;
      throw refusal(excerpt.name, `has ${what} (line ${lineOf(excerpt, position)}): correct it there`);
    }
  }
}

function toData(name: string, parsed: Document.Parsed): Json {
  try {
    return parsed.toJS({ maxAliasCount: MAX_ALIASES }) as Json;
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(name);
    // The library's word for an alias count that grows beyond the limit.
    if (!(error instanceof ReferenceError)) throw error;
    throw refusal(name, "has aliases that multiply to far more than it says: write it without anchors and aliases");
  }
}
