import type { JsonObject } from "../../../scripts/openapi/json-value.js";

// biome-ignore lint/suspicious/noExplicitAny: the edits change a document as data, and a wrong step fails the test.
export type Any = any;

/**
 * An edit of the document, and the changes to be listed: operation id, place, what. Breaking changes start with "!".
 */
export type Edit = readonly [name: string, edit: (document: Any) => void, changes: readonly string[]];

export const JSON_TYPE = "application/json";

/** The operation with an id. */
export function operation(document: JsonObject, id: string): Any {
  const items = Object.values(document.paths as JsonObject).flatMap((item) => Object.values(item as JsonObject));
  return items.find((one) => (one as JsonObject | undefined)?.operationId === id);
}

export const body = (document: Any, id: string) => operation(document, id).requestBody;
export const schema = (document: Any, name: string) => document.components.schemas[name];
export const without = (list: string[], name: string) => list.filter((one) => one !== name);
