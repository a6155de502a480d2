import { type JsonObject, stableJson } from "../../openapi/json-value.js";
import { changeOperations, operationsIn } from "../document-operations.js";
import type { RepairContext } from "./repair-type.js";

/**
 * If only operations have `security`, moves the most frequent one to the top of the document, where the client looks
 * for the API key. An operation without `security` is public, and gets an empty one.
 */
export function repairSecurity(document: JsonObject, { report }: RepairContext): JsonObject {
  const texts = operationsIn(document).flatMap(({ operation: { security } }) =>
    security === undefined ? [] : [stableJson(security)],
  );
  if (document.security !== undefined || texts.length === 0) return document;
  const count = (text: string) => texts.filter((one) => one === text).length;
  const [most = ""] = [...texts].sort((a, b) => count(b) - count(a));
  report({ name: "security-not-at-top", where: "#/security", what: "moved here from the operations" });
  const changed = changeOperations(document, ({ operation: { security = [], ...operation } }) =>
    stableJson(security) === most ? operation : { ...operation, security },
  );
  return { ...changed, security: JSON.parse(most) };
}
