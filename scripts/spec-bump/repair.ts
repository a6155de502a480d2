import type { JsonObject } from "./json.js";
import type { Move } from "./moves.js";
import { nameOf, type Operation, operationsIn } from "./operations.js";
import { repairDiscriminators } from "./repair/discriminators.js";
import { repairExclusiveBounds } from "./repair/exclusive-bounds.js";
import { repairNullable } from "./repair/nullable.js";
import { repairOperationIds } from "./repair/operation-ids.js";
import { repairParameters } from "./repair/parameters.js";
import { repairPathParameters } from "./repair/path-parameters.js";
import { repairReferences } from "./repair/references.js";
import type { Given, Repair } from "./repair/repair.js";
import { repairSecurity } from "./repair/security.js";
import { repairServers } from "./repair/servers.js";
import { repairTags } from "./repair/tags.js";
import { repairUnusedComponents } from "./repair/unused-components.js";

export type { Repair };

/** A published document in which what our tools cannot take has been put right, and what that was. */
export interface Repaired {
  readonly document: JsonObject;
  readonly repairs: readonly Repair[];
}

/** Each needs those before it: components are counted at the end. */
const REPAIRS = [
  repairReferences,
  repairParameters,
  repairPathParameters,
  repairNullable,
  repairExclusiveBounds,
  repairDiscriminators,
  repairServers,
  repairTags,
  repairOperationIds,
  repairSecurity,
  repairUnusedComponents,
];

/**
 * Puts right, in a copy, what is wrong in a published document in ways that have one certain remedy. Repairing what has
 * been repaired changes nothing.
 *
 * @throws {Problem} naming the place, where there is no certain remedy.
 */
export function repair(next: JsonObject, current: JsonObject, moves: readonly Move[]): Repaired {
  const repairs: Repair[] = [];
  const had = new Map(operationsIn(current).map((operation) => [nameOf(operation), operation]));
  const given: Given = {
    current,
    before: ({ method, path }: Operation) => {
      const move = moves.find((one) => one.method === method && one.to === path);
      return had.get(nameOf({ method, path: move?.from ?? path }));
    },
    report: (one) => repairs.push(one),
  };
  const document = REPAIRS.reduce((whole, step) => step(whole, given), next);
  return { document: structuredClone(document), repairs };
}
