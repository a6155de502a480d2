/** Reads parameters from a request by their `style` and `explode` (OpenAPI 3.1, Style Values). */
import type { Parameter, Schema } from "../document.js";
import { componentOf, type Parts, partsOf } from "../schema-parts.js";
import { decoded, type Pair, type RawRequest } from "./raw-request.js";

type Schemas = Readonly<Record<string, Schema>>;

/** The value of a parameter in a request; undefined if it is missing. `names`: the query names that belong to it. */
export interface ReadParameter {
  readonly value: unknown;
  readonly names: readonly string[];
}

/** A parameter that is described by a schema or by a media type (`content`). */
export interface AnyParameter extends Parameter {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly allowEmptyValue?: boolean;
}

const DELIMITERS: Readonly<Record<string, RegExp>> = {
  form: /,/,
  spaceDelimited: /%20/,
  pipeDelimited: /\||%7C/i,
};

/** The value of a parameter in a request. All parts are text. */
export function readParameter(parameter: AnyParameter, request: RawRequest, schemas: Schemas): ReadParameter {
  const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
  const type = shapeOf(schema, schemas);
  if (parameter.in === "path") return one(readSimple(parameter, request.path[parameter.name], type));
  if (parameter.in === "header") return one(readSimple(parameter, request.headers[parameter.name.toLowerCase()], type));
  const pairs = parameter.in === "query" ? request.query : request.cookies;
  return readPairs(parameter, pairs, type, partsOf(schema, schemas));
}

const one = (value: unknown): ReadParameter => ({ value, names: [] });

function readSimple({ name, style, explode, content }: AnyParameter, raw: string | undefined, type: Shape): unknown {
  if (raw === undefined) return undefined;
  if (content) return json(decoded(raw));
  const isMatrix = style === "matrix";
  // `;a=1;b=2` has no name of the parameter.
  if (isMatrix && explode && type === "object") return toObject(raw.slice(1).split(";"), true);
  const lead = isMatrix ? `;${name}=` : style === "label" ? "." : "";
  if (!raw.startsWith(lead)) return undefined;
  const rest = raw.slice(lead.length);
  if (type === "text") return decoded(rest);
  // OpenAPI 3.1.0 writes a list in the style `label` as `.1.2`, and 3.1.1 as `.1,2`.
  const isDotted = style === "label" && (explode || !rest.includes(","));
  const parts = rest.split(isMatrix && explode ? `;${name}=` : isDotted ? "." : /\s*,\s*/);
  return type === "list" ? parts.map(decoded) : toObject(parts, explode ?? false);
}

function readPairs(
  parameter: AnyParameter,
  pairs: readonly Pair[],
  type: Shape,
  { properties, others }: Parts,
): ReadParameter {
  const { name, style = "form", explode = style === "form", content } = parameter;
  if (style === "deepObject") return deepObject(name, pairs);
  if (type === "object" && style === "form" && explode && !content) {
    const own = pairs.filter((pair) => Object.hasOwn(properties, pair.name));
    // A map accepts any property name, so every query name may belong to it.
    const isOpen = others !== undefined || Object.keys(properties).length === 0;
    const names = isOpen ? pairs.map((pair) => pair.name) : Object.keys(properties);
    return { value: own.length > 0 ? grouped(own) : undefined, names };
  }
  const values = pairs.filter((pair) => pair.name === name).map(({ raw }) => raw);
  const [first] = values;
  const result = (value: unknown) => ({ value, names: [name] });
  if (first === undefined) return result(undefined);
  if (content) return result(json(decoded(first)));
  if (type === "text" || explode)
    return result(values.length > 1 || type === "list" ? values.map(decoded) : decoded(first));
  const parts = first.split(DELIMITERS[style] ?? ",");
  return result(type === "list" ? parts.map(decoded) : toObject(parts, false));
}

/** Groups pairs by name. Several pairs with one name become a list. */
export function grouped(pairs: readonly Pair[]): Record<string, unknown> {
  const names = [...new Set(pairs.map(({ name }) => name))];
  const values = (name: string) => pairs.filter((pair) => pair.name === name).map(({ raw }) => decoded(raw));
  return Object.fromEntries(names.map((name) => [name, values(name).length > 1 ? values(name) : values(name)[0]]));
}

/** `filter[name]=a`. The standard does not define deeper objects; clients usually write `filter[a][b]=c`. */
function deepObject(name: string, pairs: readonly Pair[]): ReadParameter {
  const own = pairs.filter((pair) => pair.name.startsWith(`${name}[`) && pair.name.endsWith("]"));
  if (own.length === 0) return { value: undefined, names: [] };
  const value: Record<string, unknown> = {};
  for (const { name: key, raw } of own) {
    const path = key.slice(name.length + 1, -1).split("][");
    const last = path.pop() ?? "";
    const parent = path.reduce((at, part) => {
      at[part] = Object.hasOwn(at, part) && typeof at[part] === "object" ? at[part] : {};
      return at[part] as Record<string, unknown>;
    }, value);
    parent[last] = Object.hasOwn(parent, last) ? [parent[last], decoded(raw)].flat() : decoded(raw);
  }
  return { value, names: own.map((pair) => pair.name) };
}

/** `a,1,b,2`, or exploded `a=1,b=2`. */
function toObject(parts: readonly string[], explode: boolean): Record<string, string> {
  const flat = explode ? parts.flatMap((part) => part.split("=", 2)) : parts;
  const keys = flat.filter((_, at) => at % 2 === 0);
  return Object.fromEntries(keys.map((key, at) => [decoded(key), decoded(flat[at * 2 + 1] ?? "")]));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

type Shape = "list" | "object" | "text";

/** How a parameter is written. In a union, a list or an object wins over text. */
export function shapeOf(schema: Schema | undefined, schemas: Schemas, depth = 0): Shape {
  if (typeof schema !== "object" || schema === null || depth > 5) return "text";
  const types = [schema.type].flat();
  if (types.includes("array")) return "list";
  if (types.includes("object") || schema.properties) return "object";
  const members = ["allOf", "anyOf", "oneOf"].flatMap((name) => (schema[name] ?? []) as Schema[]);
  const found = [componentOf(schema.$ref, schemas), ...members].map((member) => shapeOf(member, schemas, depth + 1));
  return found.find((type) => type !== "text") ?? "text";
}
