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
  readonly version: string;
  readonly document: JsonObject;
  readonly repairs: readonly Repair[];
  /** Undefined if the document is the current one. */
  readonly comparison: Comparison | undefined;
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
  const isSame = JSON.stringify(ordered) === JSON.stringify(current);
  const comparison = isSame ? undefined : await compare(current, ordered, moves);
  return { version: versionOf(ordered), document: ordered, repairs, comparison };
}

function versionOf({ info }: JsonObject): string {
  return isObject(info) ? String(info.version) : "";
}

function refuseOlder(current: JsonObject, source: JsonObject): void {
  const [version, next] = [versionOf(current), versionOf(source)];
  if (next.localeCompare(version, "en", { numeric: true }) >= 0) return;
  throw new Problem(`the source is API version ${next}, older than the current ${version}: give a newer one`);
}
