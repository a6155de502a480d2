import { type Document, isScalar, Lexer, parseDocument, visit } from "yaml";
import type { Json } from "../../openapi/json-value.js";
import { quoted, refusal } from "./refusal.js";

/** A text to parse: a whole source, or a block of a page. */
export interface Excerpt {
  /** The name of the source in messages. */
  readonly name: string;
  readonly text: string;
  /** The number of lines in the source before the text. */
  readonly offset: number;
}

/**
 * The published document has 26,000 tokens. The parser keeps up to 2 kB for each, so a few megabytes of brackets would
 * exhaust the memory.
 */
const MAX_TOKENS = 500_000;
const MAX_ALIASES = 1_000;

/**
 * Parses YAML, or JSON, which YAML 1.2 includes.
 *
 * @throws {Problem} when the text has an error, the same key twice in one object, or too many aliases.
 */
export function parse(excerpt: Excerpt): Json {
  const { name, text } = excerpt;
  refuseTooManyTokens(excerpt);
  // The parser's check for duplicate keys takes quadratic time; refuseDuplicateKeys does not.
  const parsed = parseDocument(text, { ...OPTIONS, uniqueKeys: false });
  const [error] = [...parsed.errors, ...parsed.warnings];
  if (error?.code === "RESOURCE_EXHAUSTION") throw refusal(name, "has more levels than the parser can read");
  if (error) {
    const message = error.message.replace(/[.;:].*$/s, "");
    const line = lineOf(excerpt, error.pos[0]);
    throw refusal(name, `is not valid YAML or JSON: ${message} (line ${line}); correct it, or get it again`);
  }
  refuseDuplicateKeys(excerpt, parsed);
  refuseTooManyAliases(excerpt, parsed);
  try {
    return parsed.toJS({ maxAliasCount: 100 }) as Json;
  } catch (error) {
    if (error instanceof ReferenceError) throw refusal(name, TOO_MANY_ALIASES);
    throw refusal(name, `is not valid YAML or JSON: ${(error as Error).message}; correct it`);
  }
}

/** JSON has no sets and no ordered maps, so their tags are not resolved. */
const OPTIONS = { prettyErrors: false, logLevel: "error", merge: true, resolveKnownTags: false } as const;

const TOO_MANY_ALIASES = "has too many aliases: write it without aliases";

/** The parser searches the whole document for the anchor of each alias. */
function refuseTooManyAliases({ name }: Excerpt, parsed: Document.Parsed): void {
  let count = 0;
  visit(parsed, {
    Alias: () => {
      count += 1;
      if (count > MAX_ALIASES) throw refusal(name, TOO_MANY_ALIASES);
    },
  });
}

function refuseTooManyTokens({ name, text }: Excerpt): void {
  let count = 0;
  for (const _ of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) throw refusal(name, `has more than ${MAX_TOKENS} YAML tokens: no API document is as large`);
  }
}

function refuseDuplicateKeys(excerpt: Excerpt, parsed: Document.Parsed): void {
  visit(parsed, {
    Map: (_, { items, range }) => {
      const keys = new Set<string>();
      for (const { key } of items) {
        const word = isScalar(key) ? String(key.value) : undefined;
        if (word !== undefined && !keys.has(word)) keys.add(word);
        else {
          const what =
            word === undefined ? "a key that is not plain text" : `the key ${quoted(word)} twice in one object`;
          const position = (key as { range?: readonly number[] }).range?.[0] ?? range?.[0] ?? 0;
          throw refusal(excerpt.name, `has ${what} (line ${lineOf(excerpt, position)}): correct it`);
        }
      }
    },
  });
}

/** The line of the source at a position in the excerpt. */
function lineOf({ text, offset }: Excerpt, position: number): number {
  return offset + text.slice(0, position).split("\n").length;
}
