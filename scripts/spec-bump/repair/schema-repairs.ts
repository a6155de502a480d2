import { isObject, type Json, type JsonObject } from "../../openapi/json-value.js";
import { below } from "../../openapi/pointer.js";
import { rewrite } from "../../openapi/walk.js";
import type { RepairContext } from "./repair-type.js";

const COMBINATIONS = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if"];
const ANNOTATIONS = [
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples", "externalDocs"],
  ...["$comment", "$id", "$anchor", "$defs"],
];
const BOUNDS = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" };

/**
 * Replaces keywords of OpenAPI 3.0 (`nullable`, exclusive bounds that are true or false) by those of 3.1, and schema
 * names in a discriminator by references.
 */
export function repairSchemas(document: JsonObject, { report }: RepairContext): JsonObject {
  const schemas = (document.components as { schemas?: JsonObject } | undefined)?.schemas ?? {};
  return rewrite(document, (schema, { kind, keys }) => {
    if (kind === "components" && isObject(schema.schemas))
      return { ...schema, schemas: withoutBooleans(schema.schemas, report) };
    if (kind !== "schema") return schema;
    const reportAs = (name: string) => (what: string) => report({ name, where: below("#", ...keys), what });
    const bounded = withNumericBounds(schema, reportAs("exclusive-bound"));
    const mapped = withMappedReferences(bounded, schemas, reportAs("discriminator-by-name"));
    return withoutNullable(mapped, reportAs("nullable"));
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

function withoutNullable(schema: JsonObject, report: Report): JsonObject {
  const { nullable, ...rest } = schema;
  if (typeof nullable !== "boolean") return schema;
  const repaired = nullable ? orNull(rest) : rest;
  if (repaired === rest) report(nullable ? "dropped nullable: null was allowed already" : "dropped nullable: false");
  else report(`${"anyOf" in repaired ? "anyOf with null" : "null as a type"} in place of nullable`);
  return repaired;
}

function orNull(schema: JsonObject): JsonObject {
  const entries = Object.entries(schema);
  const constraints = entries.filter(([key]) => !isAnnotation(key));
  if (constraints.some(([key]) => COMBINATIONS.includes(key))) {
    const choices = choicesOf(constraints);
    const hasNull = choices.some((one) => isObject(one) && one.type === "null");
    const annotations = Object.fromEntries(entries.filter(([key]) => isAnnotation(key)));
    return { ...annotations, anyOf: hasNull ? choices : [...choices, { type: "null" }] };
  }
  const { type, enum: values, const: constant, ...rest } = schema;
  const allowed = constant === undefined ? values : [constant];
  // Without a type, all other keywords allow null.
  if (type === undefined && allowed === undefined) return schema;
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
