import { isObject, type Json, type JsonObject } from "../json.js";
import { resolve } from "../pointer.js";
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
    for (const outside of leadsOutside(at, data)) throw refusal(name, outwards(at, outside));
  }
}

function outwards(at: Value, reference: string): string {
  if (reference.startsWith("#")) {
    return `has a reference ${quoted(reference)} at ${pointerOf(at)}: write it as a JSON Pointer, #/components/...`;
  }
  const to = quoted(withoutSecrets(reference));
  return `refers to another file or host, ${to}, at ${pointerOf(at)}: give the document bundled into one file`;
}

/** The references here that a tool would follow out of the document. */
function leadsOutside({ key, value, parent }: Value, document: Json): string[] {
  if (key === "discriminator" && isObject(document)) return mappedElsewhere(value, document).filter(isReference);
  if (typeof value !== "string" || !isObject(parent?.value) || value.startsWith("#/")) return [];
  const isMapping = parent?.key === "mapping" && parent.parent?.key === "discriminator" && isReference(value);
  return REFERENCES.includes(key) || isMapping ? [value] : [];
}

const REFERENCES = ["$ref", "externalValue", "operationRef"];

/** What a discriminator maps to behind a `$ref`, which OpenAPI does not allow here, and which Redocly follows. */
function mappedElsewhere(discriminator: Json, document: JsonObject): string[] {
  const found = resolve(document, discriminator);
  if (!isObject(found) || (found === discriminator && !(isObject(found.mapping) && "$ref" in found.mapping))) return [];
  const mapping = resolve(document, found.mapping);
  return isObject(mapping) ? Object.values(mapping).filter((target) => typeof target === "string") : [];
}

/** A mapping may also have the plain name of a schema. */
function isReference(target: string): boolean {
  return !target.startsWith("#/") && /^#|[/:]|\.(?:ya?ml|json)$/.test(target);
}
