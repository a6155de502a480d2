import type { OpenApiDocument, Schema } from "../document.js";

type Schemas = OpenApiDocument["components"]["schemas"];

/** What a schema says of the parts of a value, with what it refers to and is combined of taken together. */
export interface Parts {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema | undefined;
  /** The schema of properties by any name, as of a map. */
  readonly others: Schema | undefined;
}

/** What closed schemas know the document by: their references are of the form `document#/components/…`. */
export const DOCUMENT_ID = "document";

const COMBINATIONS = ["allOf", "anyOf", "oneOf"];
const NONE: Parts = { properties: {}, required: [], items: undefined, others: undefined };

/** The parts of a schema. `seen` ends what refers to itself. */
export function partsOf(schema: Schema | undefined, schemas: Schemas, seen: readonly string[] = []): Parts {
  if (typeof schema !== "object" || (schema.$ref !== undefined && seen.includes(schema.$ref))) return NONE;
  const { $ref, properties, required, items, additionalProperties } = schema;
  const target = $ref === undefined ? undefined : schemas[$ref.replace("#/components/schemas/", "")];
  const members = COMBINATIONS.flatMap((name) => (schema[name] ?? []) as Schema[]);
  const own = {
    properties: (properties ?? {}) as Parts["properties"],
    required: (required ?? []) as string[],
    items: items as Schema | undefined,
    others: typeof additionalProperties === "object" ? (additionalProperties as Schema) : undefined,
  };
  const path = $ref === undefined ? seen : [...seen, $ref];
  return [target, ...members]
    .map((member) => partsOf(member, schemas, path))
    .reduce(
      (all, part) => ({
        properties: { ...part.properties, ...all.properties },
        required: [...all.required, ...part.required],
        items: all.items ?? part.items,
        others: all.others ?? part.others,
      }),
      own,
    );
}

/**
 * A schema that takes no properties but those that it names. It is closed where it is used, with a keyword that sees
 * through `$ref` and `allOf`, so that the members of a combination stay open, each knowing only its own part. An object
 * of which no property is described takes all of them.
 */
export function closed(schema: Schema, schemas: Schemas, member = false): Schema {
  if (typeof schema !== "object" || schema === null) return schema;
  const copy: Record<string, unknown> = { ...schema };
  if (schema.$ref !== undefined) copy.$ref = DOCUMENT_ID + schema.$ref;
  for (const [name, value] of Object.entries(schema)) {
    if (COMBINATIONS.includes(name)) copy[name] = (value as Schema[]).map((one) => closed(one, schemas, true));
    if (name === "items" || name === "additionalProperties") copy[name] = closed(value as Schema, schemas);
    if (name === "properties") copy[name] = closedAll(value as Schemas, schemas, false);
  }
  const described = Object.keys(partsOf(schema, schemas).properties).length > 0;
  if (described && !member && !("unevaluatedProperties" in schema)) copy.unevaluatedProperties = false;
  return copy;
}

/** Schemas by name, closed; as members, their own top is left open. */
export function closedAll(named: Schemas, schemas: Schemas, member: boolean): Record<string, Schema> {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, closed(schema, schemas, member)]));
}
