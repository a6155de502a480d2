import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inKeyOrder } from "../generate/key-order.js";
import { parseDocument } from "../openapi/document.js";
import { isObject, type JsonObject } from "../openapi/json-value.js";
import { Problem } from "../problem.js";
import { compare } from "./compare.js";
import type { Comparison } from "./comparison.js";
import { findMoves } from "./moves.js";
import { type Repair, repair } from "./repair.js";
import { readSources } from "./sources.js";

/** The next version of openapi/published.yaml, and its differences to the current one. */
export interface Next {
  readonly document: JsonObject;
  readonly repairs: readonly Repair[];
  readonly comparison: Comparison;
  /** Whether the document is the current one. */
  readonly same: boolean;
}

/**
 * Reads the sources and repairs the document. Writes nothing.
 *
 * @throws {Problem} when a source is not a next version of this API.
 */
export async function readNext(root: string, sources: readonly string[]): Promise<Next> {
  const text = await readFile(join(root, "openapi/published.yaml"), "utf8");
  const current = parseDocument(text) as unknown as JsonObject;
  const source = await readSources(sources, current);
  refuseOlder(current, source);
  const moves = findMoves(current, source);
  const { document, repairs } = repair(source, current, moves);
  const ordered = inKeyOrder(document);
  const same = JSON.stringify(ordered) === JSON.stringify(current);
  return { document: ordered, repairs, comparison: await compare(current, ordered, moves), same };
}

function refuseOlder(current: JsonObject, source: JsonObject): void {
  const [version = "", next = ""] = [current, source].map(({ info }) => (isObject(info) ? String(info.version) : ""));
  if (next.localeCompare(version, "en", { numeric: true }) >= 0) return;
  throw new Problem(`the source is API version ${next}, older than the current ${version}: give a newer one`);
}
