import type { Json, JsonObject } from "../../scripts/spec-bump/json.js";

/** A document of these paths and schemas and little else. */
export function openapi(paths: JsonObject, schemas: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  const info = { title: "Small API", version: "1.0.0" };
  const tags = [{ name: "Things", description: "Things." }];
  return frozen({ openapi: "3.1.0", info, security: [], tags, paths, components: { schemas }, ...rest });
}

/** An operation that answers 200 with a schema, and whatever else it is given. */
export function operation(schema: Json = { type: "string" }, rest: JsonObject = {}): JsonObject {
  const content = { "application/json": { schema } };
  return { tags: ["Things"], responses: { "200": { description: "Fine.", content } }, ...rest };
}

/** The parameter in a path. */
export function inPath(name: string, schema: Json = { type: "string" }): JsonObject {
  return { name, in: "path", required: true, schema };
}

/** The value itself, which nobody can change from here on. */
export function frozen<T extends Json>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const one of Object.values(value)) frozen(one);
  }
  return value;
}
