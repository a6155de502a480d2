import { describe, expect, it } from "vitest";
import { Problem } from "../../scripts/problem.js";
import type { Json, JsonObject } from "../../scripts/spec-bump/json.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { operationsIn, parametersOf, templateNames } from "../../scripts/spec-bump/operations.js";
import { type Repair, repair } from "../../scripts/spec-bump/repair.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, published } from "../support/next-versions.js";
import { frozen, inPath, openapi, operation } from "../support/openapi.js";

const NOTHING = openapi({});

function repaired(next: JsonObject, current: JsonObject = NOTHING) {
  return repair(next, current, findMoves(current, next));
}

function repairsOf(next: JsonObject, current?: JsonObject): Repair[] {
  return repaired(next, current).repairs.filter(({ name }) => name !== "missing-operation-id");
}

function operationAt(document: JsonObject, path: string, method = "get"): JsonObject {
  return (document.paths as Record<string, JsonObject>)[path]?.[method] as JsonObject;
}

function idsOf(document: JsonObject): Record<string, Json | undefined> {
  return Object.fromEntries(
    operationsIn(document).map(({ method, path, operation }) => [`${method} ${path}`, operation.operationId]),
  );
}

describe("a next version of this API", () => {
  it("that changes nothing needs its ids back, and nothing else", () => {
    const next = frozen(published(CURRENT));
    expect(repairsOf(next, CURRENT)).toEqual([]);
    expect(idsOf(repaired(next, CURRENT).document)).toEqual(idsOf(CURRENT));
  });

  it("that is the current document needs no repair at all", () => {
    expect(repaired(CURRENT, CURRENT)).toEqual({ document: CURRENT, repairs: [] });
  });

  it.each([
    ["only adds", additive],
    ["breaks", breaking],
  ])("that %s is repaired for good: a second time finds nothing", (_, make) => {
    const once = repaired(frozen(make(CURRENT)), CURRENT);
    const twice = repair(frozen(once.document), CURRENT, findMoves(CURRENT, once.document));
    expect(once.repairs).not.toEqual([]);
    expect(twice).toEqual({ document: once.document, repairs: [] });
  });

  it("keeps the id of an operation that has moved", () => {
    const next = frozen(breaking(CURRENT));
    const { document } = repaired(next, CURRENT);
    for (const { method, from, to } of findMoves(CURRENT, next)) {
      expect(idsOf(document)[`${method} ${to}`]).toBe(idsOf(CURRENT)[`${method} ${from}`]);
    }
  });

  it("has an id for every operation and a declaration for every name in a path", () => {
    const { document } = repaired(frozen(additive(CURRENT)), CURRENT);
    const ids = Object.values(idsOf(document));
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of operationsIn(document)) {
      const declared = parametersOf(document, one).filter((parameter) => parameter.in === "path" && parameter.required);
      expect(declared.map(({ name }) => name).sort()).toEqual(templateNames(one.path).sort());
    }
  });
});

describe("path parameters", () => {
  it("are declared as a string where nothing is known of them", () => {
    const { document, repairs } = repaired(openapi({ "/things/{id}": { get: operation() } }));
    const description = "The `id` in the path.";
    expect(operationAt(document, "/things/{id}").parameters).toEqual([{ ...inPath("id"), description }]);
    expect(repairs).toContainEqual({
      name: "undeclared-path-parameter",
      where: "GET /things/{id}",
      what: "declared id, a string",
    });
  });

  it("are declared as the operation had them, also where it has moved or the name is another one", () => {
    const known = { ...inPath("id", { type: "integer" }), example: 7 };
    const current = openapi({ "/old/things/{id}": { get: operation({}, { parameters: [known] }) } });
    const next = openapi({ "/new/things/{thingId}": { get: operation({}) } });
    const { document } = repair(next, current, [
      { method: "GET", from: "/old/things/{id}", to: "/new/things/{thingId}" },
    ]);
    expect(operationAt(document, "/new/things/{thingId}").parameters).toEqual([{ ...known, name: "thingId" }]);
  });

  it("that are declared stay as they are, at the operation or at its path", () => {
    const own = inPath("a", { type: "integer" });
    const next = openapi({ "/{a}/{b}": { parameters: [inPath("b")], get: operation({}, { parameters: [own] }) } });
    const { document, repairs } = repaired(next);
    expect(operationAt(document, "/{a}/{b}").parameters).toEqual([inPath("b"), own]);
    expect((document.paths as Record<string, JsonObject>)["/{a}/{b}"]).not.toHaveProperty("parameters");
    expect(repairs.map(({ name }) => name)).toEqual(["parameters-of-path", "missing-operation-id"]);
  });

  it("of an operation go before those of its path", () => {
    const own = inPath("a", { type: "integer" });
    const next = openapi({ "/{a}": { parameters: [inPath("a")], get: operation({}, { parameters: [own] }) } });
    expect(operationAt(repaired(next).document, "/{a}").parameters).toEqual([own]);
  });

  it.each<[string, JsonObject[], JsonObject[]]>([
    ["optional-path-parameter", [{ ...inPath("id"), required: false }], [inPath("id")]],
    ["misnamed-path-parameter", [inPath("thing_id", { type: "integer" })], [inPath("id", { type: "integer" })]],
    ["unplaced-path-parameter", [inPath("id"), inPath("outlet")], [inPath("id")]],
    ["repeated-parameter", [inPath("id"), inPath("id")], [inPath("id")]],
  ])("%s is put right", (name, parameters, expected) => {
    const next = openapi({ "/things/{id}": { get: operation({}, { parameters }) } });
    expect(repairsOf(next).map((one) => one.name)).toEqual([name]);
    expect(operationAt(repaired(next).document, "/things/{id}").parameters).toEqual(expected);
  });
});

describe("tags and security", () => {
  it("gives an operation without a tag the one that it had, or that of its neighbors", () => {
    const silent = operation({}, { tags: [] });
    const words = { "/words": { get: operation({}, { tags: ["Words"] }) }, "/words/{id}": { get: silent } };
    const { document } = repaired(openapi({ "/things": { get: operation() }, ...words }));
    expect(operationAt(document, "/words/{id}").tags).toEqual(["Words"]);

    const current = openapi({ "/words/{id}": { get: operation({}, { tags: ["Things"] }) } });
    expect(operationAt(repaired(openapi(words), current).document, "/words/{id}").tags).toEqual(["Things"]);
  });

  it("leaves an operation with one tag, and declares those that are not declared", () => {
    const next = openapi({ "/words": { get: operation({}, { tags: ["Words", "Things"] }) } });
    const { document, repairs } = repaired(next);
    expect(operationAt(document, "/words").tags).toEqual(["Words"]);
    expect(document.tags).toEqual([
      ...(next.tags as Json[]),
      { name: "Words", description: "The operations of Words." },
    ]);
    expect(repairs.map(({ name }) => name)).toEqual(["several-tags", "undeclared-tag", "missing-operation-id"]);
  });

  it("says once what most operations say of security, and leaves what the others say", () => {
    const { security: _, ...open } = openapi({});
    const get = operation({}, { security: [{ key: [] }] });
    const same = repaired({ ...open, paths: { "/a": { get }, "/b": { get } } }).document;
    expect(same.security).toEqual([{ key: [] }]);
    expect(operationAt(same, "/a")).not.toHaveProperty("security");

    const paths = {
      "/a": { get },
      "/b": { get: operation() },
      "/c": { get },
      "/d": { get: operation({}, { security: [{}] }) },
    };
    const differing = repaired({ ...open, paths }).document;
    expect(differing.security).toEqual([{ key: [] }]);
    expect(operationAt(differing, "/a")).not.toHaveProperty("security");
    expect(operationAt(differing, "/b").security).toEqual([]);
    expect(operationAt(differing, "/d").security).toEqual([{}]);

    expect(repaired({ ...open, paths: { "/b": { get: operation() } } }).document).not.toHaveProperty("security");
  });
});

describe("references and components", () => {
  it("puts parameters, bodies, responses and path items in place, and leaves schemas where they are", () => {
    const components = {
      schemas: { Thing: { type: "object" } },
      parameters: { Id: inPath("id") },
      headers: { Count: { schema: { type: "integer" } } },
      responses: { Fine: { description: "Fine.", headers: { "x-count": { $ref: "#/components/headers/Count" } } } },
      pathItems: {
        Things: {
          get: {
            parameters: [{ $ref: "#/components/parameters/Id" }],
            tags: ["Things"],
            responses: { "200": { $ref: "#/components/responses/Fine", description: "All of them." } },
          },
        },
      },
    };
    const paths = { "/things/{id}": { $ref: "#/components/pathItems/Things" } };
    const { document } = repaired(openapi(paths, {}, { components }));
    expect(operationAt(document, "/things/{id}")).toEqual({
      operationId: "getThing",
      tags: ["Things"],
      parameters: [inPath("id")],
      responses: { "200": { description: "All of them.", headers: { "x-count": { schema: { type: "integer" } } } } },
    });
    expect(document.components).toEqual({});
  });

  it("drops components that nothing leads to, also those that only lead to each other", () => {
    const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const schemas = { Used: { items: to("Inner") }, Inner: {}, One: to("Two"), Two: to("One") };
    const { document, repairs } = repaired(openapi({ "/things": { get: operation(to("Used")) } }, schemas));
    expect(document.components).toEqual({ schemas: { Used: schemas.Used, Inner: {} } });
    expect(repairs.filter(({ name }) => name === "unused-component").map(({ where }) => where)).toEqual([
      "$.components.schemas.One",
      "$.components.schemas.Two",
    ]);
  });

  it("says exclusive bounds as 3.1 does", () => {
    const schema = { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false };
    const { document } = repaired(
      openapi({ "/things": { get: operation({ $ref: "#/components/schemas/N" }) } }, { N: schema }),
    );
    expect(document.components).toEqual({ schemas: { N: { type: "integer", exclusiveMinimum: 0, maximum: 9 } } });
  });
});

describe("what cannot be repaired", () => {
  const wrong = (name: string, item: Json): [string, JsonObject] => [name, openapi({ [name]: item })];
  const taking = (...parameters: Json[]) => ({ get: operation({}, { parameters }) });
  const limit = { name: "limit", in: "query" };

  it.each<[string, JsonObject]>([
    wrong("/things/{a}/{a}", { get: operation() }),
    ["GET /two", openapi({ "/two": taking(limit, { ...limit, required: true }) })],
    ["$.paths['/lost'].get.parameters[0]", openapi({ "/lost": taking({ $ref: "#/components/parameters/Lost" }) })],
    ["$.paths['/round']", openapi({ "/round": { $ref: "#/paths/~1round" } })],
  ])("%s: it is named in one line", (place, next) => {
    const refusal = () => repaired(next);
    expect(refusal).toThrow(Problem);
    expect(refusal).toThrow(place);
    expect(refusal).toThrow(/^[^\n]{20,160}$/);
  });
});
