import type { OpenApiDocument, Schema } from "../openapi/document.js";

/** Resolves a local `$ref`. Returns other values unchanged. */
export function resolve<T extends object>(document: OpenApiDocument, thing: T): T {
  if (!("$ref" in thing) || typeof thing.$ref !== "string") return thing;
  const names = thing.$ref.replace(/^#\//, "").split("/");
  const step = (at: unknown, name: string) => (at as Record<string, unknown> | undefined)?.[name];
  return (names.reduce<unknown>(step, document) ?? {}) as T;
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
