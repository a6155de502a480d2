import { isObject, type Json, type JsonObject } from "./json.js";

/**
 * What a value is once its own reference has been followed, any number of times: the value itself where it is none.
 * Undefined where a reference leads nowhere, out of the document or in a circle.
 */
export function resolve(document: JsonObject, value: Json | undefined): Json | undefined {
  const seen = new Set<string>();
  let current = value;
  while (isObject(current) && typeof current.$ref === "string") {
    if (seen.has(current.$ref)) return undefined;
    seen.add(current.$ref);
    current = at(document, current.$ref);
  }
  return current;
}

/** What stands where a reference within the document points (RFC 6901); undefined where nothing does. */
export function at(document: JsonObject, reference: string): Json | undefined {
  if (reference === "#") return document;
  if (!reference.startsWith("#/")) return undefined;
  return reference
    .slice(2)
    .split("/")
    .map(fromPointer)
    .reduce<Json | undefined>((value, key) => {
      if (Array.isArray(value)) return value[Number(key)];
      return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }, document);
}

function fromPointer(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return part;
  }
}
