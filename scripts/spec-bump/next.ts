import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { parseDocument } from "../document.js";
import { Problem } from "../problem.js";
import { canonical } from "./canonical.js";
import { compare } from "./compare.js";
import type { Comparison } from "./comparison.js";
import { isObject, type JsonObject } from "./json.js";
import { findMoves } from "./moves.js";
import { type Applied, applyOverlay, deriveOverlay, type Overlay, parseOverlay } from "./overlay.js";
import { repairExamples } from "./repair/examples.js";
import { type Repair, repair } from "./repair.js";
import { readSources } from "./sources.js";

/** The next version of the document, made ours, and how it differs from the current one. Nothing is written. */
export interface Next {
  readonly documentText: string;
  /** Ours, as it is to be written. */
  readonly ours: Overlay;
  readonly document: JsonObject;
  readonly repairs: readonly Repair[];
  readonly overlay: Pick<Applied, "lost" | "retargeted">;
  readonly comparison: Comparison;
  /** Whether the document is byte for byte the one that is there. */
  readonly same: boolean;
}

/**
 * Reads the sources and makes of them what openapi/agents.yaml would be.
 *
 * @throws {Problem} when a source is no next version of this API.
 */
export async function readNext(root: string, sources: readonly string[]): Promise<Next> {
  const currentText = await readFile(join(root, "openapi/agents.yaml"), "utf8");
  const current = parseDocument(currentText) as unknown as JsonObject;
  const published = await readSources(sources, current);
  refuseOlder(current, published);
  const moves = findMoves(current, published);
  const repaired = repair(published, current, moves);
  const overlay = parseOverlay(await readFile(join(root, "openapi/overlay.yaml"), "utf8"));
  const applied = applyOverlay(repaired.document, overlay, moves);
  const fitted = repairExamples(applied.document);
  const document = canonical(fitted.document, current);
  const documentText = toText(document);
  return {
    documentText,
    ours: deriveOverlay(document, applied.overlay),
    document,
    repairs: [...repaired.repairs, ...fitted.repairs],
    overlay: applied,
    comparison: await compare(current, document, moves),
    same: documentText === currentText,
  };
}

function refuseOlder(current: JsonObject, published: JsonObject): void {
  const [here, there] = [current, published].map(({ info }) => (isObject(info) ? String(info.version) : ""));
  if (here === undefined || there === undefined) return;
  if (there.localeCompare(here, "en", { numeric: true }) >= 0) return;
  throw new Problem(`the source is API version ${there}, older than ${here} here: give a newer one`);
}

/** The form in which the documents stand, so that a change is a small diff. */
function toText(data: unknown): string {
  return stringify(data, { lineWidth: 100, aliasDuplicateObjects: false });
}
