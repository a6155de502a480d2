import { isObject, type Json, type JsonObject } from "../openapi/json-value.js";
import { at, below, isWithin, plainPointer } from "../openapi/pointer.js";
import { nameOf, type Operation, operationsIn } from "./document-operations.js";

/** Returns the names of the operations that contain a place of the document, or use it through `$ref`. */
export function closureOf(document: JsonObject): (pointer: string) => string[] {
  const operations = operationsIn(document).map((operation) => ({
    name: nameOf(operation),
    pointers: pointersFrom(document, operation),
  }));
  return (pointer) =>
    operations
      .filter(({ pointers }) => pointers.some((ancestor) => isWithin(pointer, ancestor)))
      .map(({ name }) => name);
}

function pointersFrom(document: JsonObject, { path, method, item, operation }: Operation): string[] {
  const found = new Set<string>();
  const waiting = [...referencesIn(operation), ...referencesIn(item.parameters ?? null)];
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    if (found.has(reference)) continue;
    found.add(reference);
    waiting.push(...referencesIn(at(document, reference) ?? null));
  }
  const own = [method.toLowerCase(), "parameters"].map((key) => below("#", "paths", path, key));
  return [...own, ...[...found].map(plainPointer)];
}

/** All references in a value, including those in the mapping of a discriminator. */
function referencesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === "$ref" && typeof one === "string") return [one];
    if (key === "mapping" && isObject(one)) return Object.values(one).filter((target) => typeof target === "string");
    return referencesIn(one);
  });
}
