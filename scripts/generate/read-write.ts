import type { OpenApiDocument, Schema } from "../openapi/document.js";
import { schemaName, schemaRef } from "./media.js";
import { type Discriminator, eachSchema, mapSubschemas, mapValues, namesIn } from "./subschemas.js";

/** Whether a schema describes a request or a response. */
export type Direction = "request" | "response";

/** A place of a schema: its direction, and whether its value can contain bytes, which JSON cannot. */
export interface Place {
  readonly holder: { schema?: Schema };
  readonly direction: Direction;
  readonly bytes: boolean;
}

type Schemas = Readonly<Record<string, Schema>>;

/**
 * The keyword whose properties this direction leaves out (OpenAPI 3.1, 4.8.24; JSON Schema 2020-12, Validation 9.4).
 */
const LEFT_OUT = { request: "readOnly", response: "writeOnly" } as const;

/**
 * Removes `readOnly` properties from requests and `writeOnly` properties from responses. If requests and responses both
 * use a component schema with such properties, it becomes two schemas: `Name` for responses, `NameInput` for requests.
 */
export function splitByDirection(document: OpenApiDocument, places: readonly Place[]): OpenApiDocument {
  const schemas = document.components?.schemas ?? {};
  const from = (direction: Direction) =>
    reachedFrom(
      places.filter((place) => place.direction === direction),
      schemas,
    );
  const [sent, received] = [from("request"), from("response")];
  const marked = markedNames(schemas);
  const both = [...marked].filter((name) => sent.has(name) && received.has(name));
  const inputs = new Map(both.map((name) => [name, freeName(name, schemas)]));
  const rewriters = {
    request: rewriter(schemas, "request", inputs),
    response: rewriter(schemas, "response", new Map()),
  };
  for (const { holder, direction } of places) if (holder.schema) holder.schema = rewriters[direction](holder.schema);
  const split = Object.entries(schemas).flatMap(([name, schema]): [string, Schema][] => {
    if (!marked.has(name) || !(sent.has(name) || received.has(name))) return [[name, schema]];
    const own: [string, Schema] = [name, rewriters[received.has(name) ? "response" : "request"](schema)];
    const input = inputs.get(name);
    return input === undefined ? [own] : [own, [input, rewriters.request(schema)]];
  });
  if (!document.components) return document;
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(split) } };
}

function freeName(name: string, schemas: Schemas): string {
  let free = `${name}Input`;
  while (Object.hasOwn(schemas, free)) free += "_";
  return free;
}

/** The component schemas that these places use, directly or through other schemas. */
export function reachedFrom(places: readonly Place[], schemas: Schemas): Set<string> {
  const reached = new Set<string>();
  const waiting = places.map(({ holder }) => holder.schema);
  for (let schema = waiting.pop(); waiting.length > 0 || schema; schema = waiting.pop()) {
    for (const name of namesIn(schema ?? {})) {
      if (reached.has(name)) continue;
      reached.add(name);
      waiting.push(schemas[name], ...derivedFrom(name, schemas).map((derived) => ({ $ref: schemaRef(derived) })));
    }
  }
  return reached;
}

/** The schemas that extend a schema with a discriminator (`allOf`). The discriminator can select them by name. */
function derivedFrom(name: string, schemas: Schemas): string[] {
  if (!schemas[name]?.discriminator) return [];
  const builds = ({ allOf = [] }: Schema) => (allOf as Schema[]).some(({ $ref }) => $ref && schemaName($ref) === name);
  return Object.keys(schemas).filter((other) => builds(schemas[other] ?? {}));
}

/** The schemas with a `readOnly` or `writeOnly` property, also through other schemas. */
function markedNames(schemas: Schemas): Set<string> {
  const marked = new Set<string>();
  for (let before = -1; before < marked.size; ) {
    before = marked.size;
    for (const [name, schema] of Object.entries(schemas)) {
      const others = [...namesIn(schema), ...derivedFrom(name, schemas)];
      if (hasMark(schema, schemas) || others.some((other) => marked.has(other))) marked.add(name);
    }
  }
  return marked;
}

function hasMark(schema: Schema, schemas: Schemas): boolean {
  let found = false;
  eachSchema(schema, ({ properties = {} }) => {
    const all = Object.values(properties as Schemas);
    found ||= all.some((one) => Object.values(LEFT_OUT).some((mark) => isMarked(one, mark, schemas)));
  });
  return found;
}

/** Whether a schema has the keyword, also through `$ref` or `allOf`. */
function isMarked(schema: Schema, mark: string, schemas: Schemas, seen: readonly string[] = []): boolean {
  if (schema[mark] === true) return true;
  const name = schema.$ref && schemaName(schema.$ref);
  const target = name && !seen.includes(name) && schemas[name];
  if (target && isMarked(target, mark, schemas, [...seen, name])) return true;
  return ((schema.allOf ?? []) as Schema[]).some((one) => isMarked(one, mark, schemas, seen));
}

/** Returns a function that rewrites a schema for one direction: removes excluded properties and renames references. */
function rewriter(schemas: Schemas, direction: Direction, renamed: ReadonlyMap<string, string>) {
  const refOf = (ref: string) => {
    const name = renamed.get(schemaName(ref) ?? "");
    return name === undefined ? ref : schemaRef(name);
  };
  const rewrite = (schema: Schema): Schema => {
    const { properties, type, ...rest } = schema;
    const { required, $ref, discriminator } = rest;
    const given = Object.keys(properties ?? {});
    const kept = Object.entries((properties ?? {}) as Schemas).filter(
      ([, property]) => !isMarked(property, LEFT_OUT[direction], schemas),
    );
    const dropped = (name: string) => given.includes(name) && !kept.some(([one]) => one === name);
    return mapSubschemas(
      {
        ...rest,
        // For an object without properties openapi-typescript writes a Record, which would allow any property in an
        // intersection.
        ...(type !== undefined && (kept.length > 0 || given.length === 0) ? { type } : {}),
        ...($ref && { $ref: refOf($ref) }),
        ...(kept.length > 0 ? { properties: Object.fromEntries(kept) } : {}),
        ...(required ? { required: (required as string[]).filter((name) => !dropped(name)) } : {}),
        ...(discriminator ? { discriminator: withValues(schema, schemas, renamed, refOf) } : {}),
      },
      rewrite,
    );
  };
  return rewrite;
}

/** Adds a mapping from the old name for each renamed schema, since the old name is the discriminator's value. */
function withValues(
  { discriminator, oneOf = [], anyOf = [] }: Schema,
  schemas: Schemas,
  renamed: ReadonlyMap<string, string>,
  refOf: (ref: string) => string,
): Discriminator {
  const { mapping = {}, ...own } = discriminator as Discriminator;
  const self = Object.keys(schemas).find((name) => schemas[name]?.discriminator === discriminator) ?? "";
  const listed = [...(oneOf as Schema[]), ...(anyOf as Schema[])].map(({ $ref = "" }) => schemaName($ref) ?? "");
  const implied = [...listed, ...derivedFrom(self, schemas)].filter(
    (name) => renamed.has(name) && !Object.values(mapping).includes(schemaRef(name)),
  );
  const values = { ...Object.fromEntries(implied.map((name) => [name, schemaRef(name)])), ...mapping };
  return Object.keys(values).length > 0 ? { ...own, mapping: mapValues(values, refOf) } : own;
}
