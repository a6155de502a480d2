import { isObject, type JsonObject } from "../openapi/json-value.js";
import { closureOf } from "./closure.js";
import { alignMoves, renamedNames } from "./compare/align.js";
import { compareKey, compareRegions, compareSchemaNames } from "./compare/general.js";
import { findingsOf } from "./compare/listed.js";
import { prepare } from "./compare/prepare.js";
import { compareOperation } from "./compare/rules.js";
import { compareSecurity } from "./compare/security.js";
import type { Change, Comparison, Finding, OperationRef } from "./comparison.js";
import { newDestinations } from "./destinations.js";
import { nameOf, type Operation, operationsIn } from "./document-operations.js";
import { type Move, onlyIn } from "./moves.js";
import { redoclyDiff } from "./redocly-diff.js";

/**
 * Compares two versions of the document: what is different for callers, and whether it breaks their calls. Most changes
 * come from `redocly diff`. Our own rules add what Redocly does not compare, or rates as harmless. A change in a shared
 * schema is listed for every operation that uses the schema.
 *
 * @throws {Problem} when `redocly diff` cannot read a document.
 */
export async function compare(current: JsonObject, next: JsonObject, moves: readonly Move[]): Promise<Comparison> {
  const aligned = alignMoves(current, moves);
  const documents = prepare(aligned, next);
  const listed = byOperation(findingsOf(await redoclyDiff(...documents), documents), documents);
  const changed = operationsIn(next).map((operation) => {
    const findings = [...(listed.get(nameOf(operation)) ?? []), ...ownFindings(operation, aligned, next, moves)];
    return { operation: refTo(operation), changes: toChanges(findings) };
  });
  const { added, removed, findings } = compareRegions(current, next);
  const parts = {
    destinations: newDestinations(current, next),
    regions: { added, removed },
    added: onlyIn(next, aligned).map(refTo),
    removed: onlyIn(aligned, next).map(refTo),
    moved: moves.map((move) => ({ ...move, operationId: idAt(next, move) })),
    changed: changed.filter(({ changes }) => changes.length > 0),
    general: toChanges([...findings, ...compareKey(aligned, next), ...compareSchemaNames(aligned, next)]),
  };
  const [from = "", to = ""] = [current, next].map(({ info }) => (isObject(info) ? String(info.version) : ""));
  return { from, to, ...parts, breaking: isBreaking(parts) };
}

/** What our own rules find in an operation that both documents have. */
function ownFindings(operation: Operation, aligned: JsonObject, next: JsonObject, moves: readonly Move[]): Finding[] {
  const base = operationsIn(aligned).find((one) => nameOf(one) === nameOf(operation));
  if (!base) return [];
  const move = moves.find(({ method, to }) => method === operation.method && to === operation.path);
  return [
    ...compareOperation(base, operation, move ? renamedNames(move) : []),
    ...compareSecurity({ document: aligned, operation: base }, { document: next, operation }),
  ];
}

/**
 * The findings by the name of the operation that they concern: one that all pointers of the finding belong to, in one
 * document or the other. If an operation stops using a shared schema, the other users of the schema are not concerned.
 */
function byOperation(findings: readonly Finding[], documents: readonly JsonObject[]): Map<string, Finding[]> {
  const closures = documents.map(closureOf);
  const byName = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [first = [], ...others] = finding.at.map((pointer) => closures.flatMap((closure) => closure(pointer)));
    for (const name of new Set(first.filter((one) => others.every((names) => names.includes(one)))))
      byName.set(name, [...(byName.get(name) ?? []), finding]);
  }
  return byName;
}

/** Each change once and without pointers. Of two changes that differ in their rating only, the breaking one. */
function toChanges(findings: readonly Finding[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { at: _, ...change } of findings) {
    const key = JSON.stringify([change.where, change.what]);
    if (change.breaking || !changes.has(key)) changes.set(key, change);
  }
  return [...changes.values()];
}

function refTo({ method, path, operation: { operationId } }: Operation): OperationRef {
  return { method, path, operationId: typeof operationId === "string" ? operationId : undefined };
}

function idAt(next: JsonObject, { method, to }: Move): string | undefined {
  const found = operationsIn(next).find((one) => one.method === method && one.path === to);
  return found && refTo(found).operationId;
}

function isBreaking(parts: Omit<Comparison, "from" | "to" | "breaking">): boolean {
  const { destinations, regions, removed, moved, changed, general } = parts;
  const changes = [...general, ...changed.flatMap((one) => one.changes)];
  const gone = destinations.length + regions.removed.length + removed.length + moved.length;
  return gone > 0 || changes.some((change) => change.breaking);
}
