import { isObject, type Json, type JsonObject } from "./json-value.js";

/* JSON pointers (RFC 6901) as URI fragments: `#/components/schemas/Name`. */

/** The pointer to a value inside the value of another pointer. */
export function below(pointer: string, ...keys: (string | number)[]): string {
  return [pointer, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** The keys of a pointer, outermost first. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => decoded(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer without percent-encoding. A reference may have some. */
export function plainPointer(reference: string): string {
  return below("#", ...keysOf(reference));
}

/** Whether a pointer is the other one, or leads into its value. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** The place in a schema under components, as `ConnectorResponse.name`; undefined for other pointers. */
export function schemaPlace(pointer: string): string | undefined {
  const [components, schemas, name, ...keys] = keysOf(pointer);
  if (components !== "components" || schemas !== "schemas" || name === undefined) return undefined;
  return `${name}${pathWithin(keys)}`;
}

/**
 * The keys inside a schema as a readable path: `.items[].id`. It ends at a keyword that describes no part of the value.
 */
export function pathWithin(keys: readonly string[]): string {
  const [key, child, ...rest] = keys;
  if (key === "items") return `[]${pathWithin(keys.slice(1))}`;
  if (key === "additionalProperties") return `.*${pathWithin(keys.slice(1))}`;
  if (child === undefined) return "";
  if (key === "properties") return `.${child}${pathWithin(rest)}`;
  if (key === "allOf") return pathWithin(rest);
  if (key === "anyOf" || key === "oneOf") return ` (alternative ${Number(child) + 1})${pathWithin(rest)}`;
  return "";
}

/**
 * Follows the reference of a value until a value has none. Undefined if a reference leads nowhere, out of the document
 * or in a circle.
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

/** The value at a pointer; undefined if there is none. */
export function at(document: JsonObject, reference: string): Json | undefined {
  if (reference === "#") return document;
  if (!reference.startsWith("#/")) return undefined;
  return keysOf(reference).reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, document);
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
