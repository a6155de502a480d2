import type { JsonObject } from "../openapi/json-value.js";
import { nameOf, operationsIn } from "./document-operations.js";
import type { Move } from "./moves.js";
import { repairOperationIds } from "./repair/operation-ids.js";
import { repairParameters } from "./repair/parameter-repairs.js";
import { repairReferences } from "./repair/references.js";
import type { Repair, RepairContext } from "./repair/repair-type.js";
import { repairSchemas } from "./repair/schema-repairs.js";
import { repairSecurity } from "./repair/security-repairs.js";
import { repairServers } from "./repair/servers.js";
import { repairTags } from "./repair/tags.js";

export type { Repair } from "./repair/repair-type.js";

/** References come first, because the other repairs do not follow them. */
const REPAIRS = [
  repairReferences,
  repairParameters,
  repairSchemas,
  repairServers,
  repairTags,
  repairOperationIds,
  repairSecurity,
];

/**
 * Corrects, in a copy of the published document, what our tools cannot read. A repaired document needs no more repairs.
 *
 * @throws {Problem} for a reference that does not exist, and for a server that is not https.
 */
export function repair(next: JsonObject, current: JsonObject, moves: readonly Move[]) {
  const repairs: Repair[] = [];
  const known = new Map(operationsIn(current).map((operation) => [nameOf(operation), operation]));
  const context: RepairContext = {
    current,
    before: ({ method, path }) => {
      const move = moves.find((one) => one.method === method && one.to === path);
      return known.get(nameOf({ method, path: move?.from ?? path }));
    },
    report: (one) => repairs.push(one),
  };
  const document = REPAIRS.reduce((result, step) => step(result, context), next);
  return { document: structuredClone(document), repairs };
}
