import type { Json, JsonObject } from "../json.js";
import { nameOf, type Operation, operationsIn } from "../operations.js";
import type { Excerpt } from "./excerpt.js";
import { type Block, blocksOf, isOpenApi } from "./markdown.js";
import { looksLikeJson, parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { SourceText } from "./read.js";
import { refusal } from "./refusal.js";
import { refuseUnversioned, toDocument } from "./soundness.js";

/** One operation as a page of the reference publishes it, within a document that has nothing else. */
export interface Page extends Operation {
  readonly name: string;
  readonly document: JsonObject;
}

/** What a source holds: a whole document, or operations one by one. */
export type Content =
  | { readonly name: string; readonly document: JsonObject; readonly pages?: never }
  | { readonly name: string; readonly document?: never; readonly pages: readonly Page[] };

/**
 * Parses JSON, YAML or Markdown: by what the text is, since neither names nor media types are to be relied on.
 *
 * @throws {Problem} when it is none of these, or no OpenAPI that is complete in itself.
 */
export function parseSource(source: SourceText, maxSize: number): Content {
  const { name, text } = source;
  if (text.trim() === "") throw refusal(name, "is empty: check where it comes from");
  if (/^\s*<(?:!doctype|html|head|body|\?xml)\b/i.test(text)) throw refusal(name, HTML);
  const blocks = isWhole(text) ? [] : blocksOf(source);
  if (blocks.length > 0) return { name, pages: named(blocks).map((block) => toPage(block, maxSize)) };
  if (isMarkdown(source)) throw refusal(name, NO_BLOCK);
  if (/^\s*</.test(text)) throw refusal(name, HTML);
  const document = toDocument(name, parse({ name, text, offset: 0 }), maxSize);
  refuseUnversioned(name, document);
  return { name, document };
}

const HTML =
  "is HTML or XML: give the URL of the document itself, or of the reference page as Markdown (often page.md)";
const NO_BLOCK =
  "is Markdown without an OpenAPI block: give a page of the reference that has one, fenced and headed by method and path";

/** JSON, or YAML that says what it is before anything in it, such as a description, could look like Markdown. */
function isWhole(text: string): boolean {
  return looksLikeJson(text) || isOpenApi(text.split(/^[ \t]*(?:```|~~~)/m, 1)[0] ?? "");
}

function isMarkdown({ text, isMarkdown: isSaid }: SourceText): boolean {
  const hasFrontMatter = /^\s*---\r?\n[\s\S]*?\n---\r?\n/.test(text);
  return !isWhole(text) && (isSaid || hasFrontMatter);
}

/** Blocks of one source, told apart by their lines where there are several. */
function named(blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 1 ? blocks : blocks.map((one) => ({ ...one, name: `${one.name} (line ${one.offset})` }));
}

function parse(excerpt: Excerpt): Json {
  return looksLikeJson(excerpt.text) ? parseJson(excerpt) : parseYaml(excerpt);
}

function toPage(block: Block, maxSize: number): Page {
  const { name, heading } = block;
  const document = toDocument(name, parse(block), maxSize);
  const [operation, ...others] = operationsIn(document);
  if (!operation || others.length > 0) {
    const count = 1 + others.length;
    throw refusal(
      name,
      `has a block of ${count} operations, a page has one each: give the document as a file of its own`,
    );
  }
  if (heading && nameOf(heading) !== nameOf(operation)) {
    throw refusal(name, `is headed ${nameOf(heading)}, but describes ${nameOf(operation)}: get the page again`);
  }
  return { ...operation, name, document };
}
