/** Reading the schemas of a document. */
import type { OpenApiDocument, Schema } from "./document.js";

export type Schemas = OpenApiDocument["components"]["schemas"];

/** The properties and items that a schema describes, including those of its references and combinations. */
export interface Parts {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema | undefined;
  /** The schema of `additionalProperties`: properties with any name, as in a map. */
  readonly others: Schema | undefined;
}

const COMBINATIONS = ["allOf", "anyOf", "oneOf"];
const CONDITIONAL = ["then", "else"];
/** The start of every reference to a component schema. */
export const COMPONENT = "#/components/schemas/";
const NONE: Parts = { properties: {}, required: [], items: undefined, others: undefined };

/** The parts of a schema. `seen` stops at recursive references. */
export function partsOf(schema: Schema | undefined, schemas: Schemas, seen: readonly string[] = []): Parts {
  if (typeof schema !== "object" || (schema.$ref !== undefined && seen.includes(schema.$ref))) return NONE;
  const { $ref, properties, required, items, additionalProperties } = schema;
  const members = COMBINATIONS.flatMap((name) => (schema[name] ?? []) as Schema[]);
  const conditional = CONDITIONAL.flatMap((name) => (schema[name] ?? []) as Schema[]);
  const own = {
    properties: (properties ?? {}) as Parts["properties"],
    required: (Array.isArray(required) ? required : []) as string[],
    items: items as Schema | undefined,
    others: typeof additionalProperties === "object" ? (additionalProperties as Schema) : undefined,
  };
  const path = $ref === undefined ? seen : [...seen, $ref];
  return [componentOf($ref, schemas), ...members, ...conditional, ...Object.values(schema.dependentSchemas ?? {})]
    .map((member) => partsOf(member as Schema | undefined, schemas, path))
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

/** The component schema of a reference, in the document or in a closed schema. */
export function componentOf($ref: string | undefined, schemas: Schemas): Schema | undefined {
  const name = $ref?.slice($ref.indexOf("#")).replace(COMPONENT, "");
  return name === undefined ? undefined : schemas[unescaped(name)];
}

/** A segment of a JSON Pointer, which may be a part of a URL (RFC 6901, 6). */
export function unescaped(segment: string): string {
  const decoded = segment.includes("%") ? decodeURIComponent(segment) : segment;
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}
