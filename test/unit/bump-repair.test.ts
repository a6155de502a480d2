import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../scripts/openapi/json-value.js";
import { Problem } from "../../scripts/problem.js";
import { operationsIn, parametersOf, templateNames } from "../../scripts/spec-bump/document-operations.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { type Repair, repair } from "../../scripts/spec-bump/repair.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, published } from "../support/next-versions.js";
import { frozen, inPath, openapi, operation } from "../support/openapi.js";

function repaired(next: JsonObject, current: JsonObject = openapi({})) {
  return repair(next, current, findMoves(current, next));
}

function repairsOf(next: JsonObject, current?: JsonObject): Repair[] {
  return repaired(next, current).repairs.filter(({ name }) => name !== "missing-operation-id");
}

function operationAt(document: JsonObject, path: string): JsonObject {
  return (document.paths as Record<string, JsonObject>)[path]?.get as JsonObject;
}

function schemasIn(document: JsonObject): Record<string, JsonObject> {
  return (document.components as { schemas: Record<string, JsonObject> }).schemas;
}

function idsOf(document: JsonObject): Record<string, Json | undefined> {
  return Object.fromEntries(
    operationsIn(document).map(({ method, path, operation }) => [`${method} ${path}`, operation.operationId]),
  );
}

describe("repairing a next version", () => {
  it("only adds the operation ids if nothing has changed", () => {
    const next = frozen(published(CURRENT));
    expect(repairsOf(next, CURRENT)).toEqual([]);
    expect(idsOf(repaired(next, CURRENT).document)).toEqual(idsOf(CURRENT));
  });

  it("changes nothing in the current document", () => {
    expect(repaired(CURRENT, CURRENT)).toEqual({ document: CURRENT, repairs: [] });
  });

  it.each([
    ["only adds", additive],
    ["breaks", breaking],
  ])("of a version that %s leaves nothing for a second repair", (_, make) => {
    const once = repaired(frozen(make(CURRENT)), CURRENT);
    const twice = repair(frozen(once.document), CURRENT, findMoves(CURRENT, once.document));
    expect(once.repairs).not.toEqual([]);
    expect(twice).toEqual({ document: once.document, repairs: [] });
  });

  it("gives every operation an id, and declares every name in a path", () => {
    const { document } = repaired(frozen(additive(CURRENT)), CURRENT);
    const ids = Object.values(idsOf(document));
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of operationsIn(document)) {
      const declared = parametersOf(document, one).filter((parameter) => parameter.in === "path" && parameter.required);
      expect(declared.map(({ name }) => name).sort()).toEqual(templateNames(one.path).sort());
    }
  });
});

describe("parameters", () => {
  const at = (path: string, parameters: Json[], shared: JsonObject = {}) =>
    openapi({ [path]: { ...shared, get: operation({}, { parameters }) } });
  const description = "The `id` in the path.";
  const integer = inPath("a", { type: "integer" });

  it.each<[string, JsonObject, Json[], string[]]>([
    ["undeclared", at("/{id}", []), [{ ...inPath("id"), description }], ["undeclared-path-parameter"]],
    ["optional", at("/{id}", [{ ...inPath("id"), required: false }]), [inPath("id")], ["optional-path-parameter"]],
    ["not in the path", at("/{id}", [inPath("id"), inPath("x")]), [inPath("id")], ["unplaced-path-parameter"]],
    ["repeated", at("/{id}", [inPath("id"), inPath("id")]), [inPath("id")], ["repeated-parameter"]],
    ["of the path", at("/{a}", [], { parameters: [integer] }), [integer], ["parameters-of-path"]],
    ["overridden", at("/{a}", [integer], { parameters: [inPath("a")] }), [integer], ["parameters-of-path"]],
  ])("that are %s are corrected", (_, next, expected, names) => {
    const { document } = repaired(next);
    const [path = ""] = Object.keys(next.paths as JsonObject);
    expect(operationAt(document, path).parameters).toEqual(expected);
    expect((document.paths as Record<string, JsonObject>)[path]).not.toHaveProperty("parameters");
    expect(repairsOf(next).map(({ name }) => name)).toEqual(names);
  });

  it("are declared as in the current document, also after a move", () => {
    const known = { ...inPath("id", { type: "integer" }), example: 7 };
    const current = openapi({ "/old/things/{id}": { get: operation({}, { parameters: [known] }) } });
    const next = openapi({ "/new/things/{id}": { get: operation({}) } });
    const moves = [{ method: "GET", from: "/old/things/{id}", to: "/new/things/{id}" }];
    const { document } = repair(next, current, moves);
    expect(operationAt(document, "/new/things/{id}").parameters).toEqual([known]);
  });
});

describe("tags", () => {
  it("are those of the current document for an operation without one", () => {
    const next = openapi({ "/words/{id}": { get: operation({}, { tags: [] }) } });
    const current = openapi({ "/words/{id}": { get: operation({}, { tags: ["Words"] }) } });
    expect(operationAt(repaired(next, current).document, "/words/{id}").tags).toEqual(["Words"]);
    expect(operationAt(repaired(next).document, "/words/{id}").tags).toEqual(["Others"]);
  });

  it("are declared", () => {
    const next = openapi({ "/words": { get: operation({}, { tags: ["Words", "Things"] }) } });
    expect(repaired(next).document.tags).toEqual([...(next.tags as Json[]), { name: "Words" }]);
    expect(repairsOf(next).map(({ name }) => name)).toEqual(["undeclared-tag"]);
  });
});

describe("security", () => {
  const { security: _, ...open } = openapi({});
  const securityOf = (...all: (Json | undefined)[]) => {
    const paths = all.map((security, index): [string, Json] => [
      `/${index}`,
      { get: operation({}, security === undefined ? {} : { security }) },
    ]);
    const { document } = repaired({ ...open, paths: Object.fromEntries(paths) });
    return [document.security, ...operationsIn(document).map(({ operation: { security } }) => security)];
  };
  const key = [{ key: [] }];

  it.each<[string, (Json | undefined)[], (Json | undefined)[]]>([
    ["of all operations moves to the top", [key, key], [key, undefined, undefined]],
    ["of most operations moves to the top", [key, key, [{}]], [key, undefined, undefined, [{}]]],
    ["of a public operation is empty", [key, undefined], [key, undefined, []]],
    ["of no operation is not added", [undefined], [undefined, undefined]],
  ])("%s", (_name, before, after) => {
    expect(securityOf(...before)).toEqual(after);
  });
});

describe("references", () => {
  it("to parameters, bodies, responses and path items are replaced, and those to schemas stay", () => {
    const response = { description: "Fine.", headers: { "x-count": { $ref: "#/components/headers/Count" } } };
    const get = {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      tags: ["Things"],
      responses: { "200": { $ref: "#/components/responses/Fine", description: "All of them." } },
    };
    const components = {
      parameters: { Id: inPath("id", { $ref: "#/components/schemas/Id" }) },
      headers: { Count: { schema: { type: "integer" } } },
      responses: { Fine: response },
      pathItems: { Things: { get } },
    };
    const paths = { "/things/{id}": { $ref: "#/components/pathItems/Things" } };
    const { document } = repaired(openapi(paths, {}, { components }));
    expect(document.components).not.toHaveProperty("pathItems");
    expect(operationAt(document, "/things/{id}")).toEqual({
      operationId: "getThing",
      tags: ["Things"],
      parameters: [inPath("id", { $ref: "#/components/schemas/Id" })],
      responses: { "200": { description: "All of them.", headers: { "x-count": { schema: { type: "integer" } } } } },
    });
  });

  it.each<[string, JsonObject]>([
    ["#/paths/~1lost/get/parameters/0", { "/lost": { get: operation({}, { parameters: [{ $ref: "#/x" }] }) } }],
    ["#/paths/~1round", { "/round": { $ref: "#/paths/~1round" } }],
  ])("at %s that lead nowhere are refused in one line", (place, paths) => {
    expect(() => repaired(openapi(paths))).toThrow(Problem);
    expect(() => repaired(openapi(paths))).toThrow(new RegExp(`^${place}: [^\\n]{20,160}$`));
  });
});

describe("schemas", () => {
  const repairedSchema = (schema: JsonObject) => {
    const get = operation({ $ref: "#/components/schemas/Thing" }, { operationId: "a" });
    const { document, repairs } = repaired(openapi({ "/a": { get } }, { Thing: schema, Heir: {} }));
    return { schema: schemasIn(document).Thing, names: repairs.map(({ name }) => name) };
  };
  const mapping = { a: "Heir", b: "#/components/schemas/Heir" };

  it.each<[string, JsonObject, JsonObject]>([
    [
      "exclusive-bound",
      { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
      { type: "integer", exclusiveMinimum: 0, maximum: 9 },
    ],
    [
      "discriminator-by-name",
      { discriminator: { propertyName: "kind", mapping } },
      { discriminator: { propertyName: "kind", mapping: { ...mapping, a: mapping.b } } },
    ],
  ])("get %s repaired", (name, before, after) => {
    expect(repairedSchema(before).schema).toEqual(after);
    expect(new Set(repairedSchema(before).names)).toEqual(new Set([name]));
  });

  it("that are true or false become objects", () => {
    const get = operation({ $ref: "#/components/schemas/All" }, { operationId: "a" });
    const { document, repairs } = repaired(openapi({ "/a": { get } }, { All: true, None: false }));
    expect(schemasIn(document)).toEqual({ All: {}, None: { not: {} } });
    expect(repairs.map(({ name }) => name)).toEqual(["boolean-schema", "boolean-schema"]);
  });
});
