import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { compare } from "../../scripts/spec-bump/compare.js";
import type { Comparison } from "../../scripts/spec-bump/comparison.js";
import { findMoves } from "../../scripts/spec-bump/moves.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { changeText } from "../../scripts/spec-bump/report/lines.js";
import { TEXT } from "../../scripts/spec-bump/report/style.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, movedPath } from "../support/next-versions.js";
import { frozen } from "../support/openapi.js";
import { REQUEST_EDITS } from "../support/spec-edits/request-edits.js";
import { RESPONSE_EDITS } from "../support/spec-edits/response-edits.js";

const NULLABLE = "CarrierResponse.flavorId: Type of `flavorId` widened from 'string' to 'string | null'";

const BREAKS = [
  `! batchGetCarriers ${NULLABLE}`,
  // The schema of `data` is not shared any more, because it may be null.
  `! batchUpdateCarriers ${NULLABLE.replace("CarrierResponse", "BatchUpdateResultItem.data")}`,
  "! batchUpdateCarriers BatchUpdateResultItem.data: Type of `data` widened from 'object' to 'object | null'",
  `! batchUpdateCarriers ${NULLABLE}`,
  "! createOutlet CreateOutletBody.llmSettings: Property `llmSettings` of `CreateOutletBody` was removed",
  "! getActiveShipments ActiveShipmentsResponse.activeShipments.*: Type widened from 'object' to 'object | null'",
  `! getCarrier ${NULLABLE}`,
  `! listCarriers ${NULLABLE}`,
  `! lookUpCarrier ${NULLABLE}`,
  "! lookUpCarrier LookupCarrierBody: Properties of `LookupCarrierBody` became required: `channel`",
  `! updateCarrier ${NULLABLE}`,
];

const EDITS = [...REQUEST_EDITS, ...RESPONSE_EDITS];

/** The changes as in the tables of edits, sorted. */
function changesIn({ changed }: Comparison): string[] {
  const lines = changed.flatMap(({ operation, changes }) =>
    changes.map((change) => `${change.breaking ? "! " : ""}${operation.operationId} ${changeText(change, TEXT)}`),
  );
  return lines.sort();
}

function edited(edits: typeof EDITS): JsonObject {
  const document = structuredClone(CURRENT);
  for (const [, edit] of edits) edit(document);
  return frozen(document);
}

describe("an edit of the document", async () => {
  const comparison = await compare(CURRENT, edited(EDITS), []);
  const found = changesIn(comparison);
  const idOf = (change: string) => change.replace("! ", "").split(" ")[0];

  it.each(EDITS)("%s: is listed with its rating and nothing else", (_, _edit, changes) => {
    const ids = changes.map(idOf);
    expect(found.filter((change) => ids.includes(idOf(change)))).toEqual([...changes].sort());
  });

  it("is listed for no other operation", () => {
    const all = EDITS.flatMap(([, , changes]) => changes);
    expect(found).toHaveLength(all.length);
    expect(comparison).toMatchObject({ added: [], removed: [], moved: [], general: [], breaking: true });
    expect(comparison.regions).toEqual({ added: [], removed: [] });
  });

  it("changes operations that no other edit changes", () => {
    const ids = EDITS.flatMap(([, , changes]) => [...new Set(changes.map(idOf))]);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe("a version with other descriptions only", async () => {
  const words = EDITS.filter(([name]) => name === "words only");
  const comparison = await compare(CURRENT, edited(words), []);

  it("changes and breaks nothing", () => {
    expect(words).toHaveLength(1);
    expect(comparison).toEqual({
      ...{ from: "4.1.3", to: "4.1.3", destinations: [], regions: { added: [], removed: [] }, breaking: false },
      ...{ added: [], removed: [], moved: [], changed: [], general: [] },
    });
  });
});

describe("a version that only adds", async () => {
  const comparison = await nextOf(additive);

  it("adds a region and operations, and breaks nothing", () => {
    expect(comparison).toMatchObject({ from: "4.1.3", to: "4.2.0", removed: [], moved: [], general: [] });
    expect(comparison.regions).toEqual({ added: ["ca"], removed: [] });
    expect(comparison.added).toHaveLength(9);
    const first = { method: "GET", path: "/v1/outlets/{outletId}/recordings", operationId: "getRecordings" };
    expect(comparison.added[0]).toEqual(first);
    expect(comparison.breaking).toBe(false);
  });

  it("lists a new property of a shared schema for every operation with that schema", () => {
    const operations = comparison.changed.map(({ operation }) => operation.operationId);
    expect(operations).toEqual([
      "listTrackingNumbers",
      "batchGetTrackingNumbers",
      "getTrackingNumber",
      "reassignTrackingNumber",
    ]);
    for (const { changes } of comparison.changed) {
      const change = { what: "is new", where: "TrackingNumberResponse.label", adds: true, breaking: false };
      expect(changes).toEqual([expect.objectContaining(change)]);
    }
  });
});

describe("a version that breaks", async () => {
  const comparison = await nextOf(breaking);

  it("lists the operations that have moved, and none as removed or added", () => {
    expect(comparison).toMatchObject({ to: "5.0.0", added: [], removed: [], breaking: true });
    expect(comparison.moved).toHaveLength(7);
    for (const { from, to, operationId } of comparison.moved) {
      expect(to).toBe(movedPath(from));
      expect(operationId).toMatch(/Carrier/);
    }
  });

  it("lists what breaks in each operation", () => {
    expect(changesIn(comparison).filter((change) => change.startsWith("!"))).toEqual(BREAKS);
  });

  it("does not break by another name of the security scheme", () => {
    const what = "is named apiKey now, was ApiKeyAuth";
    const change = { where: "the scheme of the key", what, breaking: false };
    expect(comparison.general).toEqual([change]);
  });
});

/** As the command compares: with the repaired document. */
function nextOf(make: (current: JsonObject) => JsonObject): Promise<Comparison> {
  const version = frozen(make(CURRENT));
  const moves = findMoves(CURRENT, version);
  return compare(CURRENT, repair(version, CURRENT, moves).document, moves);
}
