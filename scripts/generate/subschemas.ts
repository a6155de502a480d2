/** Walking the schemas of the document. */
import type { Schema } from "../openapi/document.js";
import { schemaName, schemaRef } from "./media.js";

const MAPS = ["properties", "patternProperties", "$defs", "dependentSchemas"];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const SINGLE = ["items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains"];
const CONDITIONS = ["not", "if", "then", "else", "propertyNames"];

export interface Discriminator {
  readonly propertyName: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Returns the schema with each of its direct subschemas replaced. */
export function mapSubschemas(schema: Schema, map: (subschema: Schema) => Schema): Schema {
  const one = (value: unknown) => (isSchema(value) ? map(value) : value);
  const changed: Record<string, unknown> = { ...schema };
  for (const [keyword, value] of Object.entries(schema)) {
    if (MAPS.includes(keyword)) {
      changed[keyword] = Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, one(each)]));
    } else if (LISTS.includes(keyword)) changed[keyword] = (value as unknown[]).map(one);
    else if (SINGLE.includes(keyword) || CONDITIONS.includes(keyword)) changed[keyword] = one(value);
  }
  return changed;
}

/** Calls `visit` for the schema and all its subschemas. Does not follow references. */
export function eachSchema(schema: Schema, visit: (schema: Schema) => void): void {
  visit(schema);
  mapSubschemas(schema, (subschema) => {
    eachSchema(subschema, visit);
    return subschema;
  });
}

/** The names of the component schemas that a schema refers to, also in its discriminators. */
export function namesIn(schema: Schema): Set<string> {
  const names = new Set<string>();
  eachSchema(schema, ({ $ref, discriminator }) => {
    const { mapping = {} } = (discriminator ?? {}) as Partial<Discriminator>;
    for (const ref of [$ref, ...Object.values(mapping)]) {
      const name = ref && schemaName(ref);
      if (name) names.add(name);
    }
  });
  return names;
}

/**
 * Replaces schema names in the mappings of discriminators by references. The names are allowed (OpenAPI 3.1, 4.8.25),
 * but openapi-typescript does not support them.
 */
export function withMappedReferences(schema: Schema, names: object): Schema {
  const mapped = mapSubschemas(schema, (subschema) => withMappedReferences(subschema, names));
  const { discriminator } = mapped as { discriminator?: Discriminator };
  if (!discriminator?.mapping) return mapped;
  const mapping = mapValues(discriminator.mapping, (to) => (Object.hasOwn(names, to) ? schemaRef(to) : to));
  return { ...mapped, discriminator: { ...discriminator, mapping } };
}

export function mapValues<T>(
  object: Readonly<Record<string, T>>,
  map: (value: T, key: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
