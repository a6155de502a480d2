/** Closes object schemas: an unknown property is then an error. The mock server and `verifyLive` share these rules. */
import type { Schema } from "./document.js";
import { COMPONENT, componentOf, partsOf, type Schemas } from "./schema-parts.js";

/** The `$id` of the document. References in closed schemas have the form `document#/components/…`. */
export const DOCUMENT_ID = "document";

/** The settings for closing schemas. */
export interface Closing {
  readonly schemas: Schemas;
  /** A request must not have `readOnly` properties, and a response must not have `writeOnly` properties. */
  readonly direction: "request" | "response";
  /** How many times nested objects were merged so far. This limits recursion. */
  readonly merged?: number;
}

/**
 * The role of a schema. `used`: it describes a value alone. `member`: together with other schemas it describes one
 * value, as in `allOf`. `condition`: it is only a test, as in `if`.
 */
type Role = "used" | "member" | "condition";

/** Keywords that contain schemas: one schema, a list or a map of them, and the role of these schemas. */
const KEYWORDS: Readonly<Record<string, readonly [shape: "one" | "list" | "map", role: Role]>> = {
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
 * Returns a copy of the schema that rejects unknown properties. Only `used` schemas are closed, with
 * `unevaluatedProperties`, which also knows the properties of `$ref` and `allOf`. The members of a combination stay
 * open, because each describes only some of the properties. An object schema without any properties accepts all
 * properties.
 */
export function closed(
  original: Schema,
  settings: Closing,
  role: Role = "used",
  absent: readonly string[] = [],
): Schema {
  if (typeof original !== "object" || original === null) return original;
  const schema = role === "used" ? withMergedObjects(original, settings) : original;
  const closing = schema === original ? settings : { ...settings, merged: (settings.merged ?? 0) + 1 };
  const { properties, others } = partsOf(schema, closing.schemas);
  const excluded = [...absent, ...Object.keys(properties).filter((name) => isAbsent(properties[name], closing))];
  const copy: Record<string, unknown> = { ...schema };
  if (schema.$ref?.startsWith("#")) copy.$ref = DOCUMENT_ID + schema.$ref;
  // The document sets the dialect for all schemas.
  delete copy.$schema;
  // `nullable` is from OpenAPI 3.0. Ajv accepts it only together with `type`.
  if (!("type" in schema)) delete copy.nullable;
  for (const [keyword, value] of Object.entries(schema)) {
    const [shape, inner] = KEYWORDS[keyword] ?? [];
    if (!shape || !inner) continue;
    const own = role === "condition" ? role : inner;
    copy[keyword] = mapped(value, shape, (one, name) => {
      const isExcluded = keyword === "properties" && name !== undefined && excluded.includes(name) && own === "used";
      if (isExcluded) return { not: {}, [marker(closing)]: true };
      return closed(one, closing, own, own === "member" ? excluded : []);
    });
  }
  if (Array.isArray(schema.required)) copy.required = schema.required.filter((name) => !excluded.includes(name));
  if (role !== "used") return copy;
  const subtypes = subtypesOf(schema, closing.schemas);
  if (subtypes.length > 0) copy.allOf = [...((copy.allOf ?? []) as Schema[]), ...subtypes];
  const described = subtypes.length > 0 || others !== undefined || "properties" in schema;
  const isClosed = described || Object.keys(properties).length > 0;
  if (isClosed && !("unevaluatedProperties" in schema)) copy.unevaluatedProperties = false;
  return copy;
}

/**
 * Merges nested objects that several parts of a schema (`$ref`, `allOf`) describe. Closed one by one, each part would
 * reject the properties that only the other parts describe.
 */
function withMergedObjects(schema: Schema, { schemas, merged = 0 }: Closing): Schema {
  const parts = merged < MOST_MERGED ? propertiesOfParts(schema, schemas) : [];
  const isObject = (part: Properties, name: string) => Object.keys(partsOf(part[name], schemas).properties).length > 0;
  const names = parts.flatMap((part) => Object.keys(part).filter((name) => isObject(part, name)));
  const shared = names.filter((name, at) => names.indexOf(name) < at);
  if (shared.length === 0) return schema;
  const inOne = shared.map((name) => [name, { allOf: parts.flatMap((part) => part[name] ?? []) }]);
  return { allOf: [without(schema, shared, schemas)], properties: Object.fromEntries(inOne) };
}

/** Without a limit, a recursive schema would be merged for ever. */
const MOST_MERGED = 3;

type Properties = Readonly<Record<string, Schema>>;

function propertiesOfParts(schema: Schema | undefined, schemas: Schemas, depth = 0): Properties[] {
  if (typeof schema !== "object" || schema === null || depth > 10) return [];
  const members = [componentOf(schema.$ref, schemas), ...((schema.allOf ?? []) as Schema[])];
  const own = (schema.properties ?? {}) as Properties;
  return [own, ...members.flatMap((member) => propertiesOfParts(member, schemas, depth + 1))];
}

/** The schema with its references inlined, and without the named properties. */
function without(schema: Schema, names: readonly string[], schemas: Schemas, depth = 0): Schema {
  if (typeof schema !== "object" || schema === null || depth > 10) return schema;
  const { $ref, allOf = [], properties = {}, ...rest } = schema;
  const target = componentOf($ref, schemas);
  const members = [...(target ? [target] : []), ...(allOf as Schema[])];
  const kept = Object.entries(properties as Properties).filter(([name]) => !names.includes(name));
  const inPlace = members.map((member) => without(member, names, schemas, depth + 1));
  return { ...rest, properties: Object.fromEntries(kept), ...(inPlace.length > 0 && { allOf: inPlace }) };
}

function mapped(value: unknown, shape: "one" | "list" | "map", map: (one: Schema, name?: string) => unknown): unknown {
  if (shape === "one") return map(value as Schema);
  if (Array.isArray(value)) return value.map((one) => map(one));
  if (shape === "list" || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, map(one, name)]));
}

/** All component schemas, closed as members: the schema itself stays open, its nested schemas are closed. */
export function closedMembers(closing: Closing): Record<string, Schema> {
  const all = Object.entries(closing.schemas);
  return Object.fromEntries(all.map(([name, schema]) => [name, closed(schema, closing, "member")]));
}

/** Whether the direction excludes a property. Its `readOnly` or `writeOnly` may be behind a `$ref` or in an `allOf`. */
function isAbsent(schema: Schema | undefined, { schemas, direction }: Closing, depth = 0): boolean {
  if (typeof schema !== "object" || schema === null || depth > 5) return false;
  if (schema[marker({ direction })] === true) return true;
  const members = [componentOf(schema.$ref, schemas), ...((schema.allOf ?? []) as Schema[])];
  return members.some((member) => isAbsent(member, { schemas, direction }, depth + 1));
}

/** The keyword that excludes a property from the direction. */
function marker({ direction }: Pick<Closing, "direction">): "readOnly" | "writeOnly" {
  return direction === "request" ? "readOnly" : "writeOnly";
}

/**
 * For a base schema with a discriminator: the schemas that the discriminator's values select (OpenAPI 3.1,
 * Discriminator Object). Empty if a `oneOf` or `anyOf` lists these schemas already.
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
