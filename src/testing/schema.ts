/** Reading the schemas of a document, and closing them: the mock and `verifyLive` judge by the same rules. */
import type { OpenApiDocument, Schema } from "./document.js";

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
const CONDITIONAL = ["then", "else"];
const COMPONENT = "#/components/schemas/";
const NONE: Parts = { properties: {}, required: [], items: undefined, others: undefined };

/** The parts of a schema. `seen` ends what refers to itself. */
export function partsOf(schema: Schema | undefined, schemas: Schemas, seen: readonly string[] = []): Parts {
  if (typeof schema !== "object" || (schema.$ref !== undefined && seen.includes(schema.$ref))) return NONE;
  const { $ref, properties, required, items, additionalProperties } = schema;
  const members = COMBINATIONS.flatMap((name) => (schema[name] ?? []) as Schema[]);
  const conditional = CONDITIONAL.flatMap((name) => (schema[name] ?? []) as Schema[]);
  const own = {
    properties: (properties ?? {}) as Parts["properties"],
    required: (required ?? []) as string[],
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

/** The schema of the components that a reference names, be it of the document or of a closed schema. */
export function componentOf($ref: string | undefined, schemas: Schemas): Schema | undefined {
  const name = $ref?.slice($ref.indexOf("#")).replace(COMPONENT, "");
  return name === undefined ? undefined : schemas[unescaped(name)];
}

/** A segment of a JSON Pointer, which may be a part of a URL (RFC 6901, 6). */
export function unescaped(segment: string): string {
  const decoded = segment.includes("%") ? decodeURIComponent(segment) : segment;
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** How schemas are closed. */
export interface Closing {
  readonly schemas: Schemas;
  /** What a value is part of: a request has no `readOnly` properties, a response no `writeOnly` ones. */
  readonly direction: "request" | "response";
}

/**
 * Where a schema stands: it is `used` to describe a value, is a `member` of a schema that describes the same value, or is
 * a `condition`, which only asks something.
 */
type Place = "used" | "member" | "condition";

/** Keywords that have schemas in them: whether one, a list or a map of them, and in what place those stand. */
const KEYWORDS: Readonly<Record<string, readonly [shape: "one" | "list" | "map", place: Place]>> = {
  allOf: ["list", "member"],
  anyOf: ["list", "member"],
  oneOf: ["list", "member"],
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: ["one", "member"],
  else: ["one", "member"],
  dependentSchemas: ["map", "member"],
  $defs: ["map", "member"],
  if: ["one", "condition"],
  not: ["one", "condition"],
  contains: ["one", "condition"],
  propertyNames: ["one", "condition"],
  properties: ["map", "used"],
  patternProperties: ["map", "used"],
  additionalProperties: ["one", "used"],
  unevaluatedProperties: ["one", "used"],
  items: ["one", "used"],
  unevaluatedItems: ["one", "used"],
  prefixItems: ["list", "used"],
};

/**
 * A schema that takes no properties but those that it names. It is closed where it is used, with a keyword that sees
 * through `$ref` and `allOf`, so that the members of a combination stay open, each knowing only its own part. An object
 * of which no property is described takes all of them.
 */
export function closed(
  schema: Schema,
  closing: Closing,
  place: Place = "used",
  absent: readonly string[] = [],
): Schema {
  if (typeof schema !== "object" || schema === null) return schema;
  const { properties, others } = partsOf(schema, closing.schemas);
  const left = [...absent, ...Object.keys(properties).filter((name) => isAbsent(properties[name], closing))];
  const copy: Record<string, unknown> = { ...schema };
  if (schema.$ref?.startsWith("#")) copy.$ref = DOCUMENT_ID + schema.$ref;
  // A keyword of OpenAPI 3.0, which Ajv takes beside a type only.
  if (!("type" in schema)) delete copy.nullable;
  for (const [keyword, value] of Object.entries(schema)) {
    const [shape, standing] = KEYWORDS[keyword] ?? [];
    if (!shape || !standing) continue;
    const at = place === "condition" ? place : standing;
    copy[keyword] = mapped(value, shape, (one, name) => {
      const isLeft = keyword === "properties" && name !== undefined && left.includes(name) && at === "used";
      if (isLeft) return { not: {}, [marker(closing)]: true };
      return closed(one, closing, at, at === "member" ? left : []);
    });
  }
  if (Array.isArray(schema.required)) copy.required = schema.required.filter((name) => !left.includes(name));
  if (place !== "used") return copy;
  const subtypes = subtypesOf(schema, closing.schemas);
  if (subtypes.length > 0) copy.allOf = [...((copy.allOf ?? []) as Schema[]), ...subtypes];
  const described = subtypes.length > 0 || others !== undefined || "properties" in schema;
  const isClosed = described || Object.keys(properties).length > 0;
  if (isClosed && !("unevaluatedProperties" in schema)) copy.unevaluatedProperties = false;
  return copy;
}

function mapped(value: unknown, shape: "one" | "list" | "map", map: (one: Schema, name?: string) => unknown): unknown {
  if (shape === "one") return map(value as Schema);
  if (Array.isArray(value)) return value.map((one) => map(one));
  if (shape === "list" || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, map(one, name)]));
}

/** Schemas by name, closed as members: their own top is left open. */
export function closedMembers(closing: Closing): Record<string, Schema> {
  const all = Object.entries(closing.schemas);
  return Object.fromEntries(all.map(([name, schema]) => [name, closed(schema, closing, "member")]));
}

/** Whether a property has no place in the direction: `readOnly` may stand behind a reference or in an `allOf`. */
function isAbsent(schema: Schema | undefined, { schemas, direction }: Closing, depth = 0): boolean {
  if (typeof schema !== "object" || schema === null || depth > 5) return false;
  if (schema[marker({ direction })] === true) return true;
  const members = [componentOf(schema.$ref, schemas), ...((schema.allOf ?? []) as Schema[])];
  return members.some((member) => isAbsent(member, { schemas, direction }, depth + 1));
}

/** The keyword of properties that have no place in the direction. */
function marker({ direction }: Pick<Closing, "direction">): "readOnly" | "writeOnly" {
  return direction === "request" ? "readOnly" : "writeOnly";
}

/**
 * What a base schema with a discriminator stands for where it is used: the schema that the value of the discriminator
 * names (OpenAPI 3.1, Discriminator Object). Where a `oneOf` or `anyOf` lists the schemas, that says it already.
 */
function subtypesOf(schema: Schema, schemas: Schemas): Schema[] {
  const base = componentOf(schema.$ref, schemas);
  const { propertyName, mapping = {} } = (base?.discriminator ?? {}) as Discriminator;
  if (!schema.$ref || !base || !propertyName || base.oneOf || base.anyOf) return [];
  const implicit = Object.keys(schemas).filter((name) => inherits(schemas[name], base, schemas));
  const named = [...implicit.map((name) => [name, name] as const), ...Object.entries(mapping)];
  return Object.entries(Object.fromEntries(named)).flatMap(([value, target]) => {
    const $ref = target.includes("#") ? target : COMPONENT + target;
    if (!componentOf($ref, schemas) || $ref === schema.$ref) return [];
    const condition = { properties: { [propertyName]: { const: value } }, required: [propertyName] };
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    return [{ if: condition, then: { $ref: DOCUMENT_ID + $ref } }];
  });
}

interface Discriminator {
  readonly propertyName?: string;
  readonly mapping?: Readonly<Record<string, string>>;
}

function inherits(schema: Schema | undefined, base: Schema, schemas: Schemas, depth = 0): boolean {
  const parents = ((schema?.allOf ?? []) as Schema[]).map(({ $ref }) => componentOf($ref, schemas));
  return parents.some((parent) => parent === base || (depth < 10 && inherits(parent, base, schemas, depth + 1)));
}
