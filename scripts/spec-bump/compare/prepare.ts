import { isObject, type Json, type JsonObject, stableJson } from "../json.js";
import { below, keysOf } from "../pointer.js";
import { type Place, rewrite } from "../walk.js";
import { inSameWriting } from "./same-writing.js";

/** Says something to people only. */
const WORDS = ["title", "description", "summary", "example", "examples", "externalDocs", "tags", "$comment"];

/**
 * Both documents in a form in which everything that `redocly diff` lists is a change for callers: without words, without
 * two ways to write the same, and with each shared schema once for requests and once for responses.
 */
export function prepare(current: JsonObject, next: JsonObject): [JsonObject, JsonObject] {
  const [base, revision] = inSameWriting(rewrite(current, plainly), rewrite(next, plainly));
  return [byDirection(base), byDirection(revision)];
}

/** A value without words, written in the simplest way. */
export function plainly(value: JsonObject, { kind }: Place): JsonObject {
  const entries = Object.entries(value).filter(([key]) => !key.startsWith("x-") && !isWords(key, kind));
  const plain: JsonObject = Object.fromEntries(entries);
  if (kind !== "schema") return plain;
  if (Array.isArray(plain.type) && plain.type.length === 1) plain.type = plain.type[0] as Json;
  if (Array.isArray(plain.enum)) plain.enum = [...plain.enum].sort((a, b) => (stableJson(a) < stableJson(b) ? -1 : 1));
  const { additionalProperties: others } = plain;
  if (others === true || (isObject(others) && Object.keys(others).length === 0)) delete plain.additionalProperties;
  return plain;
}

/** The title in `info` has to be there. */
function isWords(key: string, kind: Place["kind"]): boolean {
  return WORDS.includes(key) && kind !== "info";
}

const REQUEST = ".in-requests";
const RESPONSE = ".in-responses";

/** A pointer or a message without what {@link prepare} has put behind the names of shared schemas. */
export function withoutDirection(text: string): string {
  return text.replaceAll(/\.in-(?:requests|responses)(?![\w.-])/g, "");
}

/** Whether a pointer into a prepared document leads to what callers send. */
export function isRequest(pointer: string): boolean {
  const [root, name = "", , part] = keysOf(pointer);
  return root === "components"
    ? name === "schemas" && /\.in-requests$/.test(keysOf(pointer)[2] ?? "")
    : part !== "responses";
}

/**
 * What breaks in a response can be harmless in a request. `redocly diff` judges a shared schema only where it is used
 * first, so each is there twice.
 */
function byDirection(document: JsonObject): JsonObject {
  const { components, ...rest } = document;
  if (!isObject(components) || !isObject(components.schemas)) return document;
  const schemas = Object.entries(components.schemas).flatMap(([name, schema]): [string, Json][] => [
    [name + REQUEST, referring(schema, REQUEST)],
    [name + RESPONSE, referring(schema, RESPONSE)],
  ]);
  const used = rewrite(rest, (value, { kind }) => {
    if (kind !== "operation" && kind !== "pathItem") return value;
    const entries = Object.entries(value).map(([key, one]) => [
      key,
      key === "responses"
        ? referring(one, RESPONSE)
        : ["parameters", "requestBody"].includes(key)
          ? referring(one, REQUEST)
          : one,
    ]);
    return Object.fromEntries(entries);
  });
  return { ...used, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

/** A value in which each reference to a schema leads to its copy for one direction. */
function referring(value: Json, direction: string): Json {
  if (typeof value === "string") {
    const [, reference, inside = ""] = /^(#\/components\/schemas\/[^/]+)(\/.*)?$/.exec(value) ?? [];
    return reference === undefined || /\.in-(?:requests|responses)$/.test(reference)
      ? value
      : reference + direction + inside;
  }
  if (Array.isArray(value)) return value.map((one) => referring(one, direction));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, referring(one, direction)]));
}

/** The pointer of an operation. */
export function pointerTo({ method, path }: { readonly method: string; readonly path: string }): string {
  return below("#", "paths", path, method.toLowerCase());
}
