import { isObject, type JsonObject } from "../json.js";
import { at, below, resolve } from "../pointer.js";
import { rewrite } from "../walk.js";

const COMBINATIONS = ["allOf", "anyOf", "oneOf"];

/**
 * Rewrites a schema that is a combination in one document only, such as a reference that may now be null. `redocly diff`
 * compares combinations as text: it would list all properties of the schema as removed.
 */
export function inSameWriting(base: JsonObject, next: JsonObject): [JsonObject, JsonObject] {
  return [withoutCombinations(base, next), withoutCombinations(next, base)];
}

function withoutCombinations(document: JsonObject, other: JsonObject): JsonObject {
  return rewrite(document, (value, { kind, keys }) => {
    const there = kind === "schema" ? at(other, below("#", ...keys)) : undefined;
    return isObject(there) && combinationOf(there) !== combinationOf(value) ? simplified(document, value) : value;
  });
}

function combinationOf(schema: JsonObject): string {
  return COMBINATIONS.filter((keyword) => Object.hasOwn(schema, keyword)).join();
}

/** The only member of a combination, also beside null. Any other schema stays as it is. */
function simplified(document: JsonObject, schema: JsonObject): JsonObject {
  const [[keyword, members] = ["", null], ...others] = Object.entries(schema);
  if (others.length > 0 || !COMBINATIONS.includes(keyword) || !Array.isArray(members)) return schema;
  const [only, ...more] = members.filter((member) => !isObject(member) || member.type !== "null");
  if (!isObject(only) || more.length > 0) return schema;
  if (members.length === 1) return only;
  const target = resolve(document, only);
  // Without a type, null cannot be added to the types.
  if (keyword === "allOf" || !isObject(target) || target.type === undefined) return schema;
  return { ...target, type: [...[target.type].flat().filter((type) => type !== "null"), "null"] };
}
