/** The requests that the contract tests make, on small documents. */
import { describe, expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../../scripts/openapi/document.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import { type ResolvedOperation, resolvedOperations } from "../../src/testing/resolved-operations.js";
import { statusesOf } from "../support/described.js";
import { mutantsOf } from "../support/mutations.js";
import { openapi, operation } from "../support/openapi.js";
import { Requests } from "../support/requests.js";
import { createSampler } from "../support/samples.js";

type JsonObject = ReturnType<typeof openapi>;

const TEXT = { type: "string" };
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const SCHEMAS: JsonObject = {
  Node: { type: "object", required: ["name"], properties: { name: TEXT, below: { type: "array", items: to("Node") } } },
  Chain: { type: "object", properties: { next: { anyOf: [to("Chain"), { type: "null" }] } }, required: ["next"] },
  Term: {
    oneOf: [
      { type: "object", required: ["all"], properties: { all: { type: "array", items: to("Term"), minItems: 1 } } },
      TEXT,
    ],
  },
  Say: { type: "object", required: ["kind", "text"], properties: { kind: { const: "say" }, text: TEXT } },
  Wait: { type: "object", required: ["kind"], properties: { kind: { const: "wait" }, seconds: { type: "integer" } } },
};

const DOCUMENT = openapi({}, SCHEMAS) as unknown as OpenApiDocument;

function samplesOf(schema: object) {
  const { samples, missing } = createSampler(DOCUMENT)(schema as Schema);
  return { values: samples.map(({ value }) => value), missing };
}

const finder = new ViolationFinder(DOCUMENT, "request");
const violationsOf = (schema: object, value: unknown) => finder.find(schema as Schema, value, "body");

function mutants(schema: object) {
  return mutantsOf(samplesOf(schema).values, (value) => violationsOf(schema, value));
}

function requestsOf(one: JsonObject, rest: JsonObject = {}) {
  const document = openapi({ "/things/{id}": { post: one } }, SCHEMAS, rest) as unknown as OpenApiDocument;
  const [found] = resolvedOperations(document) as [ResolvedOperation];
  const requests = new Requests(document);
  const [valid, bodies, parameters] = [
    requests.of(found),
    requests.wrongBodies(found),
    requests.wrongParameters(found),
  ];
  return { valid, bodies, parameters, notTried: [...requests.notTried] };
}

const ID = { name: "id", in: "path", required: true, schema: TEXT };
const inQuery = (name: string, schema: object, rest: object = {}) => ({ name, in: "query", schema, ...rest });
const body = (schema: object, type = "application/json", rest: object = {}) =>
  ({ parameters: [ID], requestBody: { required: true, content: { [type]: { schema, ...rest } } } }) as JsonObject;

describe("valid values", () => {
  const schemas: [string, object][] = [
    ["a recursion through a list", to("Node")],
    ["a recursion through a union", to("Chain")],
    ["a recursion that ends in the second alternative", to("Term")],
    [
      "a recursion beside a pattern with a lookahead",
      {
        type: "object",
        required: ["term"],
        properties: { term: to("Term"), secret: { ...TEXT, pattern: "^(?=.*\\d).{4}$" } },
      },
    ],
    [
      "deep lists",
      {
        type: "array",
        minItems: 1,
        items: {
          type: "array",
          minItems: 1,
          items: {
            items: {
              items: { items: { type: "array", items: TEXT, minItems: 1 }, type: "array", minItems: 1 },
              type: "array",
              minItems: 1,
            },
            type: "array",
            minItems: 1,
          },
        },
      },
    ],
    ["properties beside a union", { type: "object", properties: { id: TEXT }, anyOf: [to("Say"), to("Wait")] }],
    ["a tuple", { type: "array", prefixItems: [TEXT, { type: "integer" }], items: false, minItems: 2 }],
    ["a map", { type: "object", additionalProperties: { type: "integer" }, minProperties: 1, maxProperties: 2 }],
    ["names with a pattern", { propertyNames: { pattern: "^[a-z]{1,8}$" }, type: "object", minProperties: 2 }],
    ["names that are listed", { propertyNames: { enum: ["a"] }, type: "object", additionalProperties: TEXT }],
    ["unlike items", { type: "array", items: { enum: ["a", "b", "c"] }, uniqueItems: true, minItems: 1 }],
    ["a condition", { type: "object", properties: { a: TEXT, b: TEXT }, dependentRequired: { a: ["b"] } }],
    ["a pattern of Unicode", { type: "string", pattern: "^\\p{L}{2}$" }],
    ["a number with the format of an integer", { type: "number", format: "int32" }],
    ["a property named like a keyword", { type: "object", properties: { example: to("Node"), enum: TEXT } }],
  ];
  const formats = [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
  ];
  const more = ["uri-template", "uuid", "regex", "json-pointer", "relative-json-pointer", "byte", "binary", "iri"];
  const ofFormats = [...formats, ...more].map((format): [string, object] => [format, { type: "string", format }]);

  test.for([...schemas, ...ofFormats])("are made for %s", ([, schema]) => {
    const { values, missing } = samplesOf(schema);
    expect(values.flatMap((value) => violationsOf(schema, value))).toEqual([]);
    expect(values.length).toBeGreaterThan(0);
    expect(missing.filter((reason) => !/^(?:#\/\$defs\/(?:Chain|Term)|body\.secret)/.test(reason))).toEqual([]);
  });

  test("show each alternative and each limit", () => {
    const size = { type: "string", minLength: 2, maxLength: 4 };
    const step = { oneOf: [to("Say"), to("Wait")], discriminator: { propertyName: "kind" } };
    const properties = {
      size,
      step,
      level: { enum: ["low", "high"] },
      on: { type: "boolean" },
      none: { type: ["null", "integer"] },
    };
    const values = samplesOf({ type: "object", properties }).values as Record<string, unknown>[];
    const seen = (name: string, map = (value: unknown): unknown => value) =>
      [...new Set(values.map((value) => map(value[name])))].filter((value) => value !== undefined).sort();
    expect(values).toContainEqual({});
    expect(seen("size", (value) => (value === undefined ? value : String(value).length))).toEqual(
      expect.arrayContaining([2, 4]),
    );
    expect(seen("step", (value) => Object(value).kind)).toEqual(["say", "wait"]);
    expect([seen("level"), seen("on")]).toEqual([
      ["high", "low"],
      [false, true],
    ]);
    expect(seen("none", (value) => (value === undefined ? value : typeof value))).toEqual(["number", "object"]);
  });

  test("leave out a property without a valid value, and list it", () => {
    const { values, missing } = samplesOf({
      type: "object",
      properties: { a: TEXT, b: { type: "string", enum: [1] } },
    });
    expect(values).toContainEqual({ a: expect.any(String) });
    expect(missing).toContain("body.b: no valid value could be made");
  });

  test("leave out a list with a wrong item, unless it is the whole value", () => {
    const list = { type: "array", minItems: 1, items: { type: "string", enum: [1] } };
    expect(samplesOf({ type: "object", properties: { list, text: TEXT } }).values).toContainEqual({
      text: expect.any(String),
    });
    expect(samplesOf(list).values).toEqual([]);
  });

  test("are missing, with the reason, for a schema that allows nothing", () => {
    const nothing = { type: "string", enum: [1] };
    expect(samplesOf(nothing)).toEqual({
      values: [],
      missing: expect.arrayContaining([expect.stringContaining("no valid value")]),
    });
  });
});

describe("wrong values", () => {
  const properties = {
    id: { type: "string", readOnly: true },
    text: { type: "string", minLength: 2, maxLength: 3, pattern: "^[a-z]+$" },
    date: { type: "string", format: "date" },
    level: { enum: ["low", "high"] },
    price: { type: "number", minimum: 1, exclusiveMaximum: 9, multipleOf: 0.5 },
    list: { type: "array", items: TEXT, minItems: 1, maxItems: 2, uniqueItems: true },
    map: { type: "object", additionalProperties: { type: "integer" }, minProperties: 1, maxProperties: 2 },
    step: { oneOf: [to("Say"), to("Wait")] },
    pair: { type: "object", properties: { a: TEXT, b: TEXT }, dependentRequired: { a: ["b"] } },
    other: { type: "string", not: { const: "" } },
  };
  const schema = { type: "object", properties, required: ["text"] };

  test("break each rule of a schema, and are refused for it", () => {
    const found = new Set(
      mutants(schema).flatMap(({ violations }) => violations.map(({ location, rule }) => `${location} ${rule}`)),
    );
    const expected = [
      "body type",
      "body required",
      "body additionalProperties",
      "body.text minLength",
      "body.text maxLength",
      "body.text pattern",
      "body.text type",
      "body.date format",
      "body.level enum",
      "body.price minimum",
      "body.price exclusiveMaximum",
      "body.price multipleOf",
      "body.list minItems",
      "body.list maxItems",
      "body.list uniqueItems",
      "body.list[0] type",
      "body.map minProperties",
      "body.map maxProperties",
      "body.step oneOf",
      "body.step.kind const",
      "body.pair dependentRequired",
      "body.other not",
    ];
    expect(expected.filter((rule) => !found.has(rule))).toEqual([]);
  });

  test("are never valid", () => {
    const all = mutants(schema);
    expect(all.filter(({ value }) => violationsOf(schema, value).length === 0)).toEqual([]);
    expect(mutants({})).toEqual([]);
  });
});

describe("requests", () => {
  test("give each parameter in the way that its style allows", () => {
    const parameters = [
      ID,
      inQuery("lim", { type: "integer", minimum: 1, maximum: 5 }, { required: true }),
      inQuery("tags", { type: "array", items: { enum: ["a", "b"] } }, { explode: false }),
      inQuery("at", { type: "object", properties: { x: { type: "integer" } } }, { style: "deepObject", explode: true }),
      { name: "X-Trace", in: "header", required: true, schema: { type: "string", pattern: "^[0-9a-f]{4}$" } },
    ];
    const { valid, parameters: wrong, notTried } = requestsOf(operation(TEXT, { parameters } as JsonObject));
    expect(valid[0]?.params).toEqual({
      path: { id: expect.stringMatching(/./) },
      query: { lim: expect.any(Number) },
      header: { "X-Trace": expect.stringMatching(/^[0-9a-f]{4}$/) },
    });
    expect(valid.map(({ params }) => params.query?.lim)).toEqual(expect.arrayContaining([1, 5]));
    expect(valid.map(({ params }) => params.query?.at)).toContainEqual({ x: expect.any(Number) });
    const rules = wrong.flatMap(({ violations }) => violations.map(({ location, rule }) => `${location} ${rule}`));
    expect(rules).toEqual(
      expect.arrayContaining([
        "query required",
        "query.lim type",
        "query.lim minimum",
        "query.lim maximum",
        "query.tags[0] enum",
        "query.at.x type",
        "query.at additionalProperties",
        "header required",
        "header.X-Trace pattern",
      ]),
    );
    expect(notTried).toEqual([]);
  });

  test("send no number as a wrong text, and no path value that changes the path", () => {
    const id = { ...ID, example: "..", schema: { type: "string", pattern: "^[a-z.]{1,3}$" } };
    const parameters = [id, inQuery("name", { type: "string", maxLength: 3 })];
    const { valid, parameters: wrong } = requestsOf(operation(TEXT, { parameters } as JsonObject));
    expect(wrong.flatMap(({ violations }) => violations.map(({ rule }) => rule))).toEqual(
      expect.arrayContaining(["maxLength", "type"]),
    );
    expect(
      wrong.filter(({ params }) => typeof params.query?.name === "number" && String(params.query.name).length < 4),
    ).toEqual([]);
    const ids = [...valid, ...wrong].map(({ params }) => String(params.path?.id));
    expect(ids.filter((one) => !/^[\w.-]*[\w-][\w.-]*$/.test(one))).toEqual([]);
    expect(wrong.filter(({ violations }) => violations[0]?.location === "path.id")).not.toEqual([]);
  });

  test("put only values into a form that a form can contain", () => {
    const properties = { file: { type: "string", format: "binary" }, meta: to("Say"), n: { type: "integer" } };
    const schema = { type: "object", required: ["file", "n"], properties };
    const { valid, bodies } = requestsOf(operation(TEXT, body(schema, "multipart/form-data")));
    expect(valid.map(({ body }) => (body as { file: unknown }).file)).toEqual(valid.map(() => expect.any(Blob)));
    const rules = bodies.flatMap(({ violations }) => violations.map(({ location, rule }) => `${location} ${rule}`));
    expect(rules).toEqual(
      expect.arrayContaining(["request required", "body required", "body.n type", "body.meta.kind const"]),
    );
    expect(bodies.filter(({ body }) => body !== undefined && Object.values(body as object).includes(null))).toEqual([]);
  });

  test("change a text within its limits, and bytes not at all", () => {
    const text = requestsOf(operation(TEXT, body({ type: "string", maxLength: 5 }, "text/plain")));
    expect(text.bodies.map(({ body }) => typeof body)).toEqual(["undefined", "string"]);
    const bytes = requestsOf(operation(TEXT, body({ type: "string", format: "binary" }, "audio/wav")));
    expect(bytes.valid[0]?.body).toBeInstanceOf(Blob);
    expect(bytes.notTried).toEqual([expect.stringContaining("the mock does not check its media type")]);
  });

  test("leave out what the client does not send, and list it", () => {
    const callbacks = { done: {} };
    const parameters = [ID, { name: "session", in: "cookie", schema: TEXT }];
    const one = operation(TEXT, { operationId: "act", parameters, callbacks } as JsonObject);
    const { valid, notTried } = requestsOf(one, { webhooks: { ended: {} } });
    expect(Object.keys(valid[0]?.params ?? {})).toEqual(["path"]);
    expect(notTried).toEqual([
      "the webhook ended: the API sends it, the client does not",
      "act: the callback done: the API sends it",
      "act: the cookie parameter session: a browser sends cookies, not the client",
    ]);
  });

  test("are empty if a required part cannot be made, and list it", () => {
    const { valid, bodies, notTried } = requestsOf(
      operation(TEXT, { operationId: "act", ...body({ type: "string", enum: [1] }) }),
    );
    expect([valid, bodies]).toEqual([[], []]);
    expect(notTried).toContain("act: the body: has no valid value that application/json can write");
  });
});

test("a range and `default` stand for a status that is not listed", () => {
  const statuses = (...keys: string[]) => statusesOf({ responses: Object.fromEntries(keys.map((key) => [key, {}])) });
  expect(statuses("200", "4XX", "400", "default")).toEqual([200, 400, 401, 500]);
  expect(statuses("2XX", "5XX", "default")).toEqual([200, 500, 400]);
  expect(statuses("default")).toEqual([200]);
});

test("a TRACE is not an operation, since fetch forbids it", () => {
  const document = openapi({ "/things": { get: operation(TEXT), trace: operation(TEXT) } });
  expect(resolvedOperations(document as unknown as OpenApiDocument).map(({ method }) => method)).toEqual(["GET"]);
});
