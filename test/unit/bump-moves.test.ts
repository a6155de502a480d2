import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { findMoves, type Move } from "../../scripts/spec-bump/moves.js";
import { operationsIn } from "../../scripts/spec-bump/operations.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, movedPath, published } from "../support/next-versions.js";
import { frozen, inPath, openapi, operation } from "../support/openapi.js";

const THING = { type: "object", properties: { id: { type: "string" } } };

function movesOf(before: JsonObject, after: JsonObject, schemas: [JsonObject, JsonObject] = [{}, {}]): Move[] {
  return findMoves(openapi(before, schemas[0]), openapi(after, schemas[1]));
}

describe("moves between the versions of this API", () => {
  it("finds none where nothing has moved", () => {
    expect(findMoves(CURRENT, CURRENT)).toEqual([]);
    expect(findMoves(CURRENT, frozen(published(CURRENT)))).toEqual([]);
    expect(findMoves(CURRENT, frozen(additive(CURRENT)))).toEqual([]);
  });

  it("finds every operation that has moved, although schemas have changed with it, and no other", () => {
    const moves = findMoves(CURRENT, frozen(breaking(CURRENT)));

    const carriers = Object.entries(CURRENT.paths as JsonObject).filter(([path]) => movedPath(path) !== path);
    const expected = carriers.flatMap(([from, item]) =>
      Object.keys(item as JsonObject).map((method) => ({ method: method.toUpperCase(), from, to: movedPath(from) })),
    );
    expect(moves).toEqual(expected);
    expect(moves).not.toEqual([]);
  });

  it("finds all of them when every path gets another version", () => {
    const paths = Object.entries(CURRENT.paths as JsonObject).map(([path, item]) => [path.replace("v1", "v2"), item]);
    const moves = findMoves(CURRENT, frozen({ ...published(CURRENT), paths: Object.fromEntries(paths) }));
    expect(moves).toHaveLength(operationsIn(CURRENT).length);
    for (const { from, to } of moves) expect(to).toBe(from.replace("v1", "v2"));
  });
});

describe("what makes two operations one that has moved", () => {
  it("a path in which only the name of a parameter is another, whatever else has changed", () => {
    const before = { "/things/{thingId}": { get: operation(THING, { parameters: [inPath("thingId")] }) } };
    const after = { "/things/{id}": { get: operation({ type: "array" }) } };
    expect(movesOf(before, after)).toEqual([{ method: "GET", from: "/things/{thingId}", to: "/things/{id}" }]);
  });

  it("the same operation id, whatever else has changed", () => {
    const before = { "/things": { get: operation(THING, { operationId: "listThings" }) } };
    const after = { "/other/{x}/words": { get: operation({}, { operationId: "listThings", tags: ["Other"] }) } };
    expect(movesOf(before, after)).toEqual([{ method: "GET", from: "/things", to: "/other/{x}/words" }]);
  });

  it("what they take and give, with the same last word of the path", () => {
    const before = { "/old/{a}/things/{b}": { get: operation(THING, { parameters: [inPath("a"), inPath("b")] }) } };
    const after = { "/new/{x}/things/{y}": { get: operation(THING, { tags: ["Other"] }) } };
    expect(movesOf(before, after)).toHaveLength(1);
  });

  it("what they take and give, with the same tag", () => {
    expect(movesOf({ "/things": { get: operation(THING) } }, { "/stuff": { get: operation(THING) } })).toHaveLength(1);
  });

  it.each([
    ["/v1/things", "/v1/accounts/{accountId}/things"],
    ["/v1/things/{id}", "/v2/accounts/{accountId}/things/{thingId}"],
    ["/v1/accounts/{accountId}/things", "/v1/things"],
  ])("%s under another prefix, %s, with the same tag, whatever it takes and gives", (from, to) => {
    const before = { [from]: { post: operation(THING) } };
    expect(movesOf(before, { [to]: { post: operation({ type: "array" }) } })).toEqual([{ method: "POST", from, to }]);
    expect(movesOf(before, { [to]: { post: operation({ type: "array" }, { tags: ["Other"] }) } })).toEqual([]);
  });

  it("a schema by its content when it has another name, and by its name when it has other content", () => {
    const before = { "/old/things": { get: operation({ $ref: "#/components/schemas/Thing" }) } };
    const renamed = { "/new/things": { get: operation({ $ref: "#/components/schemas/ThingResponse" }) } };
    const same = { "/new/things": { get: operation({ $ref: "#/components/schemas/Thing" }) } };
    expect(movesOf(before, renamed, [{ Thing: THING }, { ThingResponse: THING }])).toHaveLength(1);
    expect(movesOf(before, same, [{ Thing: THING }, { Thing: { type: "object" } }])).toHaveLength(1);
    expect(movesOf(before, renamed, [{ Thing: THING }, { ThingResponse: { type: "object" } }])).toEqual([]);
  });

  it("not the words, the examples, the extensions and the errors", () => {
    const before = { "/old/things": { get: operation({ ...THING, description: "A thing." }, { "x-safe": true }) } };
    const said = operation({ ...THING, title: "Thing", examples: [{}], "x-note": 1 }, { summary: "Get" });
    const responses = { ...(said.responses as JsonObject), "404": { description: "No such thing." } };
    expect(movesOf(before, { "/new/things": { get: { ...said, responses } } })).toHaveLength(1);
  });

  it("a property named like a word counts", () => {
    const described = { type: "object", properties: { description: { type: "string" } } };
    const before = { "/old/things": { get: operation(described) } };
    expect(movesOf(before, { "/new/things": { get: operation({ type: "object", properties: {} }) } })).toEqual([]);
  });

  it("references to parameters and responses are what they refer to", () => {
    const before = openapi({
      "/old/things/{a}": { get: operation(THING, { parameters: [inPath("a", { type: "integer" })] }) },
    });
    const $ref = "#/components/parameters/B";
    const parameters = { B: inPath("b", { type: "integer" }) };
    const paths = { "/new/things/{b}": { parameters: [{ $ref }], get: operation(THING) } };
    expect(findMoves(before, openapi(paths, {}, { components: { parameters } }))).toHaveLength(1);
  });
});

describe("what is no move", () => {
  it.each<[string, JsonObject]>([
    ["another method", { "/new/things": { put: operation(THING) } }],
    ["another response", { "/new/things": { get: operation({ type: "array" }) } }],
    ["another parameter", { "/new/things": { get: operation(THING, { parameters: [{ name: "q", in: "query" }] }) } }],
    [
      "a request body",
      { "/new/things": { get: operation(THING, { requestBody: { content: { "text/plain": {} } } }) } },
    ],
    ["neither path nor tag in common", { "/new/stuff": { get: operation(THING, { tags: ["Other"] }) } }],
    ["two that it could be", { "/new/things": { get: operation(THING) }, "/newer/things": { get: operation(THING) } }],
    ["one that is still there", { "/old/things": { get: operation(THING) }, "/new/things": { get: operation(THING) } }],
    ["nothing that is new", {}],
  ])("%s", (_, after) => {
    expect(movesOf({ "/old/things": { get: operation(THING) } }, after)).toEqual([]);
  });

  it("two that could have become the same one", () => {
    const before = { "/old/things": { get: operation(THING) }, "/older/things": { get: operation(THING) } };
    expect(movesOf(before, { "/new/things": { get: operation(THING) } })).toEqual([]);
  });

  it("two that have only their tag in common and say nothing else of themselves", () => {
    const silent = { tags: ["Things"], responses: { "204": { description: "Done." } } };
    expect(movesOf({ "/things/{a}": { delete: silent } }, { "/stuff/{b}": { delete: silent } })).toEqual([]);
  });

  it("a surer sign goes before a weaker one", () => {
    const before = { "/old/things": { get: operation(THING) }, "/old/stuff": { get: operation(THING) } };
    const after = { "/new/stuff": { get: operation(THING) }, "/new/things": { get: operation(THING) } };
    expect(movesOf(before, after)).toEqual([
      { method: "GET", from: "/old/things", to: "/new/things" },
      { method: "GET", from: "/old/stuff", to: "/new/stuff" },
    ]);
  });
});

describe("a document of any form", () => {
  it("may have schemas that refer to themselves, to nothing, or to each other without end", () => {
    const schemas = {
      Tree: { type: "object", properties: { of: { $ref: "#/components/schemas/Tree" } } },
      A: { $ref: "#/components/schemas/B" },
      B: { $ref: "#/components/schemas/A" },
    };
    for (const name of [...Object.keys(schemas), "Nothing"]) {
      const get = operation({ $ref: `#/components/schemas/${name}` });
      expect(movesOf({ "/old/things": { get } }, { "/new/things": { get } }, [schemas, schemas])).toHaveLength(1);
    }
  });

  it("is read in no time when its schemas hold each other twice over", () => {
    const twice = (index: number) => ({ allOf: [0, 0].map(() => ({ $ref: `#/components/schemas/S${index + 1}` })) });
    const schemas = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`S${index}`, twice(index)]));
    const get = operation({ $ref: "#/components/schemas/S0" });
    expect(movesOf({ "/old/things": { get } }, { "/new/things": { get } }, [schemas, schemas])).toHaveLength(1);
  });

  it("may hold what is no path, no operation and no parameter", () => {
    const paths = {
      "/a": null,
      "/b": { get: 1, parameters: 2 },
      "/c": { get: { parameters: [3], tags: [{}] } },
      "x-d": {},
    };
    expect(findMoves(openapi(paths), openapi({}))).toEqual([]);
    expect(findMoves(openapi({}), { paths: 1 })).toEqual([]);
  });
});
