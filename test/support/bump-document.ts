/** The document and the overlay that the tests of the bump start from: frozen, and of an API that is made up. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { frozen } from "./openapi.js";

export const currentText = fixture("document.yaml");
export const currentOverlay = fixture("overlay.yaml");

/** The document as plain data; whoever writes to it fails. */
export const CURRENT: JsonObject = frozen(parse(currentText));

/** The document as data, anew for each test that changes it. */
export function currentDocument(): JsonObject {
  return structuredClone(CURRENT);
}

/** The text of a fixture, without the comment that says what it is. */
function fixture(name: string): string {
  const text = readFileSync(new URL(`../fixtures/bump/${name}`, import.meta.url), "utf8");
  return text.slice(text.indexOf("\n\n") + 2);
}
