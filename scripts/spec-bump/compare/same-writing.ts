import { isObject, type Json, type JsonObject } from "../json.js";
import { resolve } from "../pointer.js";
import { rewrite } from "../walk.js";

const COMBINATORS = ["allOf", "anyOf", "oneOf"];

/**
 * Both documents, with each schema that only one of them says as an alternative to null, or as a combination of one,
 * said plainly. `redocly diff` compares combinations by their text: without this, a reference that may be null from now
 * on is to it a schema that has lost all its properties.
 */
export function inSameWriting(base: JsonObject, next: JsonObject): [JsonObject, JsonObject] {
  return [plainWhereOther(base, next), plainWhereOther(next, base)];
}

function plainWhereOther(document: JsonObject, other: JsonObject): JsonObject {
  return rewrite(document, (value, { kind, keys }) => {
    if (kind !== "schema") return value;
    const there = keys.reduce<unknown>((one, key) => (one as Record<string, unknown> | undefined)?.[key], other);
    return isObject(there) && combinatorOf(there) !== combinatorOf(value) ? plainly(document, value) : value;
  });
}

function combinatorOf(schema: JsonObject): string {
  return COMBINATORS.filter((keyword) => Object.hasOwn(schema, keyword)).join();
}

/** The one schema that a combination is about; the combination itself where it is about several, or says more. */
function plainly(document: JsonObject, schema: JsonObject): JsonObject {
  const [[keyword, members] = ["", null], ...others] = Object.entries(schema);
  if (others.length > 0 || !COMBINATORS.includes(keyword) || !Array.isArray(members)) return schema;
  const [only, ...more] = members.filter((member) => !isNull(member));
  if (!isObject(only) || more.length > 0) return schema;
  if (members.length === 1) return only;
  const target = resolve(document, only);
  // Null can join a type only where there is one.
  if (keyword === "allOf" || !isObject(target) || target.type === undefined) return schema;
  return { ...target, type: [...[target.type].flat().filter((type) => type !== "null"), "null"] };
}

function isNull(schema: Json): boolean {
  return isObject(schema) && schema.type === "null";
}
