import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { closureOf } from "../../scripts/spec-bump/closure.js";
import { compare } from "../../scripts/spec-bump/compare.js";
import type { Change } from "../../scripts/spec-bump/comparison.js";
import { nameOf } from "../../scripts/spec-bump/document-operations.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { changeText } from "../../scripts/spec-bump/report/lines.js";
import { TEXT } from "../../scripts/spec-bump/report/style.js";
import { inPath, openapi, operation } from "../support/openapi.js";
import { documentsOf, ROWS } from "../support/schema-edits.js";

/** The changes as text. Breaking changes start with "!". */
function textsOf(changes: readonly Change[]): string[] {
  return changes.map((change) => `${change.breaking ? "! " : ""}${changeText(change, TEXT)}`);
}

describe("a change of an operation", async () => {
  const { changed, general } = await compare(...documentsOf(ROWS), []);

  it.each(ROWS.map(([name, , , , changes], i) => ({ name, changes, path: `/row-${i}` })))(
    "$name",
    ({ path, changes }) => {
      const found = changed.find(({ operation: { path: its } }) => its === path);
      expect(textsOf(found?.changes ?? []).join("\n")).toBe(changes);
    },
  );

  it("is not a general change", () => {
    expect(general).toEqual([]);
  });
});

const KEY = { type: "apiKey", in: "header", name: "x-api-key" };
const TOKEN = { type: "http", scheme: "bearer" };
const PATHS = { "/things": { get: operation() }, "/words": { get: operation() } };

function secured(security: JsonObject[], securitySchemes: JsonObject, rest: JsonObject = {}): JsonObject {
  return openapi(PATHS, {}, { security, components: { securitySchemes }, ...rest });
}

/** The general changes, and those of each operation. */
async function changesOf(base: JsonObject, next: JsonObject) {
  const { general, changed } = await compare(base, next, findMoves(base, next));
  return {
    general: textsOf(general),
    each: changed.map(({ operation: one, changes }) => [nameOf(one), ...textsOf(changes)]),
  };
}

describe("the key", () => {
  const base = secured([{ key: [] }], { key: KEY });

  it("breaks nothing if only its scheme has another name", async () => {
    const { general, each } = await changesOf(base, secured([{ apiKey: [] }], { apiKey: KEY }));
    expect(general).toEqual(["the scheme of the key is named apiKey now, was key"]);
    expect(each).toEqual([]);
  });

  it("breaks callers if its header changes, but not if only the case changes", async () => {
    const named = (name: string) => secured([{ key: [] }], { key: { ...KEY, name } });
    expect((await changesOf(base, named("x-key"))).general).toEqual([
      "! the key goes in the header x-key now, was x-api-key",
    ]);
    expect(await changesOf(base, named("X-API-Key"))).toEqual({ general: [], each: [] });
  });

  it("breaks nothing if other credentials are accepted too", async () => {
    const next = secured([{ key: [] }, { token: [] }], { key: KEY, token: TOKEN });
    const what = "security asks for HTTP bearer credentials or the API key now, was the API key";
    const each = [
      ["GET /things", what],
      ["GET /words", what],
    ];
    expect(await changesOf(base, next)).toEqual({ general: [], each });
  });

  it("is a breaking change of each operation that no longer accepts it", async () => {
    const next = secured([{ token: [] }], { key: KEY, token: TOKEN });
    const what = "! security asks for HTTP bearer credentials now, was the API key";
    expect((await changesOf(base, next)).each).toEqual([
      ["GET /things", what],
      ["GET /words", what],
    ]);
  });
});

describe("regions", () => {
  const serving = (...urls: string[]) => openapi(PATHS, {}, { servers: urls.map((url) => ({ url })) });
  const [US, UK, EU] = ["us", "uk", "eu"].map((name) => `https://api.${name}.poly.ai`) as [string, string, string];

  it("are added and removed by name", async () => {
    const { regions, breaking, general } = await compare(serving(US, UK), serving(UK, EU), []);
    expect(regions).toEqual({ added: ["eu"], removed: ["us"] });
    expect(breaking).toBe(true);
    expect(general).toEqual([]);
    const { regions: fewer } = await compare(serving(US, UK), serving(UK), []);
    // The client calls a single server "default".
    expect(fewer).toEqual({ added: ["default"], removed: ["us", "uk"] });
  }, 30_000);

  it("with another URL are listed", async () => {
    const { general } = await changesOf(serving(US, UK), serving(US.replace("ai", "ai/v2"), UK));
    expect(general).toEqual(["region us is served at https://api.us.poly.ai/v2 now, was https://api.us.poly.ai"]);
  });
});

describe("operations", () => {
  it("are added, removed or moved, and a moved one may have changes", async () => {
    const thing = (name: string, schema: JsonObject) => ({ get: operation(schema, { parameters: [inPath(name)] }) });
    const base = openapi({ "/things/{a}": thing("a", { type: "string" }), "/old": { post: operation({}) } });
    const next = openapi({ "/things/{b}": thing("b", { type: "array" }), "/new": { get: operation({}) } });
    const comparison = await compare(base, next, findMoves(base, next));

    expect(comparison.removed.map(nameOf)).toEqual(["POST /old"]);
    expect(comparison.added.map(nameOf)).toEqual(["GET /new"]);
    expect(comparison.moved).toEqual([{ method: "GET", from: "/things/{a}", to: "/things/{b}" }]);
    expect(comparison.changed.map(({ operation: one, changes }) => [nameOf(one), ...textsOf(changes)])).toEqual([
      [
        "GET /things/{b}",
        "! response 200: Type widened from 'string' to 'array'",
        "! path parameter a is called b now",
      ],
    ]);
  }, 30_000);

  it("are not changed if another operation stops using a shared schema", async () => {
    const counted = (schema: JsonObject) => {
      return { get: { responses: { "200": { description: "Fine.", headers: { "x-count": { schema } } } } } };
    };
    const shared = { $ref: "#/components/schemas/Count" };
    const schemas = { Count: { type: "string" } };
    const base = openapi({ "/one": counted(shared), "/other": counted(shared) }, schemas);
    const next = openapi({ "/one": counted({ type: "integer" }), "/other": counted(shared) }, schemas);
    const { changed } = await compare(base, next, []);
    expect(changed.map(({ operation: one, changes }) => [nameOf(one), ...textsOf(changes)])).toEqual([
      ["GET /one", "! response 200: Type widened from 'string' to 'integer'"],
    ]);
  }, 30_000);

  it("with a shared schema may break in requests only, or in responses only", async () => {
    const thing = (type: string, ...required: string[]) => {
      return { type: "object", properties: { size: { type }, name: { type: "string" } }, required };
    };
    // The schema before and after, and whether that breaks the operation that sends it and the one that returns it.
    const rows: [name: string, before: JsonObject, after: JsonObject, sent: boolean, returned: boolean][] = [
      ["Wider", thing("integer"), thing("number"), false, true],
      ["Narrower", thing("number"), thing("integer"), true, false],
      ["Required", thing("number"), thing("number", "name"), true, false],
      ["Optional", thing("number", "name"), thing("number"), false, true],
    ];
    const paths = rows.flatMap(([name]): [string, JsonObject][] => {
      const schema = { $ref: `#/components/schemas/${name}` };
      const requestBody = { content: { "application/json": { schema } } };
      return [
        [`/send/${name}`, { post: operation({}, { requestBody }) }],
        [`/return/${name}`, { get: operation(schema) }],
      ];
    });
    const using = (schemas: [string, JsonObject][]) => openapi(Object.fromEntries(paths), Object.fromEntries(schemas));
    const base = using(rows.map(([name, before]) => [name, before]));
    const { changed } = await compare(base, using(rows.map(([name, , after]) => [name, after])), []);
    const found = changed.map(({ operation: { path }, changes }) => [path, changes.some((one) => one.breaking)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        rows.flatMap(([name, , , sent, returned]) => [
          [`/send/${name}`, sent],
          [`/return/${name}`, returned],
        ]),
      ),
    );
  }, 30_000);

  it("can share bodies, responses, headers and whole paths that use shared schemas", async () => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
    const response = { description: "Fine.", content, headers: { "x-thing": { content } } };
    const post = { requestBody: { content }, responses: { "200": response } };
    const things = (type: string) => {
      const shared = {
        requestBodies: { Thing: { content } },
        responses: { Thing: response },
        headers: { X: { content } },
      };
      const components = { ...shared, pathItems: { Things: { post } }, schemas: { Thing: { type } } };
      return openapi({ "/things": { post } }, {}, { components });
    };
    const { each } = await changesOf(things("integer"), things("number"));
    const wider = "! Thing: Type of `Thing` widened from 'integer' to 'number'";
    expect(each).toEqual([["POST /things", 'Thing has type "number" now, had "integer"', wider]]);
  });

  it("may lose a type by its name", async () => {
    const using = (name: string) => ({ "/things": { get: operation({ $ref: `#/components/schemas/${name}` }) } });
    const { general } = await changesOf(openapi(using("Old"), { Old: {} }), openapi(using("New"), { New: {} }));
    expect(general).toEqual(['! the type components["schemas"]["Old"] is gone']);
  });
});

describe("the operations that use a place of the document", () => {
  const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const document = openapi(
    {
      "/direct": { get: operation(to("Inner")) },
      "/through": { get: operation({ items: to("Outer") }) },
      "/mapped": { get: operation({ discriminator: { mapping: { a: "#/components/schemas/Inner" } } }) },
      "/with{~odd}": { parameters: [inPath("~odd", to("Name"))], get: operation(), post: operation() },
      "/none": { get: operation(to("InnerMost")) },
    },
    { Inner: {}, Outer: { properties: { inner: to("Inner"), outer: to("Outer") } }, Name: {}, InnerMost: {} },
  );
  const concerned = (pointer: string) => closureOf(document)(pointer);

  it.each<[string, string, string[]]>([
    ["a schema, directly or through others", "#/components/schemas/Inner", ["/direct", "/through", "/mapped"]],
    ["a place in a schema", "#/components/schemas/Outer/properties/x", ["/through"]],
    ["an operation", "#/paths/~1direct/get/responses/200", ["/direct"]],
    ["a schema that nothing uses", "#/components/schemas/Other", []],
  ])("are those of %s", (_, pointer, paths) => {
    expect(concerned(pointer)).toEqual(paths.map((path) => `GET ${path}`));
  });

  it("are all of a path where it is one of its parameters", () => {
    const all = ["GET /with{~odd}", "POST /with{~odd}"];
    expect(concerned("#/components/schemas/Name")).toEqual(all);
    expect(concerned("#/paths/~1with{~0odd}/parameters/0")).toEqual(all);
  });
});
