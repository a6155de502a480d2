/** The published document and the overlay that the tests of the bump start from: a made-up API that never changes. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { frozen } from "./openapi.js";

export const currentText = fixture("published.yaml");
export const currentOverlay = fixture("overlay.yaml");

/** The published document as data. Nobody can change it. */
export const CURRENT: JsonObject = frozen(parse(currentText));

/** A copy of the published document, for tests that change it. */
export function currentDocument(): JsonObject {
  return structuredClone(CURRENT);
}

/** The text of a fixture, without the comment on top. */
function fixture(name: string): string {
  const text = readFileSync(new URL(`../fixtures/bump/${name}`, import.meta.url), "utf8");
  return text.slice(text.indexOf("\n\n") + 2);
}
