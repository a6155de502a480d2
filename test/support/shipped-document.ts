import { readFileSync } from "node:fs";
import { parseDocument } from "../../scripts/openapi/document.js";
import { resolvedOperations } from "../../src/testing/resolved-operations.js";

export { examplesOf, isSuccess, jsonOf, statusesOf } from "./described.js";

/** The text of a file under openapi/. */
export function fileOf(name: "agents.yaml" | "overlay.yaml" | "published.yaml"): string {
  return readFileSync(new URL(`../../openapi/${name}`, import.meta.url), "utf8");
}

/** The document that the client is generated from and the mock serves. */
export const document = parseDocument(fileOf("agents.yaml"));

/**
 * Every operation of the document, without references outside of its schemas. The contract tests iterate over these.
 */
export const operations = resolvedOperations(document);
