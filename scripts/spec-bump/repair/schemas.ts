import { Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../json.js";
import { below } from "../pointer.js";
import { rewrite } from "../walk.js";
import type { RepairContext } from "./repair.js";

const COMBINATIONS = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if"];
const ANNOTATIONS = [
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples", "externalDocs"],
  ...["$comment", "$id", "$anchor", "$defs"],
];
const BOUNDS = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" };

/**
 * Replaces keywords of OpenAPI 3.0 (`nullable`, exclusive bounds that are true or false) by those of 3.1, and schema names
 * in a discriminator by references.
 *
 * @throws {Problem} if a `nullable` could mean several things.
 */
export function repairSchemas(document: JsonObject, { report }: RepairContext): JsonObject {
  const schemas = (document.components as { schemas?: JsonObject } | undefined)?.schemas ?? {};
  return rewrite(document, (schema, { kind, keys }) => {
    if (kind === "components" && isObject(schema.schemas))
      return { ...schema, schemas: withoutBooleans(schema.schemas, report) };
    if (kind !== "schema") return schema;
    const where = below("#", ...keys);
    const said = (name: string) => (what: string) => report({ name, where, what });
    const bounded = withNumericBounds(schema, said("exclusive-bound"));
    const mapped = withMappedReferences(bounded, schemas, said("discriminator-by-name"));
    return withoutNullable(mapped, where, said("nullable"));
  });
}

/** Redocly rejects the schemas `true` and `false` under components. */
function withoutBooleans(schemas: JsonObject, report: RepairContext["report"]): JsonObject {
  const entries = Object.entries(schemas).map(([name, schema]) => {
    if (typeof schema !== "boolean") return [name, schema];
    report({ name: "boolean-schema", where: below("#", "components", "schemas", name), what: "is an object now" });
    return [name, schema ? {} : { not: {} }];
  });
  return Object.fromEntries(entries);
}

type Report = (what: string) => void;

function withNumericBounds(schema: JsonObject, report: Report): JsonObject {
  const repaired = { ...schema };
  for (const [exclusive, bound] of Object.entries(BOUNDS)) {
    if (typeof repaired[exclusive] !== "boolean") continue;
    const value = repaired[bound];
    const isUsed = repaired[exclusive] && value !== undefined;
    delete repaired[exclusive];
    if (isUsed) {
      delete repaired[bound];
      repaired[exclusive] = value;
    }
    report(isUsed ? `${exclusive} is the number itself` : `dropped ${exclusive}`);
  }
  return repaired;
}

function withMappedReferences(schema: JsonObject, schemas: JsonObject, report: Report): JsonObject {
  const { discriminator } = schema;
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return schema;
  const mapping = Object.entries(discriminator.mapping).map(([value, target]) => {
    if (typeof target !== "string" || !Object.hasOwn(schemas, target)) return [value, target];
    report(`${target} is a reference now`);
    return [value, below("#", "components", "schemas", target)];
  });
  return { ...schema, discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } };
}

function withoutNullable(schema: JsonObject, where: string, report: Report): JsonObject {
  if (!Object.hasOwn(schema, "nullable")) return schema;
  const { nullable, ...rest } = schema;
  if (typeof nullable !== "boolean") throw new Problem(`${where}: nullable must be true or false`);
  const repaired = nullable ? orNull(rest, where) : rest;
  if (!nullable) report("dropped nullable: false");
  else if (repaired === rest) report("dropped nullable: without a type, null was allowed already");
  else report(`${"anyOf" in repaired ? "anyOf with null" : "null as a type"} in place of nullable`);
  return repaired;
}

function orNull(schema: JsonObject, where: string): JsonObject {
  const entries = Object.entries(schema);
  const constraints = entries.filter(([key]) => !isAnnotation(key));
  if (constraints.length === 0) return schema;
  if (constraints.some(([key]) => COMBINATIONS.includes(key))) {
    const choices = choicesOf(constraints);
    const hasNull = choices.some((one) => isObject(one) && one.type === "null");
    const annotations = Object.fromEntries(entries.filter(([key]) => isAnnotation(key)));
    return { ...annotations, anyOf: hasNull ? choices : [...choices, { type: "null" }] };
  }
  const { type, enum: values, const: constant, ...rest } = schema;
  const allowed = constant === undefined ? values : [constant];
  if (type === undefined && allowed === undefined) {
    const keywords = constraints.map(([key]) => key).join(", ");
    throw new Problem(`${where}: nullable beside ${keywords} needs a type. Give the schema a type in the source.`);
  }
  return {
    ...(type !== undefined && { type: withNull([type].flat(), "null") }),
    ...(Array.isArray(allowed) && { enum: withNull(allowed, null) }),
    ...rest,
  };
}

function isAnnotation(key: string): boolean {
  return ANNOTATIONS.includes(key) || key.startsWith("x-");
}

function withNull(values: readonly Json[], value: Json): Json {
  return values.includes(value) ? [...values] : [...values, value];
}

/** The alternatives to null: the members of an `anyOf` or of a combination of one, otherwise the whole schema. */
function choicesOf(constraints: readonly [string, Json][]): Json[] {
  const [[keyword, members] = ["", null], ...others] = constraints;
  const isList = others.length === 0 && Array.isArray(members);
  return isList && (keyword === "anyOf" || members.length === 1) ? members : [Object.fromEntries(constraints)];
}
