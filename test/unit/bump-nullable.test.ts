import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../scripts/openapi/json-value.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { frozen, openapi, operation } from "../support/openapi.js";

const THING = "#/components/schemas/Thing";

function repaired(schema: Json) {
  const paths = { "/things": { get: operation({ $ref: THING }, { operationId: "listThings" }) } };
  return repair(openapi(paths, { Thing: schema }), openapi({}), []);
}

/** A schema under components after the repair. */
function schemaOf(schema: Json): Json | undefined {
  return (repaired(schema).document.components as Record<string, JsonObject>).schemas?.Thing;
}

describe("nullable in a 3.1 document", () => {
  const ref = { $ref: "#/components/schemas/Other" };
  const none = { type: "null" };

  it.each<[string, JsonObject, JsonObject]>([
    ["a type", { type: "string", minLength: 1 }, { type: ["string", "null"], minLength: 1 }],
    ["types", { type: ["string", "integer"] }, { type: ["string", "integer", "null"] }],
    ["null already", { type: ["string", "null"] }, { type: ["string", "null"] }],
    ["an enum", { type: "string", enum: ["a"] }, { type: ["string", "null"], enum: ["a", null] }],
    ["an enum without a type", { enum: ["a"] }, { enum: ["a", null] }],
    ["an enum with null", { type: "string", enum: ["a", null] }, { type: ["string", "null"], enum: ["a", null] }],
    ["a constant", { type: "string", const: "a" }, { type: ["string", "null"], enum: ["a", null] }],
    ["a reference", { ...ref, description: "It." }, { description: "It.", anyOf: [ref, none] }],
    ["allOf of one", { allOf: [ref], title: "It" }, { title: "It", anyOf: [ref, none] }],
    ["allOf", { allOf: [ref, { required: ["a"] }] }, { anyOf: [{ allOf: [ref, { required: ["a"] }] }, none] }],
    ["oneOf", { oneOf: [ref, { type: "string" }] }, { anyOf: [{ oneOf: [ref, { type: "string" }] }, none] }],
    ["anyOf", { anyOf: [ref, { type: "string" }] }, { anyOf: [ref, { type: "string" }, none] }],
    ["anyOf with null", { anyOf: [ref, none], default: null }, { default: null, anyOf: [ref, none] }],
    ["a type and allOf", { type: "object", allOf: [ref] }, { anyOf: [{ type: "object", allOf: [ref] }, none] }],
    ["no type at all", { description: "Anything.", "x-a": 1 }, { description: "Anything.", "x-a": 1 }],
    ["properties only", { properties: { a: {} } }, { properties: { a: {} } }],
  ])("beside %s", (_, schema, expected) => {
    expect(schemaOf({ ...schema, nullable: true })).toEqual(expected);
    expect(schemaOf({ ...schema, nullable: false })).toEqual(schema);
  });

  it("is reported with the place of each", () => {
    const nested = { type: "array", items: { type: "string", nullable: true }, nullable: false };
    expect(repaired({ type: "object", properties: { "a-b": nested } }).repairs).toEqual([
      {
        name: "nullable",
        where: "#/components/schemas/Thing/properties/a-b/items",
        what: "null as a type in place of nullable",
      },
      { name: "nullable", where: "#/components/schemas/Thing/properties/a-b", what: "dropped nullable: false" },
    ]);
  });

  it("is replaced in every place where a schema can be", () => {
    const schema = { type: "string", nullable: true };
    const content = { "text/plain": { schema, encoding: { a: { headers: { b: { schema } } } } } };
    const response = { description: "Fine.", content, headers: { "x-a": { schema } } };
    const item = {
      get: {
        ...operation(schema, { operationId: "listThings", requestBody: { content } }),
        parameters: [
          { name: "a", in: "query", schema },
          { name: "b", in: "query", content },
        ],
        responses: { "200": response, default: response },
        callbacks: { done: { "{$url}": { post: { responses: { "200": response } } } } },
      },
    };
    const schemas = {
      Map: {
        patternProperties: { a: schema },
        additionalProperties: schema,
        propertyNames: schema,
        $defs: { b: schema },
      },
      List: { prefixItems: [schema], items: schema, contains: schema, unevaluatedItems: schema },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
      Choice: { not: schema, if: schema, then: schema, else: schema, dependentSchemas: { a: schema } },
      Mix: { allOf: [schema], anyOf: [schema], oneOf: [schema], unevaluatedProperties: schema, contentSchema: schema },
    };
    const used = { "x-used": Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` })) };
    const { document } = repair(openapi({ "/things": item }, schemas, used), openapi({}), []);
    const text = JSON.stringify(document);
    expect(text).not.toContain("nullable");
    expect(text.match(/"type":\["string","null"\]/g)).toHaveLength(
      JSON.stringify([item, schemas]).match(/nullable/g)?.length ?? 0,
    );
  });

  it("stays where it is the name of a property, or part of a value", () => {
    const values = { default: { nullable: true }, const: { nullable: true }, enum: [{ nullable: true }] };
    const schema = {
      ...values,
      example: { nullable: true },
      examples: [{ nullable: true }],
      "x-a": { nullable: true },
    };
    const named = { type: "object", properties: { nullable: { type: "boolean" } }, required: ["nullable"] };
    expect(schemaOf(schema)).toEqual(schema);
    expect(schemaOf(named)).toEqual(named);
  });
});

describe("any schema", () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("a", 1, true, {}, ["a"])) as fc.Arbitrary<Json>;
  const { schema } = fc.letrec<{ schema: JsonObject; inner: JsonObject }>((tie) => ({
    inner: fc.oneof({ maxDepth: 2 }, fc.constant({ type: "string" }), tie("schema")),
    schema: fc
      .tuple(
        fc.oneof(
          fc.record({ type: fc.constantFrom("string", "integer", "boolean", "null"), description: fc.string() }),
          fc.record({
            type: fc.constant("object"),
            properties: fc.dictionary(fc.constantFrom("a", "nullable"), tie("inner")),
          }),
          fc.record({ type: fc.constant("array"), items: tie("inner") }),
          fc.record({
            enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
          }),
          fc.record({ anyOf: fc.array(tie("inner"), { minLength: 1, maxLength: 2 }) }),
          fc.record({ oneOf: fc.array(tie("inner"), { minLength: 1, maxLength: 2 }), title: fc.string() }),
          fc.record({ allOf: fc.array(tie("inner"), { minLength: 1, maxLength: 2 }) }),
        ),
        fc.constantFrom({}, { nullable: true }, { nullable: false }),
        fc.constantFrom({}, { default: { nullable: true } }),
      )
      .map((parts) => Object.assign({}, ...parts) as JsonObject),
  }));

  it("null is allowed where nullable was true, and the same other values are valid", () => {
    const ajv = new Ajv2020({ strict: false, validateSchema: false });
    fc.assert(
      fc.property(schema, value, (one, instance) => {
        const flat = withoutInner(one);
        const { nullable, ...plain } = flat;
        const [now, then] = [ajv.compile(schemaOf(flat) as object), ajv.compile(plain)];
        expect(now(null)).toBe(nullable === true || then(null));
        if (instance !== null) expect(now(instance)).toBe(then(instance));
      }),
      { numRuns: 100 },
    );
  });

  it("no nullable is left, default values stay, and a second repair changes nothing", () => {
    fc.assert(
      fc.property(schema, (one) => {
        const { document } = repaired(frozen(one));
        const again = repair(frozen(structuredClone(document)), openapi({}), []);
        expect(again).toEqual({ document, repairs: [] });
        expect(valuesIn(document)).toEqual(valuesIn(one));
      }),
      { numRuns: 150 },
    );
  });
});

/** Only the outermost `nullable`, since what the inner ones mean is what is tested. */
function withoutInner(schema: JsonObject): JsonObject {
  const strip = (value: Json, isSchema: boolean): Json => {
    if (Array.isArray(value)) return value.map((one) => strip(one, isSchema));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(
      ([key, one]) => !(isSchema && key === "nullable" && typeof one === "boolean"),
    );
    return Object.fromEntries(
      entries.map(([key, one]) => [key, ["enum", "default"].includes(key) ? one : strip(one, key !== "properties")]),
    );
  };
  const { nullable, ...rest } = schema;
  return { ...(strip(rest, true) as JsonObject), ...(nullable !== undefined && { nullable }) };
}

/** The values of defaults, in their order. */
function valuesIn(value: Json): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .flatMap(([key, one]) => (key === "default" ? [JSON.stringify(one)] : valuesIn(one)))
    .sort();
}
