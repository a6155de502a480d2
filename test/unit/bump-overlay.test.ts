import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../scripts/spec-bump/json.js";
import { findMoves, type Move } from "../../scripts/spec-bump/moves.js";
import { removeAt } from "../../scripts/spec-bump/overlay/merge.js";
import {
  type Applied,
  applyOverlay,
  deriveOverlay,
  type Overlay,
  overlayText,
  parseOverlay,
} from "../../scripts/spec-bump/overlay.js";
import { repairExamples } from "../../scripts/spec-bump/repair/examples.js";
import { repair } from "../../scripts/spec-bump/repair.js";
import { objectsOf } from "../../scripts/spec-bump/walk.js";
import { CURRENT, currentOverlay, currentText } from "../support/bump-document.js";
import { additive, breaking, published } from "../support/next-versions.js";
import { frozen } from "../support/openapi.js";
import { describePair, idsIn, saidBy, textOf } from "../support/overlay-pair.js";

const OURS: Overlay = parseOverlay(currentOverlay);

describePair("the frozen document and its overlay", currentText, currentOverlay);

interface Next extends Applied {
  readonly moves: readonly Move[];
  readonly repaired: JsonObject;
  readonly dropped: readonly string[];
}

function nextOf(make: (current: JsonObject) => JsonObject): Next {
  const version = frozen(make(CURRENT));
  const moves = findMoves(CURRENT, version);
  const { document } = repair(version, CURRENT, moves);
  const applied = applyOverlay(document, OURS, moves);
  const fitted = repairExamples(applied.document);
  const dropped = fitted.repairs.map(({ what }) => what);
  return { ...applied, moves, repaired: frozen(document), document: fitted.document, dropped };
}

describe("what is ours in a next version", () => {
  const added = nextOf(additive);
  const broken = nextOf(breaking);

  it("is all there when the version only adds", () => {
    const { document, lost, dropped, overlay } = added;
    expect({ lost, dropped }).toEqual({ lost: [], dropped: [] });
    expect(overlay).toEqual(OURS);
    const said = saidBy(deriveOverlay(document));
    expect([...saidBy(OURS)].filter(([place, value]) => said.get(place) !== value)).toEqual([]);
  });

  it("leaves new things with the vendor's words, and the diff of the file small", () => {
    const { document, repaired } = added;
    const path = "/v1/outlets/{outletId}/recordings";
    const pathOf = ({ paths }: JsonObject) => (paths as JsonObject)[path];
    expect(pathOf(document)).toEqual(pathOf(repaired));
    const lines = new Set(textOf(document, CURRENT).split("\n"));
    const changed = currentText.split("\n").filter((line) => !lines.has(line));
    expect(changed).toEqual([expect.stringContaining("version:")]);
  });

  it("goes along with operations that have moved", () => {
    const { moves, document, retargeted } = broken;
    for (const { method, from, to } of moves) {
      const key = method.toLowerCase();
      const [had, has] = [(CURRENT.paths as JsonObject)[from], (document.paths as JsonObject)[to]].map(
        (item) => (item as Record<string, JsonObject>)[key] as JsonObject,
      );
      expect(has?.operationId).toBe(had?.operationId);
      expect(has?.description).toBe(had?.description);
      expect(has?.parameters).toEqual(had?.parameters);
      expect(retargeted.filter(({ to: target }) => target === `$.paths['${to}'].${key}`)).toHaveLength(1);
    }
  });

  it("is given up, and named, where what it was about is gone or its example does not fit any more", () => {
    const { lost, dropped, overlay, document } = broken;
    expect(lost.map(({ target }) => target)).toEqual([
      "$.components.schemas.CreateOutletBody.properties.llmSettings",
      "$.components.schemas.CreateOutletBody.properties.llmSettings.properties.modelId",
    ]);
    expect(dropped).toEqual([
      "dropped full: /llmSettings is not described",
      "dropped londonNumber: must have required property 'channel'",
      "dropped usNumber: must have required property 'channel'",
    ]);
    expect(deriveOverlay(document, overlay).actions).toHaveLength(OURS.actions.length - 5);
    expect(applyOverlay(frozen(document), deriveOverlay(document, overlay), []).document).toEqual(document);
  });

  it("is written anew with the ids of new operations and without the vendor's words", () => {
    const { document, overlay } = added;
    const written = deriveOverlay(document, overlay);
    const before = saidBy(OURS);
    const fresh = [...saidBy(written)].filter(([place]) => !before.has(place));
    expect(fresh).toHaveLength(idsIn(document).length - idsIn(CURRENT).length);
    expect(fresh.every(([place]) => place.endsWith(" operationId"))).toBe(true);
    expect(written.info.version).toBe(OURS.info.version);
    expect(parseOverlay(overlayText(written))).toEqual(written);
  });

  it("stays on the key, whatever the scheme is called", () => {
    const schemes = (document: JsonObject) => (document.components as Record<string, JsonObject>).securitySchemes;
    expect(Object.values(schemes(broken.document) ?? {})).toEqual(Object.values(schemes(CURRENT) ?? {}));
  });

  it("brings nothing back, whatever has been removed", () => {
    const whole = frozen(published(CURRENT, OURS));
    const all = [...objectsOf(whole)].map(([, { keys }]) => keys);
    // An allOf of nothing would be no schema, and is refused.
    const places = all.filter((keys) => keys.length > 1 && keys.at(-2) !== "allOf");
    fc.assert(
      fc.property(fc.subarray(places, { minLength: 1, maxLength: 40 }), (gone) => {
        const less = gone.reduce<Json>((document, keys) => removeAt(document, keys), whole) as JsonObject;
        expect(published(applyOverlay(frozen(less), OURS, []).document, OURS)).toEqual(less);
      }),
      { numRuns: 4 },
    );
  }, 30_000);
});
