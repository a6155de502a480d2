import { type Json, type JsonObject, stableJson } from "../json.js";
import { changeOperations, operationsIn } from "../operations.js";
import type { Given } from "./repair.js";

/**
 * Says at the top what the operations say for themselves, where nothing is said at the top: the client finds the key
 * there. An operation that says nothing is public and says so from then on.
 */
export function repairSecurity(document: JsonObject, { report }: Given): JsonObject {
  const said = operationsIn(document).flatMap(({ operation: { security } }) =>
    security === undefined ? [] : [security],
  );
  const security = mostFrequent(said);
  if (document.security !== undefined || security === undefined) return document;
  report({ name: "security-not-at-top", where: "$.security", what: "said once, as most operations said" });
  const rest = changeOperations(document, ({ operation: { security: own = [], ...operation } }) => {
    return stableJson(own) === stableJson(security) ? operation : { ...operation, security: own };
  });
  return { ...rest, security };
}

function mostFrequent(values: readonly Json[]): Json | undefined {
  const texts = values.map(stableJson);
  const count = (value: Json) => texts.filter((text) => text === stableJson(value)).length;
  return [...values].sort((a, b) => count(b) - count(a))[0];
}
