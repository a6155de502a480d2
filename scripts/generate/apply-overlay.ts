import { jsonpath } from "json-p3";
import { parse, stringify } from "yaml";
import type { JsonObject } from "../openapi/json-value.js";
import { reasonIn, redocly } from "../openapi/redocly.js";
import { Problem } from "../problem.js";
import { inKeyOrder } from "./key-order.js";

/** The published document with our overlay. */
export interface WithOverlay {
  readonly text: string;
  readonly document: JsonObject;
  /** Targets of the actions that match nothing. */
  readonly unmatched: readonly string[];
}

/**
 * Applies openapi/overlay.yaml (an OpenAPI Overlay) to openapi/published.yaml with `redocly bundle --overlay`.
 *
 * @throws {Problem} when Redocly cannot apply it.
 */
export async function applyOverlay(published: string, overlay: string): Promise<WithOverlay> {
  const current = parse(published);
  // As JSON, because Redocly has another YAML parser.
  const files = { "published.json": JSON.stringify(current), "overlay.yaml": overlay };
  const { code, stdout, stderr } = await redocly(
    ["bundle", "published.json", "--overlay", "overlay.yaml", "--ext", "json"],
    files,
  );
  if (code !== 0) throw new Problem(`openapi/overlay.yaml cannot be applied: ${reasonIn(stderr)}`);
  const document = inKeyOrder(JSON.parse(stdout));
  const { actions } = parse(overlay) as { actions: { target: string }[] };
  // Redocly ignores a target that matches nothing. An action may also match what an earlier one has added.
  const documents = [current, document];
  const unmatched = actions
    .map(({ target }) => target)
    .filter((target) => documents.every((one) => jsonpath.query(target, one).empty()));
  return { text: toYaml(document), document, unmatched };
}

/** A document as its file has it. */
export function toYaml(document: JsonObject): string {
  return stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
