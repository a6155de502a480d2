import { isObject, type Json, type JsonObject, stableJson } from "../json.js";
import { at } from "../reference.js";
import { rewrite } from "../walk.js";
import { below, plainPointer } from "./pointer.js";

/** A schema and where it stands. */
export interface Source {
  readonly schema: Json;
  readonly pointer: string;
}

/** Schemas that all apply to one value; none of them means that any value does. */
export type Sources = readonly Source[];

/**
 * What schemas say together, however they are written: references are followed, `allOf` is joined, `nullable` and an
 * alternative `type: "null"` are a type, `const` is an `enum`. Words are left out.
 */
export interface View {
  /** Where it stands, the references followed. */
  readonly pointers: string[];
  /** Undefined: any. */
  types: string[] | undefined;
  values: Json[] | undefined;
  readonly properties: Map<string, Sources>;
  readonly required: Set<string>;
  items: Sources;
  /** What other properties may be; `closed` when there are none. */
  additional: Sources;
  closed: boolean;
  alternatives: Sources[] | undefined;
  readonly keywords: Map<string, Json>;
}

const WORDS = ["title", "description", "example", "examples", "externalDocs", "$comment", "xml", "$defs", "$schema"];

/** Whether a keyword only says something to a reader. */
export function isWords(keyword: string): boolean {
  return WORDS.includes(keyword) || keyword.startsWith("x-");
}

/** A schema as it is compared. */
export function withoutWords<T extends Json>(schema: T): T {
  const without = (value: JsonObject) => Object.fromEntries(Object.entries(value).filter(([key]) => !isWords(key)));
  return rewrite(schema, without, { kind: "schema", keys: [] });
}

export function viewOf(document: JsonObject, sources: Sources): View {
  const view = emptyView();
  const seen = new Set<string>();
  for (const source of sources) collect(source, { document, view, seen });
  return view;
}

function emptyView(): View {
  return {
    pointers: [],
    types: undefined,
    values: undefined,
    properties: new Map(),
    required: new Set(),
    items: [],
    additional: [],
    closed: false,
    alternatives: undefined,
    keywords: new Map(),
  };
}

interface Collecting {
  readonly document: JsonObject;
  readonly view: View;
  readonly seen: Set<string>;
}

function collect({ schema, pointer }: Source, collecting: Collecting): void {
  const { document, view, seen } = collecting;
  if (seen.has(pointer)) return;
  seen.add(pointer);
  if (schema === false) {
    view.keywords.set("not", {});
    view.pointers.push(pointer);
  }
  if (!isObject(schema)) return;
  if (typeof schema.$ref === "string") {
    const target = at(document, schema.$ref);
    if (target !== undefined) collect({ schema: target, pointer: plainPointer(schema.$ref) }, collecting);
  }
  if (Object.keys(schema).some((key) => key !== "$ref" && key !== "allOf" && !isWords(key)))
    view.pointers.push(pointer);
  for (const [keyword, value] of Object.entries(schema)) {
    const join = JOINS.get(keyword);
    if (join) join(value, pointer, collecting);
    else if (!isWords(keyword)) addKeyword(view, keyword, value);
  }
  if (schema.nullable === true) allowNull(view);
}

type Join = (value: Json, pointer: string, collecting: Collecting) => void;

/** How the keywords that need more than being kept come into a view. */
const JOINING: Readonly<Record<string, Join>> = {
  $ref: () => {},
  nullable: () => {},
  allOf: (value, pointer, collecting) => {
    for (const source of sourcesIn(value, below(pointer, "allOf"))) collect(source, collecting);
  },
  oneOf: (value, pointer, collecting) => addAlternatives(sourcesIn(value, below(pointer, "oneOf")), collecting),
  anyOf: (value, pointer, collecting) => addAlternatives(sourcesIn(value, below(pointer, "anyOf")), collecting),
  type: (value, _, { view }) => {
    const types = [value].flat().filter((type) => typeof type === "string");
    view.types = view.types ? view.types.filter((type) => types.includes(type)) : types;
  },
  enum: (value, _, { view }) => addValues(view, Array.isArray(value) ? value : []),
  const: (value, _, { view }) => addValues(view, [value]),
  required: (value, _, { view }) => {
    for (const name of Array.isArray(value) ? value : []) view.required.add(String(name));
  },
  properties: (value, pointer, { view }) => {
    for (const [name, schema] of isObject(value) ? Object.entries(value) : []) {
      const source = { schema, pointer: below(pointer, "properties", name) };
      view.properties.set(name, [...(view.properties.get(name) ?? []), source]);
    }
  },
  items: (schema, pointer, { view }) => {
    view.items = [...view.items, { schema, pointer: below(pointer, "items") }];
  },
  additionalProperties: (schema, pointer, { view }) => {
    if (schema === false) view.closed = true;
    if (isObject(schema))
      view.additional = [...view.additional, { schema, pointer: below(pointer, "additionalProperties") }];
  },
};

const JOINS = new Map(Object.entries(JOINING));

function sourcesIn(value: Json, pointer: string): Source[] {
  return Array.isArray(value) ? value.map((schema, i) => ({ schema, pointer: below(pointer, i) })) : [];
}

function addAlternatives(sources: Source[], collecting: Collecting): void {
  const { view } = collecting;
  const others = sources.filter(({ schema }) => !(isObject(schema) && schema.type === "null"));
  const [only, ...more] = others;
  if (only && more.length === 0) {
    collect(only, collecting);
    if (sources.length > 1) allowNull(view);
  } else if (view.alternatives) {
    addKeyword(
      view,
      "anyOf",
      sources.map(({ schema }) => schema),
    );
  } else {
    view.alternatives = sources.map((source) => [source]);
  }
}

function addValues(view: View, values: Json[]): void {
  const known = new Set(values.map(stableJson));
  view.values = view.values ? view.values.filter((value) => known.has(stableJson(value))) : values;
}

function addKeyword(view: View, keyword: string, found: Json): void {
  const value = withoutWords({ [keyword]: found })[keyword] ?? null;
  const present = view.keywords.get(keyword);
  const both = present !== undefined && stableJson(present) !== stableJson(value);
  view.keywords.set(keyword, both ? [present, value] : value);
}

function allowNull(view: View): void {
  if (view.types && !view.types.includes("null")) view.types = [...view.types, "null"];
}
