import type { OpenApiDocument, Schema } from "../document.js";
import { schemaName, schemaRef } from "./media.js";
import { type Discriminator, eachSchema, mapSubschemas, mapValues, namesIn } from "./subschemas.js";

/** Which way what a schema describes travels. */
export type Direction = "request" | "response";

/** Where a schema stands, which way what it describes travels, and whether that can hold bytes: no JSON can. */
export interface Place {
  readonly holder: { schema?: Schema };
  readonly direction: Direction;
  readonly bytes: boolean;
}

type Schemas = Readonly<Record<string, Schema>>;

/** What a message in this direction does not have (OpenAPI 3.1, 4.8.24; JSON Schema 2020-12, Validation 9.4). */
const LEFT_OUT = { request: "readOnly", response: "writeOnly" } as const;

/**
 * Leaves `readOnly` properties out of requests and `writeOnly` properties out of responses. A schema of the components that
 * has such properties, itself or through others, and that both directions use, becomes two: `Name` is what is received,
 * `NameInput` what is sent.
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

/** The schemas of the components that these places use, directly or through others. */
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

/** The schemas that a discriminator reaches by their name alone: those that build on its schema. */
function derivedFrom(name: string, schemas: Schemas): string[] {
  if (!schemas[name]?.discriminator) return [];
  const builds = ({ allOf = [] }: Schema) => (allOf as Schema[]).some(({ $ref }) => $ref && schemaName($ref) === name);
  return Object.keys(schemas).filter((other) => builds(schemas[other] ?? {}));
}

/** The schemas that have a property which one direction leaves out, themselves or through others. */
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

/** Also by the schema that it refers to, or by one that it is composed of. */
function isMarked(schema: Schema, mark: string, schemas: Schemas, seen: readonly string[] = []): boolean {
  if (schema[mark] === true) return true;
  const name = schema.$ref && schemaName(schema.$ref);
  const target = name && !seen.includes(name) && schemas[name];
  if (target && isMarked(target, mark, schemas, [...seen, name])) return true;
  return ((schema.allOf ?? []) as Schema[]).some((one) => isMarked(one, mark, schemas, seen));
}

/** Makes schemas those of a direction: without what it leaves out, and with references to the schemas of the direction. */
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
        // Of an object with nothing left, openapi-typescript would make a Record, which lets anything into an intersection.
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

/** The discriminator with a value for each schema that has another name now: the value is the old name. */
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
