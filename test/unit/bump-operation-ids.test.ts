import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../scripts/openapi/json-value.js";
import { operationsIn } from "../../scripts/spec-bump/document-operations.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { type Repair, repair } from "../../scripts/spec-bump/repair.js";
import { openapi, operation } from "../support/openapi.js";

const NOTHING = openapi({});

function repaired(next: JsonObject, current: JsonObject = NOTHING) {
  return repair(next, current, findMoves(current, next));
}

function repairsOf(next: JsonObject, current?: JsonObject): Repair[] {
  return repaired(next, current).repairs.filter(({ name }) => name !== "missing-operation-id");
}

function idsOf(document: JsonObject): Record<string, Json | undefined> {
  return Object.fromEntries(
    operationsIn(document).map(({ method, path, operation }) => [`${method} ${path}`, operation.operationId]),
  );
}

describe("operation ids", () => {
  const things = (rest: JsonObject = {}) => ({ get: operation({}, rest) });

  it.each([
    ["GET", "/v1/outlets/{outletId}/audio", "getAudio"],
    ["GET", "/v1/outlets/{outletId}", "getOutlet"],
    ["GET", "/v1/outlets/{outletId}/tracking-numbers", "getTrackingNumbers"],
    ["DELETE", "/v1/outlets/{outletId}/tracking-numbers/{trackingNumber}", "deleteTrackingNumber"],
    ["PATCH", "/v1/entries/{id}/addresses/{b}/status/{c}", "patchAddressStatus"],
    ["POST", "/v1/voices:search", "postVoicesSearch"],
    ["GET", "/v1/{region}/{zone}", "getByRegionByZone"],
    ["PUT", "/ä_öl.x", "putAOlX"],
    ["GET", "/", "get"],
  ])("of a new %s %s is %s", (method, path, id) => {
    const next = openapi({ [path]: { [method.toLowerCase()]: operation() } });
    expect(idsOf(repaired(next).document)).toEqual({ [`${method} ${path}`]: id });
  });

  it.each([
    ["Restart a delivery", "restartDelivery"],
    ["List parcels", "listParcels"],
    ["Get the agent's WAV file.", "getAgentsWAVFile"],
    ["Créer un élément", "creerUnElement"],
    ["Returns all of the things that somebody has put into this account, newest first", "getThings"],
    ["Then", "getThings"],
    ["Constructor!", "getThings"],
    ["列出", "getThings"],
    ["2 things", "getThings"],
    ["", "getThings"],
  ])("of a new operation with the summary %j is %s", (summary, id) => {
    const next = openapi({ "/v1/things": things({ summary }) });
    expect(Object.values(idsOf(repaired(next).document))).toEqual([id]);
  });

  it("come from the path if two have the same summary, and from more of the path if two would be the same", () => {
    const summary = "Do it";
    const paths = {
      "/v1/a/{a}/things": things({ summary }),
      "/v1/b/{b}/things": things({ summary }),
      "/v1/words": things({ summary }),
    };
    expect(Object.values(idsOf(repaired(openapi(paths)).document))).toEqual(["getAThings", "getBThings", "getWords"]);
  });

  it("are reported with the operation and the id", () => {
    const current = openapi({ "/things": things({ operationId: "listThings" }) });
    const next = openapi({ "/things": things(), "/v1/words": things() });
    expect(repaired(next, current).repairs).toEqual([
      { name: "missing-operation-id", where: "GET /things", what: "keeps listThings" },
      { name: "missing-operation-id", where: "GET /v1/words", what: "gets getWords" },
    ]);
  });

  it("are longer only for operations that would get the same one", () => {
    const next = openapi({ "/v1/things/{a}": things(), "/v2/things/{a}": things(), "/v2/words": things() });
    expect(Object.values(idsOf(repaired(next).document))).toEqual(["getThingV1", "getThingV2", "getWords"]);
  });

  it("are never those of known operations, and get a number if nothing else is unique", () => {
    const current = openapi({
      "/a": things({ operationId: "getThing" }),
      "/b": things({ operationId: "getThing2" }),
    });
    const next = openapi({ "/a": things(), "/b": things(), "/things/{a}": things() });
    expect(Object.values(idsOf(repaired(next, current).document))).toEqual(["getThing", "getThing2", "getThing3"]);
  });

  it("do not depend on other new operations", () => {
    const paths = { "/v1/things": things(), "/v1/words": things(), "/v1/words/{id}/sounds": things() };
    const all = idsOf(repaired(openapi(paths)).document);
    for (const [path, item] of Object.entries(paths)) {
      expect(idsOf(repaired(openapi({ [path]: item })).document)[`GET ${path}`]).toBe(all[`GET ${path}`]);
    }
  });

  it("of the next version stay if they are new, usable in code and unique", () => {
    expect(repaired(openapi({ "/things": things({ operationId: "searchThings" }) })).repairs).toEqual([]);
  });

  it.each(["Things_list", "list things", "1st", "liste-éè", "then", "constructor"])(
    "like %s are replaced",
    (operationId) => {
      const next = openapi({ "/things": things({ operationId }) });
      expect(repairsOf(next)).toEqual([
        { name: "unusable-operation-id", where: "GET /things", what: `gets getThings instead of ${operationId}` },
      ]);
    },
  );

  it("that two operations have stay with the known operation, or with none", () => {
    const current = openapi({ "/things": things({ operationId: "list" }) });
    const next = openapi({ "/things": things({ operationId: "list" }), "/words": things({ operationId: "list" }) });
    expect(Object.values(idsOf(repaired(next, current).document))).toEqual(["list", "getWords"]);
    expect(Object.values(idsOf(repaired(next).document))).toEqual(["getThings", "getWords"]);
    expect(repairsOf(next, current).map(({ name }) => name)).toEqual(["duplicate-operation-id"]);
  });

  it("of a known operation stay with it, also if the next version gives them to another operation", () => {
    const current = openapi({ "/things": things({ operationId: "list" }) });
    const next = openapi({
      "/things": things({ operationId: "listThings" }),
      "/words": things({ operationId: "list" }),
    });
    expect(Object.values(idsOf(repaired(next, current).document))).toEqual(["list", "getWords"]);
    expect(repairsOf(next, current)[0]).toEqual({
      name: "other-operation-id",
      where: "GET /things",
      what: "keeps list; the source calls it listThings",
    });
  });

  it("of a removed operation are not reused for another method, because the overlay finds operations by their ids", () => {
    const current = openapi({ "/things": { post: operation({}, { operationId: "lookUp" }) } });
    const next = openapi({ "/words": { patch: operation({}, { operationId: "lookUp" }) } });
    expect(Object.values(idsOf(repaired(next, current).document))).toEqual(["patchWords"]);
  });

  it("of webhooks and callbacks stay if they are unique, and none are added", () => {
    const item = (operationId?: string) => ({ post: operation({}, operationId === undefined ? {} : { operationId }) });
    const callbacks = {
      done: { "{$request.body#/url}": item("list") },
      failed: { "{$request.body#/url}": item("failed") },
    };
    const paths = { "/things": { get: operation({}, { operationId: "list", callbacks }) } };
    const next = openapi(paths, {}, { webhooks: { one: item("failed"), two: item(), three: item("three") } });
    const { document, repairs } = repaired(next);
    const text = JSON.stringify(document);
    for (const id of ["list", "failed", "three"]) expect(text.split(`"operationId":"${id}"`)).toHaveLength(2);
    expect(repairs.map(({ name }) => name)).toEqual(["repeated-operation-id", "repeated-operation-id"]);
  });
});
