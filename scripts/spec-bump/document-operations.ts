import { METHODS } from "../openapi/grammar.js";
import { isObject, type Json, type JsonObject } from "../openapi/json-value.js";
import { resolve } from "../openapi/pointer.js";

/** An operation of a document, with its method in upper case and its path template. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

/** All operations of a document, in its order. Values that are not objects are left out. */
export function operationsIn(document: JsonObject): Operation[] {
  return Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, value]) => {
    const item = resolve(document, value);
    if (!path.startsWith("/") || !isObject(item)) return [];
    return Object.keys(item).flatMap((key) => {
      const operation = item[key];
      return METHODS.includes(key) && isObject(operation) ? [{ method: key.toUpperCase(), path, item, operation }] : [];
    });
  });
}

/** A copy in which each operation under `paths` is replaced by what `change` returns. */
export function changeOperations(document: JsonObject, change: (operation: Operation) => JsonObject): JsonObject {
  if (!isObject(document.paths)) return document;
  const paths = { ...document.paths };
  for (const one of operationsIn(document)) {
    const item = paths[one.path];
    if (isObject(item)) paths[one.path] = { ...item, [one.method.toLowerCase()]: change(one) };
  }
  return { ...document, paths };
}

/** The name of an operation in reports: `GET /v1/things`. */
export function nameOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}

/** The parameters of an operation and of its path, without references. The operation overrides those of its path. */
export function parametersOf(document: JsonObject, { item, operation }: Operation): JsonObject[] {
  const own = listOf(document, operation.parameters);
  const shared = listOf(document, item.parameters);
  return [...shared.filter((one) => !own.some((other) => isSameParameter(one, other))), ...own];
}

/** Whether two parameters have the same name and place. */
function isSameParameter(a: JsonObject, b: JsonObject): boolean {
  return a.name === b.name && a.in === b.in;
}

function listOf(document: JsonObject, parameters: Json | undefined): JsonObject[] {
  return Array.isArray(parameters) ? parameters.map((one) => resolve(document, one)).filter(isObject) : [];
}

/** A path template without the names of its parameters. Templates for the same URLs are then equal. */
export function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** The names in a path template, in their order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}
