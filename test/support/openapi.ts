import type { Json, JsonObject } from "../../scripts/openapi/json-value.js";

/** A small document with these paths and schemas. */
export function openapi(paths: JsonObject, schemas: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  const info = { title: "Small API", version: "1.0.0" };
  const tags = [{ name: "Things", description: "Things." }];
  return frozen({ openapi: "3.1.0", info, security: [], tags, paths, components: { schemas }, ...rest });
}

/** An operation with a schema for the response 200, and other keys. */
export function operation(schema: Json = { type: "string" }, rest: JsonObject = {}): JsonObject {
  const content = { "application/json": { schema } };
  return { tags: ["Things"], responses: { "200": { description: "Fine.", content } }, ...rest };
}

/** A path parameter. */
export function inPath(name: string, schema: Json = { type: "string" }): JsonObject {
  return { name, in: "path", required: true, schema };
}

/** Freezes a value deeply and returns it. */
export function frozen<T extends Json>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const one of Object.values(value)) frozen(one);
  }
  return value;
}
