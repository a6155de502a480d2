import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { applyOverlay } from "../../scripts/generate/apply-overlay.js";
import { inKeyOrder } from "../../scripts/generate/key-order.js";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { Problem } from "../../scripts/problem.js";
import { inPath, openapi, operation } from "../support/openapi.js";
import { fileOf } from "../support/shipped-document.js";

function applied(document: JsonObject, ...actions: JsonObject[]) {
  const overlay = { overlay: "1.0.0", info: { title: "Ours", version: "1.0.0" }, actions };
  return applyOverlay(document, stringify(overlay));
}

const thing = "$.paths.*[?@.operationId=='getThing']";
const DOCUMENT = openapi({ "/things/{id}": { get: operation({}, { operationId: "getThing" }) } });

describe("the overlay", { timeout: 30_000 }, () => {
  test("has actions with a target and an update only", () => {
    // Redocly ignores an action with another key, such as "updates".
    const { actions } = parse(fileOf("overlay.yaml"));
    for (const action of actions) expect(Object.keys(action)).toEqual(["target", "update"]);
  });

  test("adds to the operation with an id, wherever its path is", async () => {
    const { document, unmatched } = await applied(
      DOCUMENT,
      { target: thing, update: { summary: "Get a thing", parameters: [inPath("id")] } },
      { target: `${thing}.parameters[?@.name=='id' && @.in=='path']`, update: { description: "The id." } },
    );
    expect(unmatched).toEqual([]);
    expect(document.paths).toMatchObject({
      "/things/{id}": { get: { summary: "Get a thing", parameters: [{ name: "id", description: "The id." }] } },
    });
  });

  test("adds no list that is there already", async () => {
    const parameters = [inPath("id")];
    const document = openapi({ "/things/{id}": { get: operation({}, { operationId: "getThing", parameters }) } });
    const again = await applied(document, { target: thing, update: { parameters } });
    expect(again.document).toEqual(document);
    const more = await applied(document, { target: thing, update: { parameters: [inPath("other")] } });
    expect(Object(more.document.paths)["/things/{id}"].get.parameters).toEqual([...parameters, inPath("other")]);
  });

  test("names the targets that match nothing", async () => {
    const gone = "$.paths.*[?@.operationId=='gone']";
    const { unmatched } = await applied(
      DOCUMENT,
      { target: gone, update: { summary: "Gone" } },
      { target: "$.info.title", remove: true },
    );
    expect(unmatched).toEqual([gone]);
  });

  test.each<[string, JsonObject]>([
    ["a target that is not a JSONPath", { target: "$.a[", update: {} }],
    ["no target", { update: {} }],
  ])("with %s is refused in one line", async (_, action) => {
    const refusal = applied(DOCUMENT, action);
    await expect(refusal).rejects.toBeInstanceOf(Problem);
    await expect(refusal).rejects.toThrow(/^openapi\/overlay\.yaml cannot be applied: [^\n]+$/);
  });
});

test("objects have their keys in a fixed order, and maps keep their order", () => {
  const get = { responses: { "404": {}, "200": {} }, "x-a": 1, operationId: "a", summary: "A" };
  const schemas = { B: { type: "string", description: "B." }, A: {} };
  const document = { components: { schemas }, paths: { "/b": { post: {}, get }, "/a": {} }, openapi: "3.1.0" };
  const ordered = inKeyOrder(document);
  expect(ordered).toEqual(document);
  expect(JSON.stringify(ordered)).toBe(
    JSON.stringify({
      openapi: "3.1.0",
      paths: {
        "/b": { get: { operationId: "a", summary: "A", "x-a": 1, responses: get.responses }, post: {} },
        "/a": {},
      },
      components: { schemas: { B: { description: "B.", type: "string" }, A: {} } },
    }),
  );
});
