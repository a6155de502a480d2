/** Valid values of schemas, made by json-schema-faker and judged by Ajv. */
import * as fc from "fast-check";
import { generateSync, registerFormat } from "json-schema-faker";
import type { OpenApiDocument, Schema } from "../../scripts/document.js";
import { chosen, narrowings, reachableFrom } from "./narrow.js";
import { createJudge } from "./validate.js";

/** A valid value, and what it shows of its schema. */
export interface Sample {
  readonly about: string;
  readonly value: unknown;
}

/** The samples of a schema: `missing` are the parts of the schema that no valid value was found for, with the reason. */
export interface Samples {
  readonly samples: readonly Sample[];
  readonly missing: readonly string[];
}

// The library makes wrong ones, or none.
registerFormat("duration", () => "P3D");
registerFormat("byte", () => "c2FtcGxl");

/**
 * Makes the samples of the schemas of a document: only what is required, all that is described, one for each alternative
 * (`oneOf`, `anyOf`, `enum`, a list of types), and one for each limit such as `maxLength`.
 */
export function createSampler(document: OpenApiDocument): (schema: Schema) => Samples {
  const judge = createJudge(document, "request");
  const made = new Map<Schema, Samples>();
  return (schema) => {
    const known = made.get(schema) ?? samplesOf(document, schema, (value) => judge(schema, value).length === 0);
    made.set(schema, known);
    return known;
  };
}

function samplesOf(document: OpenApiDocument, schema: Schema, isValid: (value: unknown) => boolean): Samples {
  const whole = reachableFrom(document, schema);
  const variants: [about: string, schema: Schema, optional: object][] = [
    ["only what the schema requires", whole, { optionalsProbability: 0, maxDefaultItems: 0 }],
    ["all that the schema describes", whole, { alwaysFakeOptionals: true }],
    ...narrowings(whole).map(([about, one]) => [about, one, { alwaysFakeOptionals: true }] as [string, Schema, object]),
  ];
  const samples = new Map<string, Sample>();
  const missing: string[] = [];
  for (const [about, variant, optional] of variants) {
    const sample = sampleOf(variant, optional, isValid);
    if (!sample) missing.push(`${about}: no valid value could be made`);
    const text = JSON.stringify(sample?.value);
    if (sample && !samples.has(text)) samples.set(text, { about, value: sample.value });
  }
  return { samples: [...samples.values()], missing };
}

/** The first valid value of a few tries. Where the library cannot write a pattern, fast-check may. */
function sampleOf(
  schema: Schema,
  optional: object,
  isValid: (value: unknown) => boolean,
): { value: unknown } | undefined {
  for (const repair of [(one: Schema) => one, repaired]) {
    for (const options of [optional, { ...optional, refDepthMax: 1 }, {}]) {
      for (const seed of [1, 2]) {
        try {
          const value = generateSync(repair(schema), { ...options, seed });
          if (value !== undefined && isValid(value)) return { value };
        } catch {
          // A pattern or a recursion that is beyond the library: the next try may do.
        }
      }
    }
  }
  return undefined;
}

/** The schema with what the library gets wrong put in other words. */
function repaired(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (_, node) => {
    for (const keyword of ["oneOf", "anyOf"]) {
      const [one] = Array.isArray(node?.[keyword]) ? node[keyword] : [];
      if (one !== undefined) return chosen(node, keyword, one);
    }
    if (typeof node?.pattern === "string") return { ...node, enum: [matching(node)] };
    if (/^int\d+$/.test(node?.format)) return { ...node, type: "integer" };
    const { propertyNames, additionalProperties = {}, ...rest } = Object(node);
    if (typeof propertyNames?.enum?.[0] !== "string") return node;
    return { ...rest, patternProperties: { [`^(${propertyNames.enum.join("|")})$`]: additionalProperties } };
  });
}

function matching({ pattern, minLength = 0, maxLength = 1_000 }: Schema): string {
  const strings = fc.stringMatching(new RegExp(String(pattern), "u"));
  const fitting = strings.filter(({ length }) => length >= Number(minLength) && length <= Number(maxLength));
  return fc.sample(fitting, { numRuns: 1, seed: 1 })[0] as string;
}
