/** The responses of the mock server are valid, or a 501 if no valid one can be made. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Schema } from "../../src/testing/document.js";
import { DONE, type DocumentParts, INTEGER, mocked, object, ref, TEXT, withResponse } from "../support/mocked.js";

// Loading Prism takes CPU time, and other tests run at the same time.
beforeAll(() => mocked({}), 60_000);

const get = { method: "GET" };
const NODE = object({
  id: { ...TEXT, format: "uuid" },
  below: { type: "array", items: ref("Node") },
  "next?": ref("Node"),
});
const A = object({ kind: { const: "a" }, size: { ...INTEGER, minimum: 5, multipleOf: 4 } });
const B = object({ kind: { const: "b" }, code: { ...TEXT, pattern: "^[A-Z]{3}-\\d{4}$", minLength: 8 } });
const FORMATS =
  "date date-time time duration email hostname ipv4 ipv6 uri uri-reference uuid byte regex json-pointer".split(" ");

describe("an answer without an example in the document is valid, and the same each time", () => {
  test.each<[string, Schema]>([
    ["a recursion whose list is required", ref("Node")],
    ["a list of what recurs", { type: "array", items: ref("Node"), minItems: 2, uniqueItems: true }],
    [
      "patterns and numbers",
      object({
        number: { ...TEXT, pattern: "^\\+[1-9]\\d{6,14}$" },
        share: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
      }),
    ],
    ["formats", object(Object.fromEntries(FORMATS.map((format) => [format, { ...TEXT, format }])))],
    ["oneOf with a discriminator", { ...{ oneOf: [ref("A"), ref("B")] }, discriminator: { propertyName: "kind" } }],
    ["properties beside anyOf", { ...object({ id: TEXT }), anyOf: [ref("A"), ref("B")] }],
    ["allOf", { allOf: [ref("A"), object({ note: { ...TEXT, minLength: 30 } })] }],
    [
      "nullable, const, enum",
      object({ a: { type: ["object", "null"] }, b: { const: { x: [1] } }, c: { enum: [null, 3] } }),
    ],
    ["a tuple", { type: "array", prefixItems: [TEXT, INTEGER], minItems: 2, items: false }],
    ["a map", { type: "object", additionalProperties: ref("A"), minProperties: 2 }],
    [
      "a map by pattern",
      { ...object({}), patternProperties: { "^k\\d$": INTEGER }, additionalProperties: false, minProperties: 1 },
    ],
    ["writeOnly properties, which no answer has", object({ id: TEXT, secret: { ...TEXT, writeOnly: true } })],
    ["no schema but true", true as unknown as Schema],
  ])("%s", async (_, schema) => {
    const small = withResponse(schema, { Node: NODE, A, B });
    const { ask, withoutResponse } = await mocked(small);
    const answer = await ask(get);
    expect(withoutResponse).toEqual([]);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200, type: "application/json" });
    expect(await (await mocked(small)).ask(get)).toEqual(answer);
    const wanted = (seed: number) => ask({ ...get, headers: { prefer: `dynamic=true, seed=${seed}` } });
    expect((await wanted(1)).body).toEqual((await wanted(1)).body);
    expect(await wanted(2)).toMatchObject({ status: 200 });
  });

  test("from faker if the schema names one of its functions", async () => {
    const schema = { ...TEXT, minLength: 3, "x-faker": "internet.email" };
    const { ask } = await mocked(
      withResponse({
        ...object({}),
        patternProperties: { "^k1$": schema },
        additionalProperties: false,
        minProperties: 1,
      }),
    );
    expect((await ask(get)).body).toEqual({ k1: expect.stringContaining("@") });
  });

  test("with the examples that the document has of its properties", async () => {
    const { ask } = await mocked(
      withResponse(object({ id: { ...TEXT, example: "P-1" }, size: { ...INTEGER, default: 3 } })),
    );
    expect((await ask(get)).body).toEqual({ id: "P-1", size: 3 });
  });

  test("of every status, range and media type", async () => {
    const content = (type: string) => ({ description: "Fine.", content: { [type]: { schema: ref("Node") } } });
    const of = async (responses: object, prefer = "") => {
      const { ask } = await mocked({
        paths: { "/things": { get: { operationId: "get", responses } } },
        schemas: { Node: NODE },
      });
      const { status, body, type } = await ask({ ...get, headers: { prefer } });
      expect(Object.keys(Object(body))).toContain("below");
      return [status, type];
    };
    const json = "application/json";
    expect(await of({ "2XX": content(json) })).toEqual([200, json]);
    expect(await of({ default: content(json) })).toEqual([200, json]);
    expect(await of({ ...DONE, "4XX": content(json) }, "code=409")).toEqual([409, json]);
    expect(await of({ ...DONE, default: content(json) }, "code=503")).toEqual([503, json]);
    expect(await of({ 200: content("application/json; charset=utf-8") })).toEqual([
      200,
      "application/json; charset=utf-8",
    ]);
    expect(await of({ 200: content("application/hal+json") })).toEqual([200, "application/hal+json"]);
    expect((await of({ 200: content("*/*") }))[0]).toBe(200);
  });
});

describe("an answer", () => {
  const examples = { "Two things": { value: [1, 2] }, none: { value: [] }, wrong: { value: ["a"] } };
  const schema = { type: "array", items: INTEGER };
  const responses = { 200: { description: "Things.", content: { "application/json": { schema, examples } } } };
  const named: DocumentParts = { paths: { "/things": { get: { operationId: "get", responses } } } };

  test("is the example that is asked for, by any name", async () => {
    const { ask, withoutResponse } = await mocked(named);
    expect(withoutResponse).toEqual([]);
    const body = async (prefer: string) => (await ask({ ...get, headers: { prefer } })).body;
    expect(await body("example=none")).toEqual([]);
    expect(await body("code=200, example=Two things")).toEqual([1, 2]);
    expect(await body('code=200; example="Two things"')).toEqual([1, 2]);
  });

  test("that is not documented, or of no example, is a 404 of Prism", async () => {
    const { ask } = await mocked(named);
    for (const prefer of ["code=418", "code=200, example=three", "code=abc"]) {
      expect(await ask({ ...get, headers: { prefer } }), prefer).toMatchObject({
        status: 404,
        body: { type: expect.stringMatching(/^https:\/\/stoplight\.io\/prism\/errors#/) },
      });
    }
  });

  test("that is wrong in the document is a 501 with the location", async () => {
    const { ask } = await mocked(named);
    const found = ["response.body[0] type: must be integer"];
    expect(await ask({ ...get, headers: { prefer: "example=wrong" } })).toMatchObject({
      status: 501,
      violations: found,
    });
  });

  test("that cannot be made, or is wrong by default, is listed by its name", async () => {
    const responses = (schema: Schema, example?: unknown) => ({
      200: {
        description: "Fine.",
        content: { "application/json": { schema, ...(example !== undefined && { example }) } },
      },
    });
    const { ask, withoutResponse } = await mocked({
      paths: {
        "/things": { get: { operationId: "a", responses: responses({ allOf: [INTEGER, TEXT] }) } },
        "/parts": { get: { operationId: "b", responses: responses(INTEGER, "one") } },
      },
    });
    expect(withoutResponse).toEqual(["GET /things 200", "GET /parts 200"]);
    expect((await ask(get)).status).toBe(501);
    expect((await ask({ ...get, path: "/parts" })).violations).toEqual(["response.body type: must be integer"]);
  });

  test.each(["audio/wav", "text/csv"])("with %s and without a schema has a body", async (type) => {
    const response = { 200: { description: "Done.", content: { [type]: {} } } };
    const { ask } = await mocked({ paths: { "/things": { get: { operationId: "get", responses: response } } } });
    expect(await ask({ ...get })).toMatchObject({ status: 200, type, body: "mock" });
  });

  test("without a schema is the example of the extension `x-example`", async () => {
    const responses = { 200: { description: "Things.", "x-example": [{ id: "1" }] } };
    const { ask } = await mocked({ paths: { "/things": { get: { operationId: "get", responses } } } });
    expect(await ask(get)).toMatchObject({ status: 200, type: "application/json", body: [{ id: "1" }] });
  });

  test("to a request with callbacks calls nobody", async () => {
    const callbacks = { done: { "{$request.body#/url}": { post: { responses: DONE } } } };
    const post = {
      operationId: "post",
      callbacks,
      requestBody: { content: { "application/json": {} } },
      responses: DONE,
    };
    const { ask } = await mocked({
      paths: { "/things": { post } },
      ...{ webhooks: { done: { post: { responses: DONE } } } },
    });
    // Prism would reject at once: there is no such scheme.
    expect(await ask({ body: { url: "none://nowhere" } })).toMatchObject({ status: 204 });
  });
});

describe("a schema that cannot be compiled fails the start, with its location and the reason", () => {
  const fine = { description: "Fine." };
  const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
  const operation = (rest: object): DocumentParts => ({
    paths: { "/things": { post: { operationId: "post", responses: DONE, ...rest } } },
  });
  const wrong = { ...TEXT, pattern: "(?i)a" };

  test.each<[string, DocumentParts, RegExp]>([
    [
      "of the components",
      { schemas: { Name: wrong } },
      /^the schema at #\/components\/schemas\/Name cannot .+\(\?i\)a/,
    ],
    ["deep in one", { schemas: { Name: object({ a: { type: "array", items: wrong } }) } }, /schemas\/Name cannot be/],
    [
      "whose `required` is not a list",
      { schemas: { Name: { type: "object", required: true, properties: { a: TEXT } } } },
      /schemas\/Name cannot be compiled: data\/required must be array/,
    ],
    ["of no such type", { schemas: { Name: { type: "strnig" } } }, /schemas\/Name cannot be compiled: data\/type must/],
    ["to nowhere", operation({ requestBody: json(ref("Nobody")) }), /the body of POST \/things .+schemas\/Nobody/],
    [
      "of a body",
      operation({ requestBody: json(wrong) }),
      /^the schema at the body of POST \/things cannot be compiled/,
    ],
    ["of a response", operation({ responses: { 200: { ...fine, ...json(wrong) } } }), /at the 200 of POST \/things/],
    [
      "of a parameter",
      operation({ parameters: [{ name: "p", in: "query", schema: wrong }] }),
      /the query parameter p of/,
    ],
  ])("%s", async (_, small, message) => {
    await expect(mocked(small)).rejects.toThrow(message);
  });
});
