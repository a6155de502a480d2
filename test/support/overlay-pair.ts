/** The tests of an OpenAPI document and its overlay that have to agree, and what those tests look at. */
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { canonical } from "../../scripts/spec-bump/canonical.js";
import type { Json, JsonObject } from "../../scripts/spec-bump/json.js";
import {
  applyOverlay,
  deriveOverlay,
  type Overlay,
  overlayText,
  parseOverlay,
} from "../../scripts/spec-bump/overlay.js";
import { redocly } from "../../scripts/redocly.js";
import { repairExamples } from "../../scripts/spec-bump/repair/examples.js";
import { published } from "./next-versions.js";
import { frozen } from "./openapi.js";

/** What an overlay says of each key of each target. */
export function saidBy({ actions }: Overlay): Map<string, string> {
  return new Map(
    actions.flatMap(({ target, update }) =>
      Object.entries(update as JsonObject).flatMap(([key, value]): [string, string][] =>
        key === "examples"
          ? Object.entries(value as JsonObject).map(([name, one]) => [`${target} ${key} ${name}`, JSON.stringify(one)])
          : [[`${target} ${key}`, JSON.stringify(value)]],
      ),
    ),
  );
}

/** The operation ids of a document. */
export function idsIn(document: JsonObject): Json[] {
  const items = Object.values(document.paths as Record<string, Record<string, JsonObject>>);
  return items.flatMap((item) => Object.values(item).map(({ operationId }) => operationId as Json));
}

/** A document as the bump writes it, in the order of the one before. */
export function textOf(document: JsonObject, before: JsonObject): string {
  return stringify(canonical(document, before), { lineWidth: 100, aliasDuplicateObjects: false });
}

/** Tests that a document and its overlay agree, from the texts of both. */
export function describePair(name: string, text: string, words: string): void {
  const current: JsonObject = frozen(parse(text));
  const ours = parseOverlay(words);

  describe(name, () => {
    const inDocument = saidBy(deriveOverlay(current));
    const inOverlay = saidBy(ours);

    it("say the same of everything that the overlay is about", () => {
      expect([...inOverlay].filter(([place, said]) => inDocument.get(place) !== said)).toEqual([]);
    });

    it("have all that is ours in both: only words may be the vendor's", () => {
      const missing = [...inDocument.keys()].filter((place) => !inOverlay.has(place));
      expect(missing.filter((place) => !/ (?:summary|description)$/.test(place))).toEqual([]);
      expect([...inOverlay.keys()].filter((place) => / operationId$/.test(place))).toHaveLength(idsIn(current).length);
    });

    it("the overlay makes the document, byte for byte, of what is published", () => {
      const { document, lost, retargeted } = applyOverlay(frozen(published(current, ours)), ours, []);
      expect({ lost, retargeted }).toEqual({ lost: [], retargeted: [] });
      expect(repairExamples(document)).toEqual({ document, repairs: [] });
      expect(document).toEqual(current);
      expect(textOf(document, current)).toBe(text);
    });

    it("the overlay changes nothing where it has been applied", () => {
      const { document, overlay } = applyOverlay(current, ours, []);
      expect(document).toEqual(current);
      expect(overlay).toEqual(ours);
    });

    it("the overlay is in the form in which it is written", () => {
      expect(overlayText(deriveOverlay(current, ours))).toBe(words);
    });

    it("another tool makes the same document of the overlay", async () => {
      const files = { "published.yaml": stringify(published(current, ours)), "overlay.yaml": words };
      const { code, stdout, stderr } = await redocly(["bundle", "published.yaml", "--overlay", "overlay.yaml"], files);
      expect(code, stderr).toBe(0);
      expect(parse(stdout)).toEqual(current);
    }, 30_000);
  });
}
