import type { OpenApiDocument, Schema } from "../../scripts/openapi/document.js";
import { closed, closedMembers, DOCUMENT_ID } from "../../src/testing/closed.js";
import { componentOf, unescaped } from "../../src/testing/schema-parts.js";

const COMPONENT = `${DOCUMENT_ID}#/components/schemas/`;

type Node = Record<string, unknown>;

/** A request schema, with the components that it refers to in `$defs`. */
export function reachableFrom(document: OpenApiDocument, schema: Schema): Schema {
  const closing = { schemas: document.components?.schemas ?? {}, direction: "request" } as const;
  const members = closedMembers(closing);
  const $defs: Record<string, Schema> = {};
  const visit = (value: unknown): unknown =>
    mapNodes(value, (node) => {
      if (node.readOnly === true && node.not) return undefined;
      // The library would remove properties that a union or `additionalProperties` describes.
      if (node.unevaluatedProperties === false) delete node.unevaluatedProperties;
      if (typeof node.$ref !== "string" || !node.$ref.startsWith(COMPONENT)) return node;
      const [name = "", ...below] = segmentsOf(node.$ref);
      if (!($defs[name] || !members[name])) {
        $defs[name] = {};
        $defs[name] = visit(members[name]) as Schema;
      }
      return { ...node, $ref: ["#/$defs", name, ...below].join("/") };
    });
  const root = closed(schema, closing) as Node;
  // Replace the reference at the root, so that a change there does not affect recursive uses of the schema.
  const target = componentOf(schema.$ref, closing.schemas) && members[segmentsOf(root.$ref).join("/")];
  const { $ref, ...rest } = root;
  return { ...(visit(target ? { ...target, ...rest } : root) as Schema), $defs };
}

/** The name of a component schema, and the path to the part of it that a reference leads to. */
function segmentsOf($ref: unknown): string[] {
  return String($ref).slice(COMPONENT.length).split("/").map(unescaped);
}

/** Replaces every schema in a schema, innermost first, by what the function returns. Undefined removes it. */
function mapNodes(value: unknown, map: (node: Node) => unknown, isMap = false): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => mapNodes(one, map));
  const parts = partsOf(value, isMap).map(([key, one, isMapToo]) => [key, mapNodes(one, map, isMapToo)]);
  const copy = { ...value, ...Object.fromEntries(parts) };
  const node = Object.fromEntries(Object.entries(copy).filter(([, one]) => one !== undefined));
  return isMap ? node : map(node);
}

/** Keywords whose values are data, not schemas. */
const DATA = ["example", "examples", "default", "const", "enum"];
/** Keywords whose values are schemas by name. A name can be the same as a keyword. */
const MAPS = ["properties", "patternProperties", "$defs", "dependentSchemas"];

function partsOf(value: object, isMap: boolean): [key: string, part: unknown, isMap: boolean][] {
  return Object.entries(value)
    .filter(([key]) => isMap || !DATA.includes(key))
    .map(([key, part]) => [key, part, !isMap && MAPS.includes(key)]);
}

const ALTERNATIVES = ["oneOf", "anyOf", "enum", "type"];
const LIMITS = ["Length", "imum", "Items", "Properties"].map((name) => [`min${name}`, `max${name}`] as const);
/** Larger limits are ignored. */
const MOST = 20_000;

/** A narrower schema. `size`: the limit of the library for lists or texts, if the schema needs a larger one. */
export type Narrowing = [about: string, narrowed: Schema, size: object];

/** Narrower schemas: each allows only one alternative at one place, or exactly one limit. */
export function narrowings(schema: Schema): Narrowing[] {
  const found: Narrowing[] = [];
  const visit = (value: unknown, path: string, rebuild: (value: unknown) => unknown, isMap = false) => {
    if (typeof value !== "object" || value === null) return;
    const own = isMap ? [] : narrowed(value as Node);
    for (const [about, one, size] of own) found.push([`${path} ${about}`, rebuild(one) as Schema, size]);
    for (const [key, one, isMapToo] of partsOf(value, isMap)) {
      const put = (changed: unknown) =>
        Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [key]: changed });
      visit(one, `${path}/${key}`, (changed) => rebuild(put(changed)), isMapToo);
    }
  };
  visit(schema, "#", (value) => value);
  return found;
}

/**
 * Keeps one alternative of a keyword. It is put into an `allOf`, so that the library does not ignore the keywords
 * beside it.
 */
export function chosen(node: Node, keyword: string, one: unknown): Node {
  if (keyword !== "oneOf" && keyword !== "anyOf") return { ...node, [keyword]: [one] };
  const { [keyword]: _, allOf = [], ...rest } = node;
  return { ...rest, allOf: [...(allOf as unknown[]), one] };
}

function narrowed(node: Node): [about: string, node: Node, size: object][] {
  const alternatives = ALTERNATIVES.flatMap((keyword) => {
    const all = node[keyword];
    if (!Array.isArray(all) || all.length < 2) return [];
    return all.map((one, at): [string, Node, object] => {
      return [`${keyword} ${at + 1} of ${all.length}`, chosen(node, keyword, one), {}];
    });
  });
  const booleans = [true, false].map((one): [string, Node, object] => [`${one}`, { ...node, enum: [one] }, {}]);
  const limits = LIMITS.flatMap(([least, most]) =>
    [least, most].flatMap((keyword): [string, Node, object][] => {
      const limit = node[keyword];
      if (typeof limit !== "number" || limit > MOST) return [];
      const size = /Items|Length/.test(most) ? { [most]: limit } : {};
      return [[`${keyword} ${limit}`, { ...node, [least]: limit, [most]: limit }, size]];
    }),
  );
  return [...alternatives, ...(node.type === "boolean" && !node.enum ? booleans : []), ...limits];
}
