import { jsonpath } from "json-p3";
import { parse, stringify } from "yaml";
import { isObject, type Json, type JsonObject, stableJson } from "../openapi/json-value.js";
import { reasonIn, redocly } from "../openapi/redocly.js";
import { Problem } from "../problem.js";
import { inKeyOrder } from "./key-order.js";

/** The published document with our overlay, in the order in which it is written. */
export interface WithOverlay {
  readonly document: JsonObject;
  /** Targets of the actions that match nothing. */
  readonly unmatched: readonly string[];
}

/**
 * Applies the text of openapi/overlay.yaml (an OpenAPI Overlay) to the document of openapi/published.yaml with
 * `redocly bundle --overlay`.
 *
 * @throws {Problem} when Redocly cannot apply it.
 */
export async function applyOverlay(published: JsonObject, overlay: string): Promise<WithOverlay> {
  let document = await bundle(published, overlay);
  const { actions } = parse(overlay) as { actions: Action[] };
  const rest = withoutRepeated(published, actions);
  if (stableJson(rest) !== stableJson(published)) document = await bundle(rest, overlay);
  // Redocly ignores a target that matches nothing. An action may also match what an earlier one has added.
  const documents = [published, document];
  const unmatched = actions
    .map(({ target }) => target)
    .filter((target) => documents.every((one) => jsonpath.query(target, one).empty()));
  return { document, unmatched };
}

async function bundle(published: JsonObject, overlay: string): Promise<JsonObject> {
  const files = { "published.json": JSON.stringify(published), "overlay.yaml": overlay };
  const { code, stdout, stderr } = await redocly(
    ["bundle", "published.json", "--overlay", "overlay.yaml", "--ext", "json"],
    files,
  );
  if (code !== 0) throw new Problem(`openapi/overlay.yaml cannot be applied: ${reasonIn(stderr)}`);
  return inKeyOrder(JSON.parse(stdout));
}

interface Action {
  readonly target: string;
  readonly update?: Json;
}

/**
 * The document without the lists that an action adds in the same place: an overlay appends a list to what is there, so
 * they would be there twice (Overlay 1.0.0, Action Object).
 */
function withoutRepeated(published: JsonObject, actions: readonly Action[]): JsonObject {
  const copy = structuredClone(published);
  for (const { target, update = null } of actions)
    for (const { value } of jsonpath.query(target, copy)) removeLists(value as Json, update);
  return copy;
}

function removeLists(there: Json | undefined, update: Json): void {
  if (!isObject(there) || !isObject(update)) return;
  for (const [key, value] of Object.entries(update)) {
    if (Array.isArray(value) && stableJson(there[key] ?? null) === stableJson(value)) delete there[key];
    else removeLists(there[key], value);
  }
}

/** A document as its file has it. */
export function toYaml(document: JsonObject): string {
  return stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
