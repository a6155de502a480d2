import type { OpenApiDocument, Schema } from "../openapi/document.js";
import type { JsonObject } from "../openapi/json-value.js";
import * as pointer from "../openapi/pointer.js";

/** Resolves a reference. Returns other values unchanged, and `{}` if the target does not exist. */
export function resolve<T extends object>(document: OpenApiDocument, value: T): T {
  return (pointer.resolve(document as unknown as JsonObject, value as JsonObject) ?? {}) as T;
}

/**
 * A value for a schema without an example: its `const`, `default` or first `enum` value, or a simple value of its type.
 * Only for readers: patterns, bounds and alternatives are ignored.
 */
export function valueFor(document: OpenApiDocument, given: Schema = {}): unknown {
  const schema = resolve(document, given);
  const { example, examples, default: preset, const: only, enum: choices, properties, type } = schema;
  const named = [example, [examples].flat()[0], preset, only, [choices].flat()[0]].find((value) => value !== undefined);
  if (named !== undefined) return named;
  const [first = properties ? "object" : "string"] = [type ?? []].flat() as string[];
  return VALUES[first]?.(document, schema) ?? null;
}

const VALUES: Record<string, (document: OpenApiDocument, schema: Schema) => unknown> = {
  string: () => "string",
  integer: () => 1,
  number: () => 1,
  boolean: () => true,
  // An item only if one is required, since a recursive schema would never end.
  array: (document, { minItems, items }) => (minItems ? [valueFor(document, items as Schema)] : []),
  object: (document, { properties = {}, required = [] }) =>
    Object.fromEntries(
      Object.entries(properties as Record<string, Schema>)
        .filter(([name]) => (required as string[]).includes(name))
        .map(([name, property]) => [name, valueFor(document, property)]),
    ),
};
