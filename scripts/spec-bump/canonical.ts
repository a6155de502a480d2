import { type Held, heldBy, type Kind, METHODS } from "./grammar.js";
import { isObject, type Json, type JsonObject } from "./json.js";

/** The keys of an object in the order in which they are written; `x-` stands for the extensions. Others come after. */
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
  schema: [
    ...["$ref", "title", "description", "deprecated", "allOf", "anyOf", "oneOf", "type", "format", "enum", "const"],
    ...["pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "items", "properties"],
    ...["required", "additionalProperties", "default"],
  ],
};

/**
 * The document in the order in which it is written, so that its diff to the current one shows what has changed: what
 * stood there before stands as it did, new keys of an object stand where they usually do, and new names after the name
 * that they follow in the document.
 */
export function canonical(document: JsonObject, current: JsonObject): JsonObject {
  return ordered(document, current, "document");
}

function ordered(value: JsonObject, before: Json | undefined, kind: Kind): JsonObject {
  const usual = Object.keys(value).sort((a, b) => position(a, kind) - position(b, kind));
  const held = new Map(heldBy(kind, value));
  return inOrder(usual, before, (key) => {
    const inside = held.get(key);
    return inside ? orderedHeld(value[key] as Json, memberOf(before, key), inside) : (value[key] as Json);
  });
}

function position(key: string, kind: Kind): number {
  const order = ORDER[kind] ?? [];
  const index = order.indexOf(key.startsWith("x-") ? "x-" : key);
  return index === -1 ? order.length : index;
}

function orderedHeld(value: Json, before: Json | undefined, { kind, as }: Held): Json {
  const inside = (one: Json, then: Json | undefined) => (isObject(one) ? ordered(one, then, kind) : one);
  if (as === "one") return inside(value, before);
  if (Array.isArray(value)) return value.map((one, index) => inside(one, counterpart(one, index, before)));
  if (!isObject(value)) return value;
  return inOrder(Object.keys(value), before, (name) => inside(value[name] as Json, memberOf(before, name)));
}

/** An object with these keys: known ones in the order that they had, each new one after the one that it follows here. */
function inOrder(keys: readonly string[], before: Json | undefined, member: (key: string) => Json): JsonObject {
  const known = isObject(before) ? Object.keys(before).filter((key) => keys.includes(key)) : [];
  const result = [...known];
  for (const [index, key] of keys.entries()) {
    if (!known.includes(key)) result.splice(result.indexOf(keys[index - 1] ?? "") + 1, 0, key);
  }
  return Object.fromEntries(result.map((key) => [key, member(key)]));
}

function counterpart(one: Json, index: number, before: Json | undefined): Json | undefined {
  if (!Array.isArray(before)) return undefined;
  if (!isObject(one) || (one.name === undefined && one.url === undefined)) return before[index];
  return before.find((then) => isObject(then) && then.name === one.name && then.in === one.in && then.url === one.url);
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
