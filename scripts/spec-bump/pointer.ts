import { isObject, type Json, type JsonObject } from "./json.js";

/* JSON pointers (RFC 6901) in the form `#/components/schemas/Name`, as references and redocly write them. */

/** The pointer of what stands below another one. */
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

/** The same pointer without percent-encoding, which a reference may have. */
export function plainPointer(reference: string): string {
  return below("#", ...keysOf(reference));
}

/** Whether one pointer is the other or stands below it. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** The place in a schema under components, as `ConnectorResponse.name`; undefined for a pointer elsewhere. */
export function schemaPlace(pointer: string): string | undefined {
  const [components, schemas, name, ...keys] = keysOf(pointer);
  if (components !== "components" || schemas !== "schemas" || name === undefined) return undefined;
  return `${name}${pathWithin(keys)}`;
}

/** The keys below a schema as a path that people read: `.items[].id`. It ends where they leave the schema's shape. */
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
