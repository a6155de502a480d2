import { describe, expect, it } from "vitest";
import { compare } from "../../scripts/spec-bump/compare.js";
import type { Change, Comparison } from "../../scripts/spec-bump/comparison.js";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { nameOf } from "../../scripts/spec-bump/operations.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, movedPath } from "../support/next-versions.js";
import { frozen } from "../support/openapi.js";
import { EDITS } from "../support/spec-edits.js";

const CARRIERS = "/v1/outlets/{outletId}/carriers";

const NULLABLE = "CarrierResponse.flavorId | Type of `flavorId` widened from 'string' to 'string | null'";

const BREAKS = [
  `GET ${CARRIERS} | ${NULLABLE}`,
  `GET ${CARRIERS}/{carrierId} | ${NULLABLE}`,
  "GET /v1/outlets/{outletId}/shipments/active | ActiveShipmentsResponse.activeShipments.* | Type widened from 'object' to 'object | null'",
  `PATCH ${CARRIERS}/batch | BatchUpdateResultItem.data | Type of \`data\` widened from 'object' to 'object | null'`,
  // It stands in line here, since it may be null as a whole.
  `PATCH ${CARRIERS}/batch | ${NULLABLE.replace("CarrierResponse", "BatchUpdateResultItem.data")}`,
  `PATCH ${CARRIERS}/batch | ${NULLABLE}`,
  `PATCH ${CARRIERS}/{carrierId} | ${NULLABLE}`,
  "POST /v1/outlets | CreateOutletBody.llmSettings | Property `llmSettings` of `CreateOutletBody` was removed",
  `POST ${CARRIERS}/batch | ${NULLABLE}`,
  `POST ${CARRIERS}/lookup | ${NULLABLE}`,
  `POST ${CARRIERS}/lookup | LookupCarrierBody | Properties of \`LookupCarrierBody\` became required: \`channel\``,
];

/** Operation, place, words and rating, as the table of edits states them. */
type Said = readonly [operation: string, where: string, what: string, rating: string];

function saidIn({ changed }: Comparison): Said[] {
  return changed.flatMap(({ operation, changes }) =>
    changes.map((change) => [nameOf(operation), change.where, change.what, ratingOf(change)] as const),
  );
}

function ratingOf({ breaking: breaks, source }: Change): string {
  if (!breaks) return "harmless";
  return source === "own rule" ? "breaking: ours" : "breaking";
}

function inOrder(said: readonly Said[]): Said[] {
  return [...said].sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function edited(edits: typeof EDITS): JsonObject {
  const document = structuredClone(CURRENT);
  for (const { edit } of edits) edit(document);
  return frozen(document);
}

describe("every edit of the document", async () => {
  const comparison = await compare(CURRENT, edited(EDITS), []);
  const said = saidIn(comparison);

  it.each(EDITS.filter((one) => one.said.length > 0))("$name: it is told, rated, and all that is told", (one) => {
    const operations = one.said.map(([operation]) => operation);
    expect(inOrder(said.filter(([operation]) => operations.includes(operation)))).toEqual(inOrder(one.said));
  });

  it("is told of no other operation, and nothing is told beside the operations", () => {
    const expected = new Set(EDITS.flatMap((one) => one.said.map(([operation]) => operation)));
    expect(comparison.changed.map(({ operation }) => nameOf(operation)).filter((one) => !expected.has(one))).toEqual(
      [],
    );
    expect(comparison).toMatchObject({ added: [], removed: [], moved: [], general: [], breaking: true });
    expect(comparison.regions).toEqual({ added: [], removed: [] });
  });

  it("is of its own operation, so that no edit hides another", () => {
    const operations = EDITS.flatMap((one) => [...new Set(one.said.map(([operation]) => operation))]);
    expect(operations).toHaveLength(new Set(operations).size);
  });
});

describe("a version with other words and nothing else", async () => {
  const words = EDITS.filter(({ name }) => name === "words only");
  const comparison = await compare(CURRENT, edited(words), []);

  it("changes nothing and breaks no one", () => {
    expect(words).toHaveLength(1);
    expect(comparison).toEqual({
      ...{ from: "4.1.3", to: "4.1.3", destinations: [], regions: { added: [], removed: [] }, breaking: false },
      ...{ added: [], removed: [], moved: [], changed: [], general: [] },
    });
  });
});

describe("a version that only adds", async () => {
  const comparison = await nextOf(additive);

  it("adds a region and operations, and breaks no one", () => {
    expect(comparison).toMatchObject({ from: "4.1.3", to: "4.2.0", removed: [], moved: [], general: [] });
    expect(comparison.regions).toEqual({ added: ["ca"], removed: [] });
    expect(comparison.added).toHaveLength(9);
    const first = { method: "GET", path: "/v1/outlets/{outletId}/recordings", operationId: "getRecordings" };
    expect(comparison.added[0]).toEqual(first);
    expect(comparison.breaking).toBe(false);
  });

  it("tells a new property of a shared schema in every operation that answers with it", () => {
    const operations = comparison.changed.map(({ operation }) => operation.operationId);
    expect(operations).toEqual([
      "listTrackingNumbers",
      "batchGetTrackingNumbers",
      "getTrackingNumber",
      "reassignTrackingNumber",
    ]);
    for (const { changes } of comparison.changed) {
      const change = { what: "is new", schema: "TrackingNumberResponse.label", adds: true, breaking: false };
      expect(changes).toEqual([expect.objectContaining(change)]);
    }
  });
});

describe("a version that breaks", async () => {
  const comparison = await nextOf(breaking);

  it("names every operation that has moved, and none as gone or new", () => {
    expect(comparison).toMatchObject({ to: "5.0.0", added: [], removed: [], breaking: true });
    expect(comparison.moved).toHaveLength(7);
    for (const { from, to, operationId } of comparison.moved) {
      expect(to).toBe(movedPath(from));
      expect(operationId).toMatch(/Carrier/);
    }
  });

  it("tells each operation what breaks there, at its new path, and nothing else", () => {
    const breaks = saidIn(comparison).filter(([, , , rating]) => rating !== "harmless");
    expect(inOrder(breaks).map((one) => one.slice(0, 3).join(" | "))).toEqual(BREAKS);
  });

  it("breaks no one by giving the security scheme another name", () => {
    const what = "is named apiKey now, was ApiKeyAuth";
    const change = { where: "the scheme of the key", what, breaking: false, source: "own rule" };
    expect(comparison.general).toEqual([change]);
  });
});

/** As the command compares: with the repaired document. */
function nextOf(make: (current: JsonObject) => JsonObject): Promise<Comparison> {
  const version = frozen(make(CURRENT));
  const moves = findMoves(CURRENT, version);
  return compare(CURRENT, repair(version, CURRENT, moves).document, moves);
}
