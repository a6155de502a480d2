import { type Kind, METHODS } from "../openapi/grammar.js";
import type { JsonObject } from "../openapi/json-value.js";
import { rewrite } from "../openapi/walk.js";

/** The keys of each kind of object, in the order in which they are written. `x-` stands for all extensions. */
const ORDER: Partial<Record<Kind, readonly string[]>> = {
  document: ["openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "paths", "webhooks", "components"],
  info: ["title", "version", "summary", "description", "termsOfService", "contact", "license"],
  server: ["url", "description", "variables"],
  tag: ["name", "description"],
  pathItem: ["summary", "description", "servers", "parameters", ...METHODS],
  operation: [
    ...["operationId", "summary", "description", "deprecated", "tags", "x-", "parameters", "requestBody"],
    ...["responses", "callbacks", "security", "servers"],
  ],
  parameter: ["name", "in", "required", "deprecated", "description", "schema", "content", "example", "examples"],
  requestBody: ["description", "required", "content"],
  response: ["description", "headers", "content", "links"],
  header: ["description", "required", "schema"],
  mediaType: ["schema", "example", "examples", "encoding"],
  components: ["schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes"],
  securityScheme: ["type", "in", "name", "description"],
  // Everything else in a schema stays in the order of the document.
  schema: ["$ref", "title", "description", "deprecated"],
};

/**
 * The document with the keys of its objects in one order, so that git shows only real changes. Other keys follow. Paths,
 * schemas and properties stay in the order of the document.
 */
export function inKeyOrder(document: JsonObject): JsonObject {
  return rewrite(document, (value, { kind }) => {
    const order = ORDER[kind] ?? [];
    const position = (key: string) => {
      const index = order.indexOf(key.startsWith("x-") ? "x-" : key);
      return index === -1 ? order.length : index;
    };
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => position(a) - position(b)));
  });
}
