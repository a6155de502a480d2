import { isObject, type Json, type JsonObject } from "./json.js";
import type { Keys } from "./walk.js";

/**
 * Where an object stands in the document, as a JSONPath (RFC 9535) that still finds it in the next version: what stands
 * in a list is named by what it is known by, not by its position.
 */
export function targetOf(document: JsonObject, keys: Keys): string {
  let target = "$";
  let value: Json = document;
  let list = "";
  for (const key of keys) {
    const held: Json = (value as JsonObject)[key] ?? null;
    target += typeof key === "number" ? (known(list, held) ?? `[${key}]`) : (scheme(list, held) ?? name(key));
    value = held;
    list = String(key);
  }
  return target;
}

/** The step to a member by its name. */
export function name(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
}

/** The step to a parameter in a list of them. */
export function parameter(name: string, place: string): string {
  return `[?@.name==${quoted(name)} && @.in==${quoted(place)}]`;
}

function known(list: string, value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  const { name, url, in: place } = value;
  if (list === "parameters" && typeof name === "string" && typeof place === "string") return parameter(name, place);
  if (list === "tags" && typeof name === "string") return `[?@.name==${quoted(name)}]`;
  if (list === "servers" && typeof url === "string") return `[?@.url==${quoted(url)}]`;
  return undefined;
}

/** A key is known by its header: the name of the scheme never goes over the wire, and has been changed before. */
function scheme(map: string, value: Json): string | undefined {
  if (map !== "securitySchemes" || !isObject(value) || value.type !== "apiKey") return undefined;
  return typeof value.name === "string" && typeof value.in === "string" ? parameter(value.name, value.in) : undefined;
}

function quoted(text: string): string {
  // JSON escapes what a JSONPath has to escape, but for the quotation marks.
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
