import { describe, expect, it } from "vitest";
import { Problem } from "../../scripts/problem.js";
import { canonical } from "../../scripts/spec-bump/canonical.js";
import type { Json, JsonObject } from "../../scripts/spec-bump/json.js";
import type { Move } from "../../scripts/spec-bump/moves.js";
import {
  type Action,
  applyOverlay,
  deriveOverlay,
  type Overlay,
  parseOverlay,
} from "../../scripts/spec-bump/overlay.js";
import { repairExamples } from "../../scripts/spec-bump/repair/examples.js";
import { frozen, inPath, openapi, operation } from "../support/openapi.js";

function overlayOf(...actions: Action[]): Overlay {
  return { overlay: "1.0.0", info: { title: "Ours", version: "1.0.0" }, actions };
}

function applied(document: Json, ...actions: Action[]) {
  return applyOverlay(
    frozen(document) as JsonObject,
    frozen(overlayOf(...actions) as unknown as Json) as unknown as Overlay,
    [],
  );
}

describe("an action", () => {
  it("merges objects, joins lists and replaces everything else, in everything that it selects", () => {
    const document = { a: { deep: { one: 1, both: 1 }, list: [1], text: "old" }, b: { deep: {} } };
    const update = { deep: { both: 2, more: null }, list: [2], text: "new" };
    expect(applied(document, { target: "$.*", update }).document).toEqual({
      a: { deep: { one: 1, both: 2, more: null }, list: [1, 2], text: "new" },
      b: { deep: { both: 2, more: null }, list: [2], text: "new" },
    });
  });

  it("appends to a list that it selects", () => {
    expect(applied({ tags: [1] }, { target: "$.tags", update: { name: "a" } }).document).toEqual({
      tags: [1, { name: "a" }],
    });
  });

  it("removes all that it selects", () => {
    const document = { list: [{ a: 1 }, { a: 2 }, { a: 1 }], map: { a: 1, b: 2 } };
    const actions = [{ target: "$.list[?@.a==1]" }, { target: "$.map.b" }].map((one) => ({
      ...one,
      remove: true,
      update: {},
    }));
    expect(applied(document, ...actions).document).toEqual({ list: [{ a: 2 }], map: { a: 1 } });
  });

  it("sees what those before it have done", () => {
    const actions = [
      { target: "$.a", update: { b: {} } },
      { target: "$.a.b", update: { c: 1 } },
    ];
    expect(applied({ a: {} }, ...actions).document).toEqual({ a: { b: { c: 1 } } });
  });

  it("that selects nothing, or what takes no additions, is lost and does nothing", () => {
    const { document, lost, overlay } = applied(
      { a: { b: 1 } },
      { target: "$.c", update: { d: 1 } },
      { target: "$.a.b", update: { d: 1 } },
      { target: "$.c", remove: true },
    );
    expect(document).toEqual({ a: { b: 1 } });
    expect(lost).toEqual([
      { target: "$.c", why: "nothing is there" },
      { target: "$.a.b", why: "what is there is a value and takes no additions" },
      { target: "$.c", why: "nothing is there" },
    ]);
    expect(overlay.actions).toEqual([]);
  });

  it("puts an example, an extension or the license in the place of another one, whole", () => {
    const document = {
      license: { name: "Other", url: "https://example.com" },
      "x-list": [1],
      examples: { one: { value: [1] }, two: { value: 2 } },
      example: { a: [1] },
    };
    const update = { license: { name: "MIT" }, "x-list": [2], examples: { one: { value: [3] } }, example: { b: [4] } };
    expect(applied(document, { target: "$", update }).document).toEqual({
      ...update,
      examples: { two: { value: 2 }, one: { value: [3] } },
    });
  });
});

describe("an action about an operation that has moved", () => {
  const paths = { "/new/{id}": { get: operation({}, { parameters: [inPath("id")] }) } };
  const moves: Move[] = [{ method: "GET", from: "/old/{thingId}", to: "/new/{id}" }];

  it.each([
    ["$.paths['/old/{thingId}'].get", "$.paths['/new/{id}'].get"],
    ['$["paths"]["/old/{thingId}"]["get"]["responses"].*', '$.paths[\'/new/{id}\']["get"]["responses"].*'],
    [
      "$.paths['/old/{thingId}'].get.parameters[?@.name=='thingId' && @.in=='path']",
      "$.paths['/new/{id}'].get.parameters[?@.name=='id' && @.in=='path']",
    ],
    ["$.paths['/old/{thingId}']", "$.paths['/new/{id}']"],
  ])("at %s goes along", (target, to) => {
    const { retargeted, overlay, lost } = applyOverlay(
      openapi(paths),
      overlayOf({ target, update: { "x-a": 1 } }),
      moves,
    );
    expect({ retargeted, lost }).toEqual({ retargeted: [{ target, to }], lost: [] });
    expect(overlay.actions).toEqual([{ target: to, update: { "x-a": 1 } }]);
  });

  it("stays with the path for what has not moved", () => {
    const stayed = openapi({ ...paths, "/old/{thingId}": { put: operation() } });
    for (const target of ["$.paths['/old/{thingId}'].put", "$.paths['/old/{thingId}']"]) {
      expect(applyOverlay(stayed, overlayOf({ target, update: { "x-a": 1 } }), moves).retargeted).toEqual([]);
    }
  });

  it("is lost under the target that it had when nothing is there", () => {
    const target = "$.paths['/old/{thingId}'].get.requestBody";
    const { lost, retargeted } = applyOverlay(openapi(paths), overlayOf({ target, update: { a: 1 } }), moves);
    expect({ lost, retargeted }).toEqual({ lost: [{ target, why: "nothing is there" }], retargeted: [] });
  });
});

describe("an example", () => {
  const media = "$.paths['/things'].get.responses['200'].content['application/json']";
  const schemas = {
    Base: { type: "object", properties: { id: { type: "string" } } },
    Thing: {
      allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { of: { $ref: "#/components/schemas/Thing" } } }],
      required: ["id"],
    },
    Free: { type: "object" },
    Map: { type: "object", properties: { a: {} }, additionalProperties: { type: "integer" } },
    Date: { type: "string", format: "date-time" },
    Choice: { anyOf: [{ properties: { a: {} }, required: ["a"] }, { type: "null" }] },
    Other: {
      type: "object",
      properties: { a: {} },
      not: { properties: { a: { properties: { b: {} } } }, required: ["b"] },
    },
  };

  function tried(schema: string, value: Json) {
    const document = openapi({ "/things": { get: operation({ $ref: `#/components/schemas/${schema}` }) } }, schemas);
    const update = { examples: { one: { summary: "One", value } } };
    const applied = applyOverlay(document, overlayOf({ target: media, update }), []);
    const { repairs, document: result } = repairExamples(applied.document);
    expect(JSON.stringify(result).includes('"One"')).toBe(repairs.length === 0);
    return repairs;
  }

  it.each<[string, Json]>([
    ["Thing", { id: "a", of: { id: "b", of: { id: "c" } } }],
    ["Free", { anything: { goes: true } }],
    ["Map", { a: "x", b: 1 }],
    ["Date", "not a date: a format is an annotation"],
    ["Choice", null],
    ["Choice", { a: 1 }],
    ["Other", { a: { b: 1, c: 2 } }],
  ])("of %s that fits is put in", (schema, value) => {
    expect(tried(schema, value)).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ["Thing", { id: 1 }, "one: /id must be string"],
    ["Thing", {}, "one: must have required property 'id'"],
    ["Thing", { id: "a", other: 1 }, "one: /other is not described"],
    ["Thing", { id: "a", of: { id: "b", other: 1 } }, "one: /of/other is not described"],
    ["Map", { b: "x" }, "one: /b must be integer"],
    ["Choice", { a: 1, b: 2 }, "one: /b is not described"],
    ["Other", { a: 1, b: 2 }, "one: must NOT be valid"],
  ])("of %s that does not fit is left out, with the reason", (schema, value, why) => {
    expect(tried(schema, value)).toEqual([droppedAt(media, why)]);
  });

  it("of a parameter, or one that stands alone, is judged the same", () => {
    const parameters = [{ name: "limit", in: "query", schema: { type: "integer", enum: [1, 2] } }];
    const document = openapi({ "/things": { get: operation({ type: "string" }, { parameters }) } });
    const query = "$.paths['/things'].get.parameters[?@.name=='limit' && @.in=='query']";
    const actions = [query, media].map((target) => ({ target, update: { example: 3 } }));
    expect(repairExamples(applyOverlay(document, overlayOf(...actions), []).document).repairs).toEqual([
      droppedAt(media, "example: must be string"),
      droppedAt(query, "example: must be equal to one of the allowed values: 1, 2"),
    ]);
  });

  it("is put in where there is no schema, and where the schema is none that can be used", () => {
    const update = { examples: { one: { value: 1 } } };
    const free = openapi({ "/things": { get: { responses: { "200": { content: { "application/json": {} } } } } } });
    const broken = openapi({ "/things": { get: operation({ type: "string", pattern: "(" }) } });
    for (const document of [free, broken]) {
      const applied = applyOverlay(document, overlayOf({ target: media, update }), []).document;
      expect(repairExamples(applied)).toEqual({ document: applied, repairs: [] });
    }
  });
});

function droppedAt(where: string, why: string) {
  return { name: "example-that-does-not-fit", where, what: `dropped ${why}` };
}

describe("the overlay of a document", () => {
  it("has one action for each thing that the vendor may remove, and for each example", () => {
    const parameters = [{ ...inPath("id"), description: "Id.", example: "a" }];
    const thing = {
      type: "object",
      description: "Thing.",
      properties: { "a'b": { description: "A." }, description: {} },
    };
    const get = operation(
      { $ref: "#/components/schemas/Thing" },
      { operationId: "getThing", "x-safe": true, parameters },
    );
    const document = openapi(
      { "/things/{id}": { get } },
      { Thing: thing },
      { info: { version: "1", license: { name: "MIT" } } },
    );
    const at = "$.paths['/things/{id}'].get";
    const parameter = `${at}.parameters[?@.name=='id' && @.in=='path']`;
    expect(deriveOverlay(document).actions).toEqual([
      { target: "$.info", update: { license: { name: "MIT" } } },
      { target: "$.tags[?@.name=='Things']", update: { description: "Things." } },
      { target: at, update: { operationId: "getThing", "x-safe": true } },
      { target: `${at}.responses['200']`, update: { description: "Fine." } },
      { target: parameter, update: { description: "Id." } },
      { target: parameter, update: { example: "a" } },
      { target: "$.components.schemas.Thing", update: { description: "Thing." } },
      { target: "$.components.schemas.Thing.properties['a\\'b']", update: { description: "A." } },
    ]);
    expect(applyOverlay(document, deriveOverlay(document), []).lost).toEqual([]);
  });

  it("brings nothing back that is gone: without its targets it does nothing", () => {
    const get = operation({ type: "object", properties: { a: { description: "A." } } }, { operationId: "getThings" });
    const overlay = deriveOverlay(openapi({ "/things": { get } }));
    const gone = openapi({ "/things": { get: operation({ type: "object", properties: {} }) } });
    const without = applyOverlay(gone, overlay, []);
    expect(without.lost.map(({ target }) => target)).toEqual([expect.stringContaining(".properties.a")]);
    expect(applyOverlay(openapi({}, {}, { tags: [] }), overlay, []).document).toEqual(openapi({}, {}, { tags: [] }));
  });
});

describe("the order in which a document is written", () => {
  it("is the one that it had, with what is new where it usually stands or after what it follows", () => {
    const before = { info: { version: "1", title: "A" }, openapi: "3.1.0", paths: { "/c": {}, "/a": {} } };
    const paths = { "/a": {}, "/b": { delete: {}, get: { responses: {}, operationId: "getB" } }, "/c": {}, "/d": {} };
    const after = { paths, servers: [], openapi: "3.1.0", info: { title: "A", version: "2" } };
    const result = canonical(after, before);
    expect(result).toEqual(after);
    expect(JSON.stringify(result)).toBe(
      JSON.stringify({
        info: { version: "2", title: "A" },
        servers: [],
        openapi: "3.1.0",
        paths: { "/c": {}, "/d": {}, "/a": {}, "/b": { get: { operationId: "getB", responses: {} }, delete: {} } },
      }),
    );
  });
});

describe("a file that is no overlay", () => {
  const head = "overlay: 1.0.0\ninfo: { title: Ours, version: 1.0.0 }\n";

  it.each([
    ["empty", ""],
    ["no YAML", "a: [b"],
    ["another format", "openapi: 3.1.0"],
    ["another version", "overlay: 2.0.0\ninfo: { title: a, version: b }\nactions: []"],
    ["without a title", "overlay: 1.0.0\ninfo: {}\nactions: []"],
    ["without actions", head],
    ["without a target", `${head}actions: [{ update: {} }]`],
    ["with a target that is no JSONPath", `${head}actions: [{ target: "$.a[", update: {} }]`],
    ["with an action that does nothing", `${head}actions: [{ target: $, updates: {} }]`],
    ["with an update that cannot be merged", `${head}actions: [{ target: $, update: text }]`],
    ["with a remove that is neither", `${head}actions: [{ target: $, remove: maybe }]`],
  ])("%s is refused in one line", (_, text) => {
    expect(() => parseOverlay(text)).toThrow(Problem);
    expect(() => parseOverlay(text)).toThrow(
      /^The overlay cannot be used: [^\n]+\. Correct it, or take it back from git\.$/,
    );
  });

  it("reads one that is", () => {
    const actions = [
      { target: "$", update: { a: 1 } },
      { target: "$.b", remove: true, description: "Not here." },
    ];
    expect(parseOverlay(`${head}actions: ${JSON.stringify(actions)}`).actions).toEqual(actions);
  });
});
