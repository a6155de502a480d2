import { describe, expect, it } from "vitest";
import { closureOf } from "../../scripts/spec-bump/closure.js";
import { compare } from "../../scripts/spec-bump/compare.js";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { nameOf } from "../../scripts/spec-bump/operations.js";
import { changeText } from "../../scripts/spec-bump/report/lines.js";
import { TEXT } from "../../scripts/spec-bump/report/style.js";
import { inPath, openapi, operation } from "../support/openapi.js";
import { documentsOf, ROWS } from "../support/schema-edits.js";

interface Told {
  readonly where: string;
  readonly what: string;
  readonly breaking: boolean;
}

/** What is told, with a mark where it breaks. */
function told(changes: readonly Told[]): string[] {
  return changes.map((change) => `${change.breaking ? "! " : ""}${changeText(change, TEXT)}`);
}

describe("what is told of an operation", async () => {
  const { changed, general } = await compare(...documentsOf(ROWS), []);

  it.each(ROWS.map(([name, , , , said], i) => ({ name, said, path: `/row-${i}` })))("$name", ({ path, said }) => {
    const found = changed.find(({ operation: { path: its } }) => its === path);
    expect(told(found?.changes ?? []).join("\n")).toBe(said);
  });

  it("stays with it: nothing is told in general", () => {
    expect(general).toEqual([]);
  });
});

const KEY = { type: "apiKey", in: "header", name: "x-api-key" };
const TOKEN = { type: "http", scheme: "bearer" };
const PATHS = { "/things": { get: operation() }, "/words": { get: operation() } };

function secured(security: JsonObject[], securitySchemes: JsonObject, rest: JsonObject = {}): JsonObject {
  return openapi(PATHS, {}, { security, components: { securitySchemes }, ...rest });
}

/** What is told in general and per operation. */
async function toldOf(base: JsonObject, next: JsonObject) {
  const { general, changed } = await compare(base, next, findMoves(base, next));
  return {
    general: told(general),
    each: changed.map(({ operation: one, changes }) => [nameOf(one), ...told(changes)]),
  };
}

describe("the key", () => {
  const base = secured([{ key: [] }], { key: KEY });

  it("breaks no one when its scheme has another name", async () => {
    const { general, each } = await toldOf(base, secured([{ apiKey: [] }], { apiKey: KEY }));
    expect(general).toEqual(["the scheme of the key is named apiKey now, was key"]);
    expect(each).toEqual([]);
  });

  it("breaks callers when it goes in another header, and not when only the case of it is another", async () => {
    const named = (name: string) => secured([{ key: [] }], { key: { ...KEY, name } });
    expect((await toldOf(base, named("x-key"))).general).toEqual([
      "! the key goes in the header x-key now, was x-api-key",
    ]);
    expect(await toldOf(base, named("X-API-Key"))).toEqual({ general: [], each: [] });
  });

  it("is told once where something else will do too", async () => {
    const next = secured([{ key: [] }, { token: [] }], { key: KEY, token: TOKEN });
    const what = "security asks for HTTP bearer credentials or the API key now, was the API key";
    expect(await toldOf(base, next)).toEqual({ general: [what], each: [] });
  });

  it("is told of every operation where it does not do any more, so that their calls are found", async () => {
    const next = secured([{ token: [] }], { key: KEY, token: TOKEN });
    const what = "! security asks for HTTP bearer credentials now, was the API key";
    expect((await toldOf(base, next)).each).toEqual([
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

  it("that are served elsewhere are told", async () => {
    const { general } = await toldOf(serving(US, UK), serving(US.replace("ai", "ai/v2"), UK));
    expect(general).toEqual(["region us is served at https://api.us.poly.ai/v2 now, was https://api.us.poly.ai"]);
  });
});

describe("operations", () => {
  it("are told as gone, new or moved, and a moved one of what has changed in it", async () => {
    const thing = (name: string, schema: JsonObject) => ({ get: operation(schema, { parameters: [inPath(name)] }) });
    const base = openapi({ "/things/{a}": thing("a", { type: "string" }), "/old": { post: operation({}) } });
    const next = openapi({ "/things/{b}": thing("b", { type: "array" }), "/new": { get: operation({}) } });
    const comparison = await compare(base, next, findMoves(base, next));

    expect(comparison.removed.map(nameOf)).toEqual(["POST /old"]);
    expect(comparison.added.map(nameOf)).toEqual(["GET /new"]);
    expect(comparison.moved).toEqual([{ method: "GET", from: "/things/{a}", to: "/things/{b}" }]);
    expect(comparison.changed.map(({ operation: one, changes }) => [nameOf(one), ...told(changes)])).toEqual([
      [
        "GET /things/{b}",
        "! response 200: Type widened from 'string' to 'array'",
        "! path parameter a is called b now",
      ],
    ]);
  }, 30_000);

  it("are not told of another one that has left a schema which they share", async () => {
    const counted = (schema: JsonObject) => {
      return { get: { responses: { "200": { description: "Fine.", headers: { "x-count": { schema } } } } } };
    };
    const shared = { $ref: "#/components/schemas/Count" };
    const schemas = { Count: { type: "string" } };
    const base = openapi({ "/one": counted(shared), "/other": counted(shared) }, schemas);
    const next = openapi({ "/one": counted({ type: "integer" }), "/other": counted(shared) }, schemas);
    const { changed } = await compare(base, next, []);
    expect(changed.map(({ operation: one, changes }) => [nameOf(one), ...told(changes)])).toEqual([
      ["GET /one", "! response 200: Type widened from 'string' to 'integer'"],
    ]);
  }, 30_000);

  it("are told of a schema that they share as it breaks in requests and in responses", async () => {
    const to = { $ref: "#/components/schemas/Thing" };
    const paths = {
      "/ask": { post: operation({}, { requestBody: { content: { "application/json": { schema: to } } } }) },
      "/give": { get: operation(to) },
    };
    const thing = (type: string, required: string[]) => ({
      Thing: { type: "object", properties: { size: { type }, name: { type: "string" } }, required },
    });
    const verdicts = async (before: JsonObject, after: JsonObject) => {
      const { changed } = await compare(openapi(paths, before), openapi(paths, after), []);
      return changed.map(({ operation: { path }, changes }) => `${path} ${changes.some((one) => one.breaking)}`);
    };
    const [wider, narrower] = [thing("number", []), thing("integer", [])];
    expect(await verdicts(narrower, wider)).toEqual(["/ask false", "/give true"]);
    expect(await verdicts(wider, narrower)).toEqual(["/ask true", "/give false"]);
    expect(await verdicts(thing("number", []), thing("number", ["name"]))).toEqual(["/ask true", "/give false"]);
    expect(await verdicts(thing("number", ["name"]), thing("number", []))).toEqual(["/ask false", "/give true"]);
  }, 30_000);

  it("are told that a type which they used is gone by its name", async () => {
    const using = (name: string) => ({ "/things": { get: operation({ $ref: `#/components/schemas/${name}` }) } });
    const { general } = await toldOf(openapi(using("Old"), { Old: {} }), openapi(using("New"), { New: {} }));
    expect(general).toEqual(['! the type components["schemas"]["Old"] is gone']);
  });
});

describe("the operations that a place concerns", () => {
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
    ["a schema, however far they reach it", "#/components/schemas/Inner", ["/direct", "/through", "/mapped"]],
    ["a place in a schema", "#/components/schemas/Outer/properties/x", ["/through"]],
    ["an operation", "#/paths/~1direct/get/responses/200", ["/direct"]],
    ["a schema that nothing reaches", "#/components/schemas/Other", []],
  ])("are those of %s", (_, pointer, paths) => {
    expect(concerned(pointer)).toEqual(paths.map((path) => `GET ${path}`));
  });

  it("are all of a path where it is one of its parameters", () => {
    const all = ["GET /with{~odd}", "POST /with{~odd}"];
    expect(concerned("#/components/schemas/Name")).toEqual(all);
    expect(concerned("#/paths/~1with{~0odd}/parameters/0")).toEqual(all);
  });
});
