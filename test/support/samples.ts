import * as fc from "fast-check";
import type { Schema } from "../../scripts/document.js";
import { flatten } from "./document.js";

/** Whether a sample has as little as its schema allows, or as much. */
type Size = "least" | "most";

/** A value that the schema allows: only what is required, and everything as short and small as it may be. */
export function minimal(schema: Schema): unknown {
  return sample(schema, "least");
}

/** A value that the schema allows: every property, and everything as long and large as it may be. */
export function maximal(schema: Schema): unknown {
  return sample(schema, "most");
}

/** The JSON types that a schema allows; none stands for all. */
export function typesOf({ type = [] }: Schema): readonly string[] {
  return [type].flat() as string[];
}

/** The name of a property that no schema describes. */
export const UNDESCRIBED_PROPERTY = "undescribedProperty";

type Samples = Record<string, (schema: Schema, size: Size) => unknown>;

const SAMPLES: Samples = {
  object: sampleObject,
  array: sampleArray,
  string: sampleString,
  number: sampleNumber,
  integer: sampleNumber,
  boolean: (_, size) => size === "most",
  null: () => null,
};

function sample(given: Schema, size: Size): unknown {
  const schema = flatten(given);
  if (Array.isArray(schema.enum)) return size === "least" ? schema.enum[0] : schema.enum.at(-1);
  const [type] = typesOf(schema);
  // Any JSON will do.
  if (type === undefined) return size === "least" ? null : { nested: [1, "two", null] };
  return SAMPLES[type]?.(schema, size);
}

function sampleObject(schema: Schema, size: Size): unknown {
  const { required = [], additionalProperties } = schema;
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    .filter(([name]) => size === "most" || (required as string[]).includes(name))
    .map(([name, property]) => [name, sample(property, size)]);
  const free =
    size === "most" &&
    (typeof additionalProperties === "object" || (additionalProperties !== false && !schema.properties));
  if (free) properties.push([UNDESCRIBED_PROPERTY, sample((additionalProperties ?? {}) as Schema, size)]);
  return Object.fromEntries(properties);
}

function sampleArray({ minItems = 0, maxItems = Math.max(Number(minItems), 2), items = {} }: Schema, size: Size) {
  const length = Number(size === "least" ? minItems : maxItems);
  return Array.from({ length }, () => sample(items as Schema, size));
}

function sampleString({ minLength = 0, maxLength, pattern, format }: Schema, size: Size): unknown {
  const least = Number(minLength);
  const most = Number(maxLength ?? Math.max(least, 24));
  if (typeof pattern === "string") {
    const matching = fc.stringMatching(new RegExp(pattern, "u"));
    return pick(matching.filter(({ length }) => length >= least && length <= most));
  }
  return FORMATS[String(format)] ?? "x".repeat(size === "least" ? least : most);
}

// An annotation to JSON Schema, but the mock holds strings to those that it knows.
const FORMATS: Record<string, string> = {
  "date-time": "2026-11-18T16:40:27Z",
  date: "2026-11-18",
  email: "avery.quinn@harborview.example",
  uri: "https://harborview.example/",
  uuid: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
};

function sampleNumber({ minimum, maximum }: Schema, size: Size): unknown {
  return size === "least" ? (minimum ?? Math.min(0, Number(maximum ?? 0))) : (maximum ?? Number(minimum ?? 0) + 1);
}

/** One value of an arbitrary, the same in every run. */
export function pick<T>(arbitrary: fc.Arbitrary<T>): T {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: 1 });
  return value as T;
}
