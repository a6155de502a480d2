import { type JsonObject, stableJson } from "../json.js";
import { changeOperations, operationsIn } from "../operations.js";
import type { Given } from "./repair.js";

/** Says at the top what every operation says for itself, where nothing is said at the top: the key is found there. */
export function repairSecurity(document: JsonObject, { report }: Given): JsonObject {
  const [first, ...others] = operationsIn(document);
  const security = first?.operation.security;
  if (document.security !== undefined || first === undefined || security === undefined) return document;
  const said = stableJson(security);
  if (others.some(({ operation }) => stableJson(operation.security ?? null) !== said)) return document;
  report({ name: "security-not-at-top", where: "$.security", what: "said once, as every operation said" });
  const quiet = changeOperations(document, ({ operation: { security: _, ...operation } }) => operation);
  return { ...quiet, security };
}
