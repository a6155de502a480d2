import { isObject, type Json } from "../json.js";
import { MAX_DEPTH } from "./limits.js";
import { quoted, refusal, tooDeep, withoutSecrets } from "./refusal.js";
import { pointerOf, type Value, valuesOf } from "./values.js";

/**
 * Refuses data that could harm whatever reads it next, be it an OpenAPI document or not: nested too deep or in itself, far
 * larger than its text, with keys that reach prototypes, with numbers that JSON has not, or with references out of it,
 * which tools would follow to files of this machine and to hosts that it can reach.
 *
 * @throws {Problem} naming the place.
 */
export function refuseHarmful(name: string, data: Json, maxSize: number): void {
  let size = 0;
  for (const at of valuesOf(data)) {
    if (at.depth > MAX_DEPTH) throw tooDeep(name);
    // Without aliases a value never takes less of the text than this.
    size += 1 + at.key.length + (typeof at.value === "string" ? at.value.length : 0);
    if (size > maxSize) throw refusal(name, "expands by its aliases to far more than it says: write it without them");
    if (at.key === "__proto__") throw refusal(name, `has a key "__proto__" at ${pointerOf(at)}: take it out`);
    if (typeof at.value === "number" && !Number.isFinite(at.value)) {
      throw refusal(name, `has a number at ${pointerOf(at)} that JSON cannot hold: correct it`);
    }
    const outside = leadsOutside(at);
    if (outside !== undefined) throw refusal(name, outwards(at, outside));
  }
}

function outwards(at: Value, reference: string): string {
  if (reference.startsWith("#")) {
    return `has a reference ${quoted(reference)} at ${pointerOf(at)}: write it as a JSON Pointer, #/components/...`;
  }
  const to = quoted(withoutSecrets(reference));
  return `refers to another file or host, ${to}, at ${pointerOf(at)}: give the document bundled into one file`;
}

/** A text that Redocly, and so everything built on it, would follow out of the document. */
function leadsOutside({ key, value, parent }: Value): string | undefined {
  if (typeof value !== "string" || value.startsWith("#/") || !isObject(parent?.value)) return undefined;
  const follows =
    key === "$ref" || key === "externalValue" || (isMapping(parent) && /^#|\/|\.(?:ya?ml|json)$/.test(value));
  return follows ? value : undefined;
}

/** What a discriminator maps to may be a reference or the plain name of a schema. */
function isMapping(parent: Value | undefined): boolean {
  return parent?.key === "mapping" && parent.parent?.key === "discriminator";
}
