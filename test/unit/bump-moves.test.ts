import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { operationsIn } from "../../scripts/spec-bump/document-operations.js";
import { findMoves, type Move } from "../../scripts/spec-bump/moves.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, movedPath, published } from "../support/next-versions.js";
import { frozen, openapi, operation } from "../support/openapi.js";

const THING = { type: "object", properties: { id: { type: "string" } } };

function movesOf(before: JsonObject, after: JsonObject): Move[] {
  return findMoves(openapi(before), openapi(after));
}

describe("moves between the versions of this API", () => {
  it("are none if no path has changed", () => {
    expect(findMoves(CURRENT, CURRENT)).toEqual([]);
    expect(findMoves(CURRENT, frozen(published(CURRENT)))).toEqual([]);
    expect(findMoves(CURRENT, frozen(additive(CURRENT)))).toEqual([]);
  });

  it("are all operations with another path, also if their schemas have changed", () => {
    const moves = findMoves(CURRENT, frozen(breaking(CURRENT)));

    const carriers = Object.entries(CURRENT.paths as JsonObject).filter(([path]) => movedPath(path) !== path);
    const expected = carriers.flatMap(([from, item]) =>
      Object.keys(item as JsonObject).map((method) => ({ method: method.toUpperCase(), from, to: movedPath(from) })),
    );
    expect(moves).toEqual(expected);
    expect(moves).not.toEqual([]);
  });

  it("are all operations if every path gets another version", () => {
    const paths = Object.entries(CURRENT.paths as JsonObject).map(([path, item]) => [path.replace("v1", "v2"), item]);
    const moves = findMoves(CURRENT, frozen({ ...published(CURRENT), paths: Object.fromEntries(paths) }));
    expect(moves).toHaveLength(operationsIn(CURRENT).length);
    for (const { from, to } of moves) expect(to).toBe(from.replace("v1", "v2"));
  });
});

describe("an operation has moved", () => {
  const get = operation(THING);

  it.each([
    ["/v1/things", "/v2/things"],
    ["/things/{thingId}", "/things/{id}"],
    ["/v1/things", "/v1/accounts/{accountId}/things"],
    ["/v1/things/{id}", "/v2/accounts/{accountId}/things/{thingId}"],
    ["/v1/accounts/{accountId}/things", "/v1/things"],
    ["/v1/agents/{id}/telephony/numbers", "/v1/agents/{id}/numbers"],
  ])("from %s to %s, also if its schemas have changed", (from, to) => {
    const post = operation({ type: "array" });
    expect(movesOf({ [from]: { post: get } }, { [to]: { post } })).toEqual([{ method: "POST", from, to }]);
  });

  it("if it has the same operation id", () => {
    const before = { "/things": { get: operation(THING, { operationId: "listThings" }) } };
    const after = { "/other/{x}/words": { get: operation({}, { operationId: "listThings", tags: ["Other"] }) } };
    expect(movesOf(before, after)).toEqual([{ method: "GET", from: "/things", to: "/other/{x}/words" }]);
  });

  it.each<[string, JsonObject]>([
    ["it has another method", { "/a/things": { put: get } }],
    ["its path ends in another way", { "/a/things/{id}": { get } }],
    ["its path has other segments", { "/new/stuff": { get } }],
    ["two operations could be the same one", { "/a/things": { get }, "/b/things": { get } }],
    ["it is still there", { "/things": { get }, "/a/things": { get } }],
    ["nothing is new", {}],
  ])("not if %s", (_, after) => {
    expect(movesOf({ "/things": { get } }, after)).toEqual([]);
  });

  it("not if two operations could have moved to the same path", () => {
    expect(movesOf({ "/a/things": { get }, "/b/things": { get } }, { "/things": { get } })).toEqual([]);
  });

  it("to the path with the surest sign", () => {
    const before = { "/v1/things": { get }, "/v1/a/things": { get } };
    expect(movesOf(before, { "/v2/things": { get }, "/v2/a/things": { get } })).toEqual([
      { method: "GET", from: "/v1/things", to: "/v2/things" },
      { method: "GET", from: "/v1/a/things", to: "/v2/a/things" },
    ]);
  });
});

it("a document may contain what is not a path or an operation", () => {
  const paths = { "/a": null, "/b": { get: 1 }, "x-c": {} };
  expect(findMoves(openapi(paths), openapi({}))).toEqual([]);
  expect(findMoves(openapi({}), { paths: 1 })).toEqual([]);
});
