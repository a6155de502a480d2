import { isObject, type Json, type JsonObject } from "./json.js";
import { type Operation, operationsIn } from "./operations.js";
import { at, below, isWithin, plainPointer } from "./pointer.js";

/**
 * Gives for a pointer into the document the operations that it concerns: those that it stands in, and those that reach
 * it through `$ref`, over any number of steps.
 */
export function closureOf(document: JsonObject): (pointer: string) => Operation[] {
  const reached = operationsIn(document).map((operation) => ({
    operation,
    pointers: pointersFrom(document, operation),
  }));
  return (pointer) =>
    reached
      .filter(({ pointers }) => pointers.some((ancestor) => isWithin(pointer, ancestor)))
      .map(({ operation }) => operation);
}

function pointersFrom(document: JsonObject, { path, method, item, operation }: Operation): string[] {
  const own = below("#", "paths", path, method.toLowerCase());
  const shared = below("#", "paths", path, "parameters");
  const found = new Set<string>();
  const left = [...referencesIn(operation), ...referencesIn(item.parameters ?? null)];
  for (let reference = left.pop(); reference !== undefined; reference = left.pop()) {
    if (found.has(reference)) continue;
    found.add(reference);
    left.push(...referencesIn(at(document, reference) ?? null));
  }
  return [own, shared, ...[...found].map(plainPointer)];
}

/** Every reference in a value, those of a discriminator's mapping included. */
function referencesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === "$ref" && typeof one === "string") return [one];
    if (key === "mapping" && isObject(one)) return Object.values(one).filter((target) => typeof target === "string");
    return referencesIn(one);
  });
}
