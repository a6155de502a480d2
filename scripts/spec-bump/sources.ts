import { isObject, type JsonObject } from "../openapi/json-value.js";
import { Problem } from "../problem.js";
import { nameOf, operationsIn, withoutNames } from "./document-operations.js";
import { toDocument } from "./sources/check-document.js";
import { type Block, blocksOf, isWhole } from "./sources/markdown.js";
import { mergePages, type Page } from "./sources/merge.js";
import { parse } from "./sources/parse.js";
import { LIMITS, type Limits, readSource, type SourceText } from "./sources/read.js";
import { quoted, refusal } from "./sources/refusal.js";

const WHAT = "give one document (a JSON or YAML file, or an https URL) or pages of the reference (Markdown)";

/**
 * Reads the next version of the published document: from a file or URL with the whole document, or from pages of the
 * reference with one operation each, which are merged into a copy of the current document. Writes nothing.
 *
 * @throws {Problem} in one line that names the source, says what is wrong with it and what to do.
 */
export async function readSources(
  sources: readonly string[],
  current: JsonObject,
  limits: Limits = LIMITS,
): Promise<JsonObject> {
  if (sources.length === 0) throw new Problem(`No source is given: ${WHAT}`);
  const documents: Whole[] = [];
  const pages: Page[] = [];
  for (const source of sources) {
    const content = parseSource(await readSource(source, limits), limits);
    if (Array.isArray(content)) pages.push(...content);
    else documents.push(content);
  }
  const [first, second] = documents;
  if (!first) {
    for (const page of pages) refuseOtherPage(page, current);
    return mergePages(current, pages);
  }
  if (second) throw refusal(first.name, `and ${second.name} are both whole documents: ${WHAT}`);
  if (pages[0]) throw refusal(first.name, `is a whole document, and ${pages[0].name} is not: ${WHAT}`);
  refuseOtherApi(first, current);
  return first.document;
}

/** A whole document, and the name of its source. */
interface Whole {
  readonly name: string;
  readonly document: JsonObject;
}

/** Parses JSON, YAML or Markdown. The text decides which, because names and media types are often wrong. */
function parseSource({ name, text, isMarkdown }: SourceText, limits: Limits): Whole | Page[] {
  if (text.trim() === "") throw refusal(name, "is empty: check where it comes from");
  if (!isWhole(text)) {
    const blocks = blocksOf(name, text);
    // The line tells several blocks of one source apart.
    if (blocks.length > 1) return blocks.map((one) => toPage({ ...one, name: `${name} (line ${one.offset})` }, limits));
    if (blocks[0]) return [toPage(blocks[0], limits)];
    if (isMarkdown) throw refusal(name, "has no OpenAPI block: give a page of the reference that has one, as Markdown");
  }
  if (/^\s*</.test(text)) {
    throw refusal(name, "is HTML or XML: give the URL of the document, or of the reference page as Markdown");
  }
  const document = toDocument(name, parse({ name, text, offset: 0 }), limits.bytes);
  if (!isObject(document.info) || document.info.version === undefined) {
    throw refusal(name, "has no version of the API (info.version): have it corrected");
  }
  return { name, document };
}

function toPage(block: Block, limits: Limits): Page {
  const { name, heading } = block;
  const document = toDocument(name, parse(block), limits.bytes);
  const [operation, ...others] = operationsIn(document);
  if (!operation || others.length > 0) {
    throw refusal(name, `has ${1 + others.length} operations in a block: give the document as a file of its own`);
  }
  if (heading && heading !== nameOf(operation)) {
    throw refusal(name, `has the heading ${heading}, but describes ${nameOf(operation)}: get the page again`);
  }
  return { ...operation, name, document };
}

/** Refuses a document that has no path in common with the current one. */
function refuseOtherApi({ name, document }: Whole, current: JsonObject): void {
  const known = pathsOf(current);
  if (pathsOf(document).some((path) => known.includes(path))) return;
  const [title, ours] = [titleOf(document), titleOf(current)];
  throw refusal(name, `describes another API, ${title}: it has no path in common with ${ours}; check the source`);
}

/** Refuses a page that has neither a path nor a server in common with the current document. */
function refuseOtherPage({ name, method, path, document }: Page, current: JsonObject): void {
  const template = withoutNames(path);
  if (pathsOf(current).some((one) => template === one || template.startsWith(`${one}/`))) return;
  const known = serversOf(current);
  if (serversOf(document).some((url) => known.includes(url))) return;
  const what = `${method} ${path}, which has no path and no server in common with ${titleOf(current)}`;
  throw refusal(name, `describes ${what}: check the page`);
}

function pathsOf({ paths }: JsonObject): string[] {
  return Object.keys(isObject(paths) ? paths : {}).map(withoutNames);
}

function serversOf({ servers = [] }: JsonObject): string[] {
  return (servers as { url: string }[]).map(({ url }) => url.replace(/\/+$/, ""));
}

function titleOf({ info }: JsonObject): string {
  return isObject(info) && typeof info.title === "string" ? quoted(info.title) : "one without a title";
}
