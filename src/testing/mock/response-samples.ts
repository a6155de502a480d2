/** Generates examples for responses that have none in the document. */

import { closed, closedMembers, DOCUMENT_ID } from "../closed.js";
import type { OpenApiDocument, Schema } from "../document.js";
import { JSON_TYPE } from "../json-text.js";
import { mediaTypeOf, type ResolvedOperation } from "../resolved-operations.js";
import type { ViolationFinder } from "./find-violations.js";
import type { PrismOperation } from "./prism.js";
import { requireOfPrism } from "./require-of-prism.js";

interface Content {
  readonly mediaType: string;
  readonly schema?: object;
  examples?: object[];
}

type IsValid = (value: unknown) => boolean;
/** A generated value; undefined if none could be generated. */
type Sample = { readonly value: unknown } | undefined;

/**
 * Adds a valid example to every JSON response that has a schema and no example. Returns the names of the responses
 * whose example is wrong or could not be generated.
 */
export async function addSamples(
  operations: readonly ResolvedOperation[],
  mocked: readonly PrismOperation[],
  finder: ViolationFinder,
  make: Make,
): Promise<string[]> {
  const missing: string[] = [];
  for (const { method, path, responses } of operations) {
    const own = mocked.find((one) => one.path === path && one.method === method.toLowerCase());
    for (const response of own?.responses ?? []) {
      for (const content of (response.contents ?? []) as Content[]) {
        const [, { schema = undefined } = {}] =
          mediaTypeOf(responses[response.code]?.content ?? {}, content.mediaType) ?? [];
        if (!own || !schema || !JSON_TYPE.test(content.mediaType)) continue;
        const name = `${method} ${path} ${response.code}`;
        const isValid = (value: unknown) => finder.find(schema, value, "body").length === 0;
        const [example] = (content.examples ?? []) as { value?: unknown }[];
        if (example && isValid(example.value)) continue;
        const made = async () => staticSample(own, content, isValid) ?? (await make(schema, isValid));
        const sample = example ? undefined : ((await made()) ?? dynamicSample(own, content, isValid));
        if (sample) content.examples = [{ id: "made", key: "made", value: sample.value }];
        else missing.push(name);
      }
    }
  }
  return missing;
}

/** Prism's static sample. It uses the examples of properties, but does not support patterns and recursion. */
function staticSample(operation: PrismOperation, { schema }: Content, isValid: IsValid): Sample {
  const { generateStatic } = requireOfPrism("./mocker/generator/JSONSchema");
  const { right: value } = generateStatic(operation, schema) as { right?: unknown };
  return value !== undefined && isValid(value) ? { value } : undefined;
}

/** A sample from Prism's own, older json-schema-faker, which supports `patternProperties`. */
function dynamicSample(operation: PrismOperation, { schema }: Content, isValid: IsValid): Sample {
  const { generate } = requireOfPrism("./mocker/generator/JSONSchema");
  const { right: value } = generate(operation, undefined, schema, "1") as { right?: unknown };
  return value !== undefined && isValid(value) ? { value } : undefined;
}

/**
 * Generates a value for a schema. The same seed gives the same value; without a seed, the document's examples are used.
 */
export type Make = (schema: Schema, isValid: IsValid, seed?: string) => Promise<Sample>;

/** Tried in order: non-empty lists and all optional properties; all optional properties; none; some. */
const AMOUNTS = [
  { alwaysFakeOptionals: true, minItems: 1 },
  { alwaysFakeOptionals: true },
  { optionalsProbability: 0 },
  { optionalsProbability: 0.5 },
];

/** Creates a `Make` that uses json-schema-faker. */
export async function createMake(document: OpenApiDocument): Promise<Make> {
  const { generateSync, registerFormat } = (await import("json-schema-faker")) as Faker;
  registerFormat("byte", () => "bW9jaw==");
  const closing = { schemas: document.components?.schemas ?? {}, direction: "response" } as const;
  const $defs = closedMembers(closing);
  const known = new Map<Schema, JsonSchema>();
  return async (schema, isValid, seed) => {
    const whole = known.get(schema) ?? forFaker({ ...closed(schema, closing), $defs });
    known.set(schema, whole);
    const first = seed === undefined ? 1 : [...seed].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1e6, 7);
    for (const amount of AMOUNTS) {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const options = { ...amount, seed: first + attempt, refDepthMax: 4, useExamplesValue: seed === undefined };
        const value = valueMadeBy(() => generateSync(whole, options));
        if (value !== undefined && isValid(value)) return { value };
      }
    }
    return undefined;
  };
}

type Faker = typeof import("json-schema-faker");
type JsonSchema = Parameters<Faker["generateSync"]>[0];

/** Undefined if the library throws, which it does for schemas that it does not support. */
function valueMadeBy(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/**
 * Rewrites a schema for json-schema-faker 0.6.3. References point to `$defs`. `writeOnly` properties are removed, and
 * so is `unevaluatedProperties`, which the library treats as a property. Every union becomes a `oneOf` inside an
 * `allOf`, because the library ignores keywords beside a union.
 */
function forFaker(schema: object): JsonSchema {
  const text = JSON.stringify(schema).replaceAll(`"${DOCUMENT_ID}#/components/schemas/`, '"#/$defs/');
  return JSON.parse(text, (key, value) => {
    if (key === "unevaluatedProperties" || (Object(value).writeOnly === true && value.not)) return undefined;
    const { oneOf, anyOf, $defs, ...rest } = Object(value);
    if (!Array.isArray(oneOf ?? anyOf)) return value;
    const unions = [oneOf, anyOf].filter(Array.isArray).map((branches) => ({ oneOf: branches }));
    return { allOf: [rest, ...unions], ...($defs && { $defs }) };
  });
}
