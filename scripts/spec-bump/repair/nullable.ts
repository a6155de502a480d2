import { Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../json.js";
import { targetOf } from "../target.js";
import { type Place, rewrite } from "../walk.js";
import type { Given } from "./repair.js";

/**
 * Says `nullable`, a keyword of OpenAPI 3.0, as 3.1 does: null is one of the types. Where it stands among values, or is
 * the name of a property, it stays.
 *
 * @throws {Problem} where it is not certain what else than null was meant.
 */
export function repairNullable(document: JsonObject, { report }: Given): JsonObject {
  // In 3.0 it is right.
  if (String(document.openapi).startsWith("3.0")) return document;
  return rewrite(document, (schema, { kind, keys }: Place) => {
    if (kind !== "schema" || !Object.hasOwn(schema, "nullable")) return schema;
    const where = targetOf(document, keys);
    const { nullable, ...rest } = schema;
    if (typeof nullable !== "boolean") {
      throw new Problem(`${where}: nullable is ${JSON.stringify(nullable)}; it has to be true or false.`);
    }
    const repaired = nullable ? orNull(rest, where) : rest;
    report({ name: "nullable", where, what: nullable ? whatWasDone(rest, repaired) : "dropped nullable: false" });
    return repaired;
  });
}

const NULL = { type: "null" };
const COMBINED = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if"];

/** Keywords that are about a schema from outside, and stay where they are when the rest becomes one of two choices. */
const ANNOTATIONS = [
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples", "externalDocs"],
  ...["$comment", "$id", "$anchor", "$defs"],
];

function orNull(schema: JsonObject, where: string): JsonObject {
  if (COMBINED.some((keyword) => keyword in schema)) return eitherOrNull(schema);
  if ("type" in schema || "enum" in schema || "const" in schema) return withNull(schema);
  // Without a type anything goes, null included.
  if (Object.keys(schema).every(isAnnotation)) return schema;
  const keywords = Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
  throw new Problem(
    `${where}: nullable beside ${keywords.join(", ")} without a type; it is not certain what it allows. ` +
      "Give the schema a type in the source.",
  );
}

function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.includes(keyword) || keyword.startsWith("x-");
}

function withNull({ type, enum: values, const: constant, ...rest }: JsonObject): JsonObject {
  const allowed = constant === undefined ? values : [constant];
  const types = type === undefined ? [] : [type].flat();
  return {
    ...(type !== undefined && { type: types.includes("null") ? type : [...types, "null"] }),
    ...(Array.isArray(allowed) && { enum: allowed.includes(null) ? allowed : [...allowed, null] }),
    ...rest,
  };
}

function eitherOrNull(schema: JsonObject): JsonObject {
  const about = Object.fromEntries(Object.entries(schema).filter(([keyword]) => isAnnotation(keyword)));
  const rest = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword)));
  const choices = choicesOf(rest);
  return { ...about, anyOf: choices.some(isNull) ? choices : [...choices, NULL] };
}

/** What of a schema stands beside null: its own choices where it is nothing but these, else the whole of it. */
function choicesOf(schema: JsonObject): Json[] {
  const [[keyword, members] = ["", null], ...others] = Object.entries(schema);
  if (others.length > 0 || !Array.isArray(members)) return [schema];
  // A combination of one is that one; lint does not take it for one.
  return keyword === "anyOf" || (COMBINED.includes(keyword) && members.length === 1) ? members : [schema];
}

function isNull(schema: Json): boolean {
  return isObject(schema) && schema.type === "null";
}

function whatWasDone(before: JsonObject, after: JsonObject): string {
  if (before === after) return "dropped nullable: without a type null was allowed already";
  return "anyOf" in after ? "anyOf with null in place of nullable" : "null among the types in place of nullable";
}
