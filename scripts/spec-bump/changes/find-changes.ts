import type { JsonObject } from "../json.js";
import type { Move } from "../moves.js";
import { nameOf, type Operation, operationsIn } from "../operations.js";
import type { Finding } from "./finding.js";
import { compareOperation } from "./operation.js";
import { compareRegions } from "./regions.js";
import { compareSchemaNames } from "./schema-names.js";
import { compareKeyScheme, compareSecurity } from "./security.js";

/** What our own rules find. */
export interface OwnFindings {
  readonly operations: { readonly operation: Operation; readonly findings: Finding[] }[];
  readonly general: Finding[];
}

/**
 * What our own rules find: in every operation that both versions have, and in what is of none. The operations that have
 * moved stand at their new path in the first document already.
 */
export function findChanges(aligned: JsonObject, next: JsonObject, moves: readonly Move[]): OwnFindings {
  const before = new Map(operationsIn(aligned).map((operation) => [nameOf(operation), operation]));
  const pairs = operationsIn(next).flatMap((operation) => {
    const base = before.get(nameOf(operation));
    return base ? [{ base: { document: aligned, operation: base }, next: { document: next, operation } }] : [];
  });
  const security = pairs.map((pair) => compareSecurity(pair.base, pair.next));
  // What breaks stays with the operations, so that the calls that break by it are found.
  const everywhere = security.every(
    (list) => JSON.stringify(list) === JSON.stringify(security[0]) && !list.some(({ breaking }) => breaking),
  );
  const operations = pairs.map((pair, i) => {
    const move = moves.find(
      ({ method, to }) => method === pair.next.operation.method && to === pair.next.operation.path,
    );
    const base = move ? { ...pair.base, template: move.from } : pair.base;
    return {
      operation: pair.next.operation,
      findings: [...compareOperation(base, pair.next), ...(everywhere ? [] : (security[i] ?? []))],
    };
  });
  const general = [
    ...compareRegions(aligned, next).findings,
    ...compareKeyScheme(aligned, next),
    ...(everywhere ? (security[0] ?? []) : []),
    ...compareSchemaNames(aligned, next),
  ];
  return { operations, general };
}
