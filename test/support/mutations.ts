import * as fc from "fast-check";
import type { Schema } from "../../scripts/document.js";
import { flatten } from "./document.js";
import { maximal, pick, typesOf, UNDESCRIBED_PROPERTY } from "./samples.js";

/** A value broken in exactly one way that its schema forbids. */
export interface Mutation {
  /** The keyword that it violates. */
  readonly keyword: string;
  /** Where, as the keys that lead there. */
  readonly at: readonly string[];
  /** The property that is missing or unknown there. */
  readonly property?: string;
  /** The whole value, broken. */
  readonly value: unknown;
}

/** Breaks a value that the schema allows in every way that the schema forbids, at every depth. */
export function mutationsOf(schema: Schema, value: unknown = maximal(schema)): Mutation[] {
  const flat = flatten(schema);
  const own = Object.entries(BREAKERS).flatMap(([keyword, breaker]) =>
    keyword in flat ? breaker(flat, value).map((broken) => ({ keyword, at: [], ...broken })) : [],
  );
  return [...own, ...childrenOf(flat, value).flatMap(([key, child]) => inside(value, key, child))];
}

/** The keyword and the place of each mutation, for a person to read. */
export function describeMutation({ keyword, at, property }: Mutation): string {
  return `${keyword}${property ? ` (${property})` : ""} at /${at.join("/")}`;
}

type Broken = Pick<Mutation, "value" | "property">;

/** For each keyword that forbids something: the ways to violate it with a value that is right otherwise. */
const BREAKERS: Record<string, (schema: Schema, value: unknown) => Broken[]> = {
  type: (schema) => othersThan(typesOf(schema)),
  enum: (schema) => [{ value: outside(schema.enum as unknown[]) }],
  minLength: ({ minLength }) => (Number(minLength) > 0 ? [{ value: "x".repeat(Number(minLength) - 1) }] : []),
  maxLength: ({ maxLength }) => [{ value: "x".repeat(Number(maxLength) + 1) }],
  pattern: ({ pattern, minLength = 1, maxLength = 100 }) => {
    const strings = fc.string({ minLength: Number(minLength), maxLength: Number(maxLength) });
    return [{ value: pick(strings.filter((text) => !new RegExp(String(pattern), "u").test(text))) }];
  },
  minimum: ({ minimum }) => [{ value: Number(minimum) - 1 }],
  maximum: ({ maximum }) => [{ value: Number(maximum) + 1 }],
  minItems: ({ minItems }, value) =>
    Number(minItems) > 0 ? [{ value: (value as unknown[]).slice(0, Number(minItems) - 1) }] : [],
  maxItems: ({ maxItems, items }) => [
    { value: Array.from({ length: Number(maxItems) + 1 }, () => maximal((items ?? {}) as Schema)) },
  ],
  required: ({ required }, value) =>
    (required as string[]).map((property) => ({ property, value: without(value as object, property) })),
  additionalProperties: ({ additionalProperties }, value) =>
    additionalProperties === false
      ? [{ property: UNDESCRIBED_PROPERTY, value: { ...(value as object), [UNDESCRIBED_PROPERTY]: "x" } }]
      : [],
};

/** One value of each type; none but null is falsy, since Prism takes a falsy body for none, and 7.5 is no integer. */
const OF_EACH_TYPE: readonly (readonly [type: string, value: unknown])[] = [
  ["string", "text"],
  ["number", 7.5],
  ["boolean", true],
  ["null", null],
  ["array", []],
  ["object", {}],
];

function othersThan(types: readonly string[]): Broken[] {
  return OF_EACH_TYPE.filter(([type]) => !types.includes(type)).map(([, value]) => ({ value }));
}

function outside(values: readonly unknown[]): unknown {
  if (values.some((value) => typeof value === "string")) return `${values.join("-")}-`;
  return Math.max(...values.map(Number)) + 1;
}

function without(value: object, property: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== property));
}

/** The schemas of a value's parts, each with the key of one part that it holds for. */
function childrenOf(schema: Schema, value: unknown): [key: string, schema: Schema][] {
  if (Array.isArray(value)) return schema.items && value.length > 0 ? [["0", schema.items as Schema]] : [];
  if (typeof value !== "object" || value === null) return [];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== "object") return properties;
  return [...properties, [UNDESCRIBED_PROPERTY, additionalProperties as Schema]];
}

function inside(whole: unknown, key: string, schema: Schema): Mutation[] {
  const part = (whole as Record<string, unknown>)[key];
  return mutationsOf(schema, part).map((mutation) => ({
    ...mutation,
    at: [key, ...mutation.at],
    value: Array.isArray(whole)
      ? Object.assign([...whole], { [key]: mutation.value })
      : { ...(whole as object), [key]: mutation.value },
  }));
}

const WITHOUT_EFFECT = ["description", "title", "default", "examples", "deprecated", "format", "$comment"];
const FOLLOWED = ["properties", "items"];

/** The keywords of a schema, at any depth, of which nobody has said here how they are violated. */
export function unknownKeywords(schema: Schema): string[] {
  const flat = flatten(schema);
  const known = new Set([...Object.keys(BREAKERS), ...FOLLOWED, ...WITHOUT_EFFECT]);
  const own = Object.keys(flat).filter((keyword) => !known.has(keyword));
  return [...own, ...childrenOf(flat, maximal(flat)).flatMap(([, child]) => unknownKeywords(child))];
}
