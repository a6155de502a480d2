/** What the generator makes of a document before openapi-typescript reads it, and which traits it finds. */
import { describe, expect, test } from "vitest";
import { apiKeyHeader } from "../../scripts/generate/constants.js";
import { queryStylesOf, traitsByPath } from "../../scripts/generate/traits.js";
import { documentForTypes } from "../../scripts/generate/typed-document.js";
import type { OpenApiDocument, Schema } from "../../scripts/openapi/document.js";

type Content = Record<string, { schema?: Schema }>;
interface Parts {
  readonly sent?: Content;
  readonly received?: Content;
  readonly schemas?: Record<string, Schema>;
  readonly parameters?: readonly object[];
}

const json = (schema: Schema): Content => ({ "application/json": { schema } });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: "object",
  required,
  properties,
});
const ID: Schema = { type: "string", readOnly: true };
const TEXT: Schema = { type: "string" };

/** A document with one operation. */
function documentWith({ sent, received, schemas = {}, parameters = [] }: Parts): OpenApiDocument {
  const post = {
    operationId: "act",
    parameters,
    ...(sent && { requestBody: { content: sent } }),
    responses: { 200: { description: "Done.", ...(received && { content: received }) } },
  };
  const securitySchemes = { Key: { type: "apiKey", in: "header", name: "x-key" } };
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    servers: [],
    security: [{ Key: [] }],
    paths: { "/": { post } },
    components: { schemas, securitySchemes },
  };
}

function typesOf(parts: Parts) {
  const { paths, components } = documentForTypes(documentWith(parts));
  const { requestBody, responses, parameters } = (paths["/"] as { post: unknown }).post as {
    requestBody?: { content: Content };
    responses: Record<string, { content?: Content }>;
    parameters: { name: string }[];
  };
  return { sent: requestBody?.content, received: responses[200]?.content, schemas: components.schemas, parameters };
}

function traitsOf(parts: Parts) {
  return traitsByPath(documentWith(parts))["/"]?.POST;
}

describe("a schema with readOnly or writeOnly properties", () => {
  const Contact = object({ id: ID, name: TEXT });

  test("becomes two schemas if requests and responses use it", () => {
    const { sent, received, schemas } = typesOf({
      sent: json(ref("Contact")),
      received: json({ type: "array", items: ref("Contact") }),
      schemas: { Contact },
    });
    expect(sent).toEqual(json(ref("ContactInput")));
    expect(received).toEqual(json({ type: "array", items: ref("Contact") }));
    expect(schemas).toEqual({ Contact, ContactInput: object({ name: TEXT }) });
  });

  test("keeps its name if only requests use it", () => {
    const { sent, schemas } = typesOf({ sent: json(ref("Contact")), schemas: { Contact } });
    expect(sent).toEqual(json(ref("Contact")));
    expect(schemas).toEqual({ Contact: object({ name: TEXT }) });
  });

  test("gets a name that no other schema has", () => {
    const schemas = { Contact, ContactInput: object({ other: TEXT }) };
    const both = typesOf({ sent: json(ref("Contact")), received: json(ref("Contact")), schemas });
    expect(both.sent).toEqual(json(ref("ContactInput_")));
    expect(both.schemas.ContactInput).toEqual(schemas.ContactInput);
  });

  test("is found through references, lists, maps, unions and itself", () => {
    const schemas = {
      Outer: object({ list: { type: "array", items: { oneOf: [ref("Inner"), TEXT] } } }),
      Inner: object({ map: { type: "object", additionalProperties: ref("Node") } }),
      Node: object({ id: ID, next: ref("Node") }),
      Plain: object({ name: TEXT }),
    };
    const both = typesOf({ sent: json(ref("Outer")), received: json(ref("Outer")), schemas });
    expect(Object.keys(both.schemas)).toEqual([
      "Outer",
      "OuterInput",
      "Inner",
      "InnerInput",
      "Node",
      "NodeInput",
      "Plain",
    ]);
    expect(both.schemas.NodeInput).toEqual(object({ next: ref("NodeInput") }));
  });

  test("may have the keyword behind a reference or in an allOf", () => {
    const schemas = { Id: ID };
    const properties = {
      a: ref("Id"),
      b: { $ref: "#/components/schemas/Text", readOnly: true },
      c: { allOf: [ref("Id"), { minLength: 1 }] },
      name: TEXT,
    };
    const { sent } = typesOf({ sent: json(object(properties)), schemas: { ...schemas, Text: TEXT } });
    expect(sent).toEqual(json(object({ name: TEXT })));
  });

  test("has the discriminator's values of the document in both directions", () => {
    const schemas = {
      Pet: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind", mapping: { cat: "Cat" } },
      },
      Cat: object({ id: ID, kind: TEXT }),
      Dog: object({ id: ID, kind: TEXT }),
    };
    const both = typesOf({ sent: json(ref("Pet")), received: json(ref("Pet")), schemas });
    const mapping = { cat: "#/components/schemas/CatInput", Dog: "#/components/schemas/DogInput" };
    expect(both.schemas.PetInput?.discriminator).toEqual({ propertyName: "kind", mapping });
    expect(both.schemas.Pet?.discriminator).toEqual({
      propertyName: "kind",
      mapping: { cat: "#/components/schemas/Cat" },
    });
  });

  test("that only a discriminator reaches is found, too", () => {
    const schemas = {
      Base: { ...object({ kind: TEXT }), discriminator: { propertyName: "kind" } },
      Derived: { allOf: [ref("Base"), object({ id: ID, name: TEXT })] },
    };
    const both = typesOf({ sent: json(ref("Base")), received: json(ref("Base")), schemas });
    expect(both.schemas).toHaveProperty("DerivedInput");
    const { discriminator } = both.schemas.BaseInput ?? {};
    expect(discriminator).toMatchObject({ mapping: { Derived: "#/components/schemas/DerivedInput" } });
  });
});

test("a document without such properties does not change", () => {
  const schemas = { Plain: object({ name: TEXT }), Unused: object({ id: ID }) };
  const document = documentWith({ sent: json(ref("Plain")), received: json(ref("Plain")), schemas });
  expect(documentForTypes(document)).toEqual(document);
});

test("`$defs` of a schema become schemas, so that they are no property of its type", () => {
  const inner = (rest: string) => ({ $ref: `#/components/schemas/Move/$defs/Kind${rest}` });
  const Move = {
    ...object({ kind: inner(""), size: inner("/properties/size") }),
    $defs: { Kind: object({ size: TEXT }) },
  };
  const { schemas } = typesOf({ received: json(ref("Move")), schemas: { Move } });
  const properties = { kind: ref("Move.Kind"), size: ref("Move.Kind/properties/size") };
  expect(schemas).toEqual({ Move: object(properties), "Move.Kind": object({ size: TEXT }) });
});

test("media types that differ in their parameters alone are one, of either schema", () => {
  const sent = { "application/json; v=1": { schema: TEXT }, "application/json; v=2": { schema: ref("Two") } };
  expect(typesOf({ sent }).sent).toEqual(json({ anyOf: [TEXT, ref("Two")] }));
});

test.each([
  ["a string or null under a wildcard", "*/*", { type: ["string", "null"] }, { "*/*": "any" }],
  ["a map under a wildcard", "*/*", { additionalProperties: TEXT }, undefined],
  ["JSON Lines", "application/jsonl", TEXT, { "application/jsonl": "text" }],
  ["a JSON sequence", "application/geo+json-seq", TEXT, { "application/geo+json-seq": "text" }],
  ["upper case", "TEXT/Plain; charset=x", TEXT, { "text/plain": "text" }],
  ["a vendor's JSON", "application/problem+json", TEXT, undefined],
])("a response is read as its media type says: %s", (_, type, schema, receives) => {
  expect((traitsOf({ received: { [type]: { schema } } }) as { receives?: object } | undefined)?.receives).toEqual(
    receives,
  );
});

test("of two media types in JSON, `application/json` is sent", () => {
  expect(
    traitsOf({ sent: { "application/hal+json": {}, "application/json": {} }, received: json(TEXT) }),
  ).toBeUndefined();
});

describe("parameters", () => {
  test("of the operation take the place of those of its path", () => {
    const at = { name: "ids", in: "query" } as const;
    expect(queryStylesOf([{ ...at, explode: false }, at])).toEqual({});
  });

  test("that are the key, or that the body decides, are none", () => {
    const parameters = ["X-Key", "ACCEPT", "Authorization", "content-type", "x-own"].map((name) => ({
      name,
      in: "header",
    }));
    expect(typesOf({ parameters }).parameters.map(({ name }) => name)).toEqual(["x-own"]);
  });
});

test("the key's header may be one that only operations require", () => {
  const { security, ...document } = documentWith({});
  const secured = { ...document, paths: { "/": { get: { operationId: "a", responses: {}, security } } } };
  expect(apiKeyHeader(secured as unknown as OpenApiDocument)).toBe("x-key");
});
