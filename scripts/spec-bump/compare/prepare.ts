import { isObject, type Json, type JsonObject, stableJson } from "../../openapi/json-value.js";
import { keysOf, resolve } from "../../openapi/pointer.js";
import { type Place, rewrite } from "../../openapi/walk.js";

const WORDS = ["title", "description", "summary", "example", "examples", "externalDocs", "tags", "$comment"];
const REQUEST = ".in-requests";
const RESPONSE = ".in-responses";

/**
 * Prepares both documents for `redocly diff`, so that every difference is a change for callers: without descriptions
 * and examples, and with one way to write the same schema.
 */
export function prepare(current: JsonObject, next: JsonObject): [JsonObject, JsonObject] {
  const [base, revision] = [current, next].map((document) => {
    const simple = rewrite(document, simplified);
    return byDirection(
      rewrite(simple, (value, { kind }) => (kind === "schema" ? withoutCombination(simple, value) : value)),
    );
  });
  return [base as JsonObject, revision as JsonObject];
}

/**
 * The only member of a combination, also beside null. `redocly diff` compares combinations as text: for a reference
 * that may now be null, it would list all properties of the schema as removed.
 */
function withoutCombination(document: JsonObject, schema: JsonObject): JsonObject {
  const [[keyword, members] = ["", null], ...others] = Object.entries(schema);
  if (others.length > 0 || !/^(?:allOf|anyOf|oneOf)$/.test(keyword) || !Array.isArray(members)) return schema;
  const [only, ...more] = members.filter((member) => !isObject(member) || member.type !== "null");
  if (!isObject(only) || more.length > 0) return schema;
  if (members.length === 1) return only;
  const target = resolve(document, only);
  // Without a type, null cannot be added to the types.
  if (keyword === "allOf" || !isObject(target) || target.type === undefined) return schema;
  return { ...target, type: [...[target.type].flat().filter((type) => type !== "null"), "null"] };
}

function simplified(value: JsonObject, { kind }: Place): JsonObject {
  // `info` must have a title.
  const isWords = (key: string) => key.startsWith("x-") || (WORDS.includes(key) && kind !== "info");
  const simple: JsonObject = Object.fromEntries(Object.entries(value).filter(([key]) => !isWords(key)));
  if (kind !== "schema") return simple;
  const { type, enum: values, additionalProperties: others } = simple;
  if (Array.isArray(type) && type.length === 1) simple.type = type[0] as Json;
  if (Array.isArray(values)) simple.enum = [...values].sort((a, b) => (stableJson(a) < stableJson(b) ? -1 : 1));
  if (others === true || (isObject(others) && Object.keys(others).length === 0)) delete simple.additionalProperties;
  return simple;
}

/** Removes what {@link prepare} adds to the names of shared schemas from a pointer or a message. */
export function withoutDirection(text: string): string {
  return text.replaceAll(/\.in-(?:requests|responses)(?![\w.-])/g, "");
}

/** Whether a pointer into a prepared document leads to a part of a request. */
export function isRequest(pointer: string): boolean {
  const [root, section, name = "", part] = keysOf(pointer);
  return root === "components" ? section === "schemas" && name.endsWith(REQUEST) : part !== "responses";
}

/**
 * Has each shared schema twice, for requests and for responses. A change may break only one of them, and `redocly diff`
 * rates a shared schema where it is used first.
 */
function byDirection(document: JsonObject): JsonObject {
  const { components } = document;
  if (!isObject(components) || !isObject(components.schemas)) return document;
  const schemas = Object.entries(components.schemas).flatMap(([name, schema]) =>
    [REQUEST, RESPONSE].map((direction) => [name + direction, directed(schema, direction)]),
  );
  const used = rewrite(document, (value, { kind }) => {
    if (kind !== "operation" && kind !== "pathItem" && kind !== "components") return value;
    const entries = Object.entries(value).map(([key, one]) => [key, directed(one, DIRECTIONS[key])]);
    return Object.fromEntries(entries);
  });
  return { ...used, components: { ...(used.components as JsonObject), schemas: Object.fromEntries(schemas) } };
}

/** The direction of the schemas below a key of an operation, of a path item or of `components`. */
const DIRECTIONS: Readonly<Record<string, string>> = {
  parameters: REQUEST,
  requestBody: REQUEST,
  requestBodies: REQUEST,
  responses: RESPONSE,
  headers: RESPONSE,
};

/** A value in which references to schemas lead to their copies for one direction. */
function directed(value: Json, direction: string | undefined): Json {
  if (direction === undefined) return value;
  const reference = /"(#\/components\/schemas\/[^/"]+?)(?:\.in-(?:requests|responses))?(?=["/])/g;
  return JSON.parse(JSON.stringify(value).replaceAll(reference, `"$1${direction}`));
}
