/** Valid values for schemas. json-schema-faker generates them, and Ajv validates them. */
import * as fc from "fast-check";
import { generateSync, registerFormat } from "json-schema-faker";
import type { OpenApiDocument, Schema } from "../../scripts/openapi/document.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import type { Violation } from "../../src/testing/violations.js";
import { chosen, narrowings, reachableFrom } from "./narrow.js";

/** A valid value, and the part of its schema that it covers. */
export interface Sample {
  readonly about: string;
  readonly value: unknown;
}

/** The samples of a schema. `missing`: the parts of the schema without a valid value, and the reasons. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly missing: readonly string[];
}

// For these formats the library generates wrong values, or none.
registerFormat("duration", () => "P3D");
registerFormat("byte", () => "c2FtcGxl");

/**
 * Creates a function that generates samples: one with required parts only, one with all parts, one for each alternative
 * (`oneOf`, `anyOf`, `enum`, a list of types), and one for each limit such as `maxLength`.
 */
export function createSampler(document: OpenApiDocument): (schema: Schema) => Samples {
  const finder = new ViolationFinder(document, "request");
  const made = new Map<Schema, Samples>();
  return (schema) => {
    const known = made.get(schema) ?? samplesOf(document, schema, (value) => finder.find(schema, value, "body"));
    made.set(schema, known);
    return known;
  };
}

/** Limits for lists and texts whose schema has no limit or a large one: each value is validated many times. */
const SMALL = { maxItems: 3, maxLength: 100 };

type Check = (value: unknown) => readonly Violation[];

function samplesOf(document: OpenApiDocument, schema: Schema, check: Check): Samples {
  const whole = reachableFrom(document, schema);
  const all = { alwaysFakeOptionals: true, ...SMALL };
  const variants: [about: string, schema: Schema, optional: object][] = [
    ["only what the schema requires", whole, { optionalsProbability: 0, maxDefaultItems: 0, ...SMALL }],
    ["all that the schema describes", whole, all],
    ...narrowings(whole).map(([about, one, size]): [string, Schema, object] => [about, one, { ...all, ...size }]),
  ];
  const samples = new Map<string, Sample>();
  const missing = new Set<string>();
  for (const [about, variant, optional] of variants) {
    const { value, without } = sampleOf(variant, optional, check) ?? {};
    if (value === undefined) missing.add(`${about}: no valid value could be made`);
    for (const place of without ?? []) missing.add(`${place}: no valid value could be made`);
    const text = JSON.stringify(value);
    if (value !== undefined && !samples.has(text)) samples.set(text, { about, value });
  }
  return { samples: [...samples.values()], missing: [...missing] };
}

/** A value, and the places that were removed from it because they were wrong. */
interface Made {
  readonly value: unknown;
  readonly without: readonly string[];
}

/** The first valid value of several attempts. Otherwise, a value that is valid without some of its parts. */
function sampleOf(schema: Schema, optional: object, check: Check): Made | undefined {
  // A depth counts objects and lists. Below the limit of references, any value stands for a schema.
  const depths = [{ maxDepth: 10 }, { refDepthMax: 4 }, { refDepthMax: 1 }];
  const attempts = [...depths.map((depth) => ({ ...optional, ...depth })), SMALL, {}];
  let partial: Made | undefined;
  // A recursive schema has an end in one of its alternatives only.
  for (const options of attempts) {
    for (const alternative of [undefined, 0, 1, 2]) {
      for (const seed of [1, 2]) {
        const value = attempt(() => {
          const whole = alternative === undefined ? schema : repaired(schema, alternative);
          return generateSync(whole, { ...options, seed });
        });
        if (value === undefined) continue;
        if (check(value).length === 0) return { value, without: [] };
        partial ??= pruned(value, check);
      }
    }
  }
  return partial;
}

/** Undefined if the library throws, which it does for some patterns and recursive schemas. */
function attempt(make: () => unknown): unknown {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Removes wrong properties from a value. Undefined if the value is wrong then, too. */
function pruned(value: unknown, check: Check): Made | undefined {
  const copy = structuredClone(value);
  const without: string[] = [];
  for (let places = 0; places < 20; places += 1) {
    const [violation] = check(copy);
    if (!violation) return { value: copy, without };
    const path = violation.location
      .split(/[.[\]]+/)
      .filter(Boolean)
      .slice(1);
    const parent = () => path.slice(0, -1).reduce<unknown>((at, key) => Object(at)[key], copy);
    // A list is removed as a whole.
    while (path.length > 0 && Array.isArray(parent())) path.pop();
    const last = path.at(-1);
    if (last === undefined || !Object.hasOwn(Object(parent()), last)) return undefined;
    delete (parent() as Record<string, unknown>)[last];
    without.push(violation.location);
  }
  return undefined;
}

/** Rewrites the parts of a schema that the library does not support. Of each union, only one alternative is kept. */
function repaired(schema: Schema, alternative: number): Schema {
  return JSON.parse(JSON.stringify(schema), (_, node) => {
    for (const keyword of ["oneOf", "anyOf"]) {
      const all: unknown[] = Array.isArray(node?.[keyword]) ? node[keyword] : [];
      if (all.length > 0) return chosen(node, keyword, all[alternative % all.length]);
    }
    // Some patterns are not supported either, such as those with a lookahead.
    const texts = typeof node?.pattern === "string" ? attempt(() => matching(node)) : undefined;
    if (texts) return { ...node, enum: texts };
    if (/^int\d+$/.test(node?.format)) return { ...node, type: "integer" };
    const { propertyNames: names, additionalProperties: schema = {}, ...rest } = Object(node);
    // The library does not support propertyNames. Check the pattern first: the line above has added an enum to it.
    const count = rest.minProperties ?? 1;
    const keys = names?.pattern ? matching(names, count) : names?.enum?.slice(0, count);
    if (!keys) return node;
    const properties = Object.fromEntries(keys.map((key: string) => [key, schema]));
    return {
      ...rest,
      properties: { ...properties, ...rest.properties },
      required: [...(rest.required ?? []), ...keys],
    };
  });
}

/** At most `count` different strings that match the pattern. */
function matching({ pattern, minLength = 0, maxLength = 1_000 }: Schema, count = 1): readonly string[] {
  const strings = fc.stringMatching(new RegExp(String(pattern), "u"));
  const fitting = strings.filter(({ length }) => length >= Number(minLength) && length <= Number(maxLength));
  return [...new Set(fc.sample(fitting, { numRuns: 5 * count, seed: 1 }))].slice(0, count);
}
