import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonpath } from "json-p3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { type Documents, withOverlay } from "../../scripts/spec-bump/overlay.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { CURRENT, currentOverlay } from "../support/bump-document.js";
import { additive, breaking } from "../support/next-versions.js";
import { frozen, openapi, operation } from "../support/openapi.js";
import { ROOT } from "../support/run.js";
import { createFolder, type Folder } from "../support/source-folder.js";

let folder: Folder;
beforeAll(async () => {
  folder = await createFolder();
  await copyFile(join(ROOT, "redocly.yaml"), join(folder.path, "redocly.yaml"));
  await mkdir(join(folder.path, "openapi"));
});
afterAll(() => folder[Symbol.asyncDispose]());

async function documentsOf(next: JsonObject, overlay: string): Promise<Documents> {
  await writeFile(join(folder.path, "openapi/overlay.yaml"), overlay);
  return await withOverlay(folder.path, next);
}

function repaired(make: (current: JsonObject) => JsonObject): JsonObject {
  const version = frozen(make(CURRENT));
  return repair(version, CURRENT, findMoves(CURRENT, version)).document;
}

const valuesAt = (path: string, document: JsonObject) => jsonpath.query(path, document).values();

describe("the overlay of a next version", { timeout: 60_000 }, () => {
  it("stays the same if the version only adds", async () => {
    const next = repaired(additive);
    const { overlay, published, document, removedActions, repairs } = await documentsOf(next, currentOverlay);
    expect(overlay).toBe(currentOverlay);
    expect(parse(published)).toEqual(next);
    expect({ removedActions, repairs }).toEqual({ removedActions: [], repairs: [] });
    expect(valuesAt("$.paths['/v1/outlets/{outletId}/recordings'].get.summary", document)).toEqual(["Vendor text"]);
  });

  it("loses the actions without a target, and the examples that no longer match their schema", async () => {
    const { overlay, document, removedActions, repairs } = await documentsOf(repaired(breaking), currentOverlay);
    expect(removedActions).toEqual([
      "$.components.schemas.CreateOutletBody.properties.llmSettings",
      "$.components.schemas.CreateOutletBody.properties.llmSettings.properties.modelId",
    ]);
    const json = "requestBody/content/application~1json/examples";
    expect(repairs.map(({ where, what }) => `${where} ${what}`)).toEqual([
      `#/paths/~1v1~1outlets/post/${json}/full removed: must NOT have additional properties \`llmSettings\`.`,
      `#/paths/~1v1~1outlets~1{outletId}~1carriers~1lookup/post/${json}/londonNumber removed: must have required property 'channel'.`,
      `#/paths/~1v1~1outlets~1{outletId}~1carriers~1lookup/post/${json}/usNumber removed: must have required property 'channel'.`,
    ]);
    const before = parse(currentOverlay).actions;
    const after = parse(overlay).actions;
    expect(after).toHaveLength(before.length - 5);
    expect(before).toEqual(expect.arrayContaining(after));
    expect(valuesAt("$.paths['/v1/outlets'].post..examples.full", document)).toEqual([]);
    // The operations on carriers have moved.
    const carriers = valuesAt("$.paths['/v1/outlets/{outletId}/carriers'].*.description", document);
    expect(carriers).not.toEqual([]);
    for (const description of carriers) expect(currentOverlay).toContain(String(description).slice(0, 30));
  });
});

describe("the vendor's examples", { timeout: 60_000 }, () => {
  const reference = { $ref: "#/components/schemas/Thing" };
  const NO_ACTIONS = "overlay: 1.0.0\ninfo: { title: Ours, version: 1.0.0 }\nactions: []\n";
  const rest = {
    info: { title: "A", version: "1", license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "https://api.us.shop.example" }],
  };
  const Thing = {
    type: "object",
    properties: { id: { type: "string" }, of: { anyOf: [reference, { type: "null" }] } },
    required: ["id"],
  };

  it("stay if they match their schema, and are removed otherwise", async () => {
    const examples = {
      "Two words": { value: { id: "a", of: { id: "b", of: null } } },
      number: { value: { id: 1 } },
      unknown: { value: { id: "a", other: 1 } },
      deep: { value: { id: "a", of: { id: "b", other: 1 } } },
      empty: { summary: "Nothing." },
    };
    const parameters = [{ name: "limit", in: "query", schema: { enum: [1, 2] }, example: 3 }];
    const responses = {
      "200": { description: "Fine.", content: { "application/json": { schema: reference, examples } } },
    };
    const text = {
      "201": { description: "Text.", content: { "text/plain": { schema: { type: "string" }, example: 1 } } },
      "202": { description: "Any.", content: { "application/json": { examples: { empty: examples.empty } } } },
    };
    const get = operation({}, { operationId: "a", parameters, responses: { ...responses, ...text } });
    const next = openapi({ "/a": { get } }, { Thing: { ...Thing, examples: [{ id: 1 }, { id: "a" }] } }, rest);
    const { document, published, repairs } = await documentsOf(next, NO_ACTIONS);
    expect(valuesAt("$..examples", document)).toEqual([{ "Two words": examples["Two words"] }, [{ id: "a" }]]);
    expect(valuesAt("$..example", document)).toEqual([]);
    expect(parse(published)).toEqual(document);
    expect(valuesAt("$..responses['202'].content", document)).toEqual([{ "application/json": {} }]);
    expect(repairs).toHaveLength(8);
  });

  it("are removed if the schema cannot be used", async () => {
    const get = operation({ type: "string", pattern: "(" }, { operationId: "a" });
    const media = (get.responses as { "200": { content: Record<string, JsonObject> } })["200"].content[
      "application/json"
    ];
    Object.assign(media ?? {}, { example: "b" });
    const { document } = await documentsOf(openapi({ "/a": { get } }, {}, rest), NO_ACTIONS);
    expect(valuesAt("$..example", document)).toEqual([]);
  });
});
