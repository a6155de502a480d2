import type { OpenApiDocument, Schema } from "../openapi/document.js";
import type { JsonObject } from "../openapi/json-value.js";
import * as pointer from "../openapi/pointer.js";

/** Resolves a reference. Returns other values unchanged, and `{}` if the target does not exist. */
export function resolve<T extends object>(document: OpenApiDocument, value: T): T {
  return (pointer.resolve(document as unknown as JsonObject, value as JsonObject) ?? {}) as T;
}

/**
 * A value for a schema of a request without an example: its `const`, `default` or first `enum` value, or a simple value
 * of its type. Of a union, the first alternative. Only for readers: patterns and bounds are ignored.
 *
 * @param above the references that lead to the schema. None is followed for ever.
 */
export function valueFor(document: OpenApiDocument, given: Schema = {}, above: readonly string[] = []): unknown {
  if (above.filter((one) => one === given.$ref).length > 1) return null;
  const { schema, seen } = merged(document, given, above);
  const { example, examples, default: preset, const: only, enum: choices, properties, type } = schema;
  const named = [example, [examples].flat()[0], preset, only, [choices].flat()[0]].find((value) => value !== undefined);
  if (named !== undefined) return named;
  const [first = properties ? "object" : "string"] = [type ?? []].flat() as string[];
  return VALUES[first]?.(schema, (part) => valueFor(document, part, seen)) ?? null;
}

type ToValue = (part: Schema | undefined) => unknown;

const VALUES: Record<string, (schema: Schema, toValue: ToValue) => unknown> = {
  string: () => "string",
  integer: () => 1,
  number: () => 1,
  boolean: () => true,
  // An item only if one is required, since a recursive schema would never end.
  array: ({ minItems, items }, toValue) => (minItems ? [toValue(items as Schema)] : []),
  object: ({ properties = {}, required = [] }, toValue) =>
    Object.fromEntries(
      Object.entries(properties as Properties)
        .filter(([name, { readOnly }]) => (required as string[]).includes(name) && readOnly !== true)
        .map(([name, property]) => [name, toValue(property)]),
    ),
};

type Properties = Readonly<Record<string, Schema>>;

/** A schema with its reference, the members of `allOf` and one alternative of each union in it. */
function merged(document: OpenApiDocument, given: Schema, above: readonly string[]) {
  const { allOf = [], oneOf = [], anyOf = [], ...own } = resolve(document, given);
  const seen = given.$ref === undefined ? above : [...above, given.$ref];
  const isNew = ({ $ref }: Schema) => $ref === undefined || !seen.includes($ref);
  const isRepeated = given.$ref !== undefined && above.includes(given.$ref);
  const alternatives = [oneOf, anyOf].map((all) => {
    const possible = (all as Schema[]).filter((one) => isNew(one) && one.type !== "null");
    // The first alternative has led here again.
    return isRepeated ? possible.at(-1) : possible[0];
  });
  const parts = [...(allOf as Schema[]).filter(isNew), ...alternatives.filter((one) => one !== undefined)];
  let result: { schema: Schema; seen: readonly string[] } = { schema: own, seen };
  for (const part of parts) {
    const { schema, seen: below } = merged(document, part, result.seen);
    const properties = { ...(result.schema.properties as Properties), ...(schema.properties as Properties) };
    const required = [...((result.schema.required as string[]) ?? []), ...((schema.required as string[]) ?? [])];
    const hasProperties = Object.keys(properties).length > 0;
    result = { schema: { ...result.schema, ...schema, required, ...(hasProperties && { properties }) }, seen: below };
  }
  return result;
}
