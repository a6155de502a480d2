import { jsonpath } from "json-p3";
import { parse, stringify } from "yaml";
import type { JsonObject } from "../openapi/json-value.js";
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
  const files = { "published.json": JSON.stringify(published), "overlay.yaml": overlay };
  const { code, stdout, stderr } = await redocly(
    ["bundle", "published.json", "--overlay", "overlay.yaml", "--ext", "json"],
    files,
  );
  if (code !== 0) throw new Problem(`openapi/overlay.yaml cannot be applied: ${reasonIn(stderr)}`);
  const document = inKeyOrder(JSON.parse(stdout));
  const { actions } = parse(overlay) as { actions: { target: string }[] };
  // Redocly ignores a target that matches nothing. An action may also match what an earlier one has added.
  const documents = [published, document];
  const unmatched = actions
    .map(({ target }) => target)
    .filter((target) => documents.every((one) => jsonpath.query(target, one).empty()));
  return { document, unmatched };
}

/** A document as its file has it. */
export function toYaml(document: JsonObject): string {
  return stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
