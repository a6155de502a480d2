import { alignMoves } from "./changes/align.js";
import { findChanges } from "./changes/find-changes.js";
import type { Finding } from "./changes/finding.js";
import { compareRegions } from "./changes/regions.js";
import { inSameWriting } from "./changes/same-writing.js";
import { type RatedFinding, secondOpinion } from "./changes/second-opinion.js";
import { closureOf } from "./closure.js";
import type { Change, ChangedOperation, Comparison, MovedOperation, OperationRef } from "./comparison.js";
import { newDestinations } from "./destinations.js";
import { isObject, type JsonObject } from "./json.js";
import type { Move } from "./moves.js";
import { nameOf, type Operation, operationsIn } from "./operations.js";
import { redoclyDiff } from "./redocly-diff.js";

/**
 * Compares two versions of the document: what differs for callers, words aside, and whether it breaks them. Our own rules
 * follow every operation through its schemas; `redocly diff` is asked as well, and what either rates as breaking is.
 *
 * @throws {Problem} when `redocly diff` cannot read one of them.
 */
export async function compare(current: JsonObject, next: JsonObject, moves: readonly Move[]): Promise<Comparison> {
  const aligned = alignMoves(current, moves);
  const own = findChanges(aligned, next, moves);
  const all = [...own.operations.flatMap((one) => one.findings), ...own.general];
  const opinion = secondOpinion(all, await redoclyDiff(...inSameWriting(aligned, next)));
  const rated = (list: readonly Finding[]) => list.map((one) => opinion.rated.get(one) as RatedFinding);
  const concerned = concernedBy(aligned, next);
  const changed = own.operations.map(({ operation, findings: found }) => ({
    operation: refTo(operation),
    changes: [...rated(found), ...opinion.missed.filter((one) => concerned(one).has(nameOf(operation)))].map(toChange),
  }));
  const elsewhere = opinion.missed.filter((one) => concerned(one).size === 0);
  const regions = compareRegions(current, next);
  const parts = {
    destinations: newDestinations(current, next),
    regions: { added: regions.added, removed: regions.removed },
    added: onlyIn(next, aligned).map(refTo),
    removed: onlyIn(aligned, next).map(refTo),
    moved: moves.map((move) => movedOperation(move, next)),
    changed: changed.filter(({ changes }) => changes.length > 0),
    general: [...rated(own.general), ...elsewhere].map(toChange),
  };
  const [from, to] = [current, next].map(({ info }) => (isObject(info) ? String(info.version) : ""));
  return { from: from ?? "", to: to ?? "", ...parts, breaking: isBreaking(parts) };
}

/**
 * The operations, by name, that a change which only redocly has found concerns: those that all its places belong to, in
 * one version or the other. Where one operation leaves a shared schema, the others that use it are not concerned.
 */
function concernedBy(aligned: JsonObject, next: JsonObject): (finding: Finding) => Set<string> {
  const closures = [closureOf(aligned), closureOf(next)];
  const known = new Map<Finding, Set<string>>();
  const shared = new Set(operationsIn(next).map(nameOf));
  return (finding) => {
    const found = known.get(finding);
    if (found) return found;
    const reached = finding.at.map((pointer) => new Set(closures.flatMap((closure) => closure(pointer)).map(nameOf)));
    const names = new Set([...shared].filter((name) => reached.length > 0 && reached.every((one) => one.has(name))));
    known.set(finding, names);
    return names;
  };
}

function onlyIn(document: JsonObject, other: JsonObject): Operation[] {
  const names = new Set(operationsIn(other).map(nameOf));
  return operationsIn(document).filter((operation) => !names.has(nameOf(operation)));
}

function refTo({ method, path, operation: { operationId } }: Operation): OperationRef {
  return { method, path, operationId: typeof operationId === "string" ? operationId : undefined };
}

function movedOperation({ method, from, to }: Move, next: JsonObject): MovedOperation {
  const found = operationsIn(next).find((one) => one.method === method && one.path === to);
  return { method, from, to, operationId: found && refTo(found).operationId };
}

function toChange({ where, what, breaking, source, schema, adds }: RatedFinding): Change {
  return { where, what, breaking, source, ...(schema === undefined ? {} : { schema }), ...(adds ? { adds } : {}) };
}

function isBreaking({
  destinations,
  regions,
  removed,
  moved,
  changed,
  general,
}: Omit<Comparison, "from" | "to" | "breaking">) {
  const changes = [...general, ...changed.flatMap((one: ChangedOperation) => one.changes)];
  return (
    destinations.length + regions.removed.length + removed.length + moved.length > 0 ||
    changes.some((change) => change.breaking)
  );
}
