import { Problem } from "../problem.js";
import type { JsonObject } from "./json.js";
import { LIMITS, type Limits } from "./sources/limits.js";
import { mergePages } from "./sources/merge.js";
import { type Content, parseSource } from "./sources/parse.js";
import { readSource } from "./sources/read.js";
import { refusal } from "./sources/refusal.js";
import { refuseOtherApi, refuseStrangePage } from "./sources/relation.js";

const WHAT = "give one document (a JSON or YAML file, or an https URL) or pages of the reference (Markdown)";

/**
 * Reads the next published document, as data: from a file or URL that holds all of it, or from pages of the reference,
 * which hold one operation each and are merged into a copy of the current document. Writes nothing and follows nothing
 * out of what it is given.
 *
 * @throws {Problem} in one line, saying what is wrong with which source and what to do.
 */
export async function readSources(
  sources: readonly string[],
  current: JsonObject,
  limits: Limits = LIMITS,
): Promise<JsonObject> {
  if (sources.length === 0) throw new Problem(`No source is given: ${WHAT}`);
  const contents: Content[] = [];
  for (const source of sources) contents.push(parseSource(await readSource(source, limits), limits.bytes));
  const whole = contents.filter(({ document }) => document);
  const [first, second] = whole;
  if (!first?.document) return fromPages(contents, current);
  if (second) throw refusal(first.name, `and ${second.name} are both whole documents: ${WHAT}`);
  const page = contents.find(({ pages }) => pages);
  if (page) throw refusal(first.name, `is a whole document, and ${page.name} is not: ${WHAT}`);
  refuseOtherApi(first.name, first.document, current);
  return first.document;
}

function fromPages(contents: readonly Content[], current: JsonObject): JsonObject {
  const pages = contents.flatMap((content) => content.pages ?? []);
  for (const page of pages) refuseStrangePage(page, current);
  return mergePages(current, pages);
}
