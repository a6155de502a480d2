import { closureOf } from "./closure.js";
import { alignMoves, renamedNames } from "./compare/align.js";
import { compareKey, compareRegions, compareSchemaNames } from "./compare/general.js";
import { findingsOf } from "./compare/listed.js";
import { prepare } from "./compare/prepare.js";
import { compareOperation } from "./compare/rules.js";
import { compareSecurity } from "./compare/security.js";
import type { Change, Comparison, Finding, OperationRef } from "./comparison.js";
import { newDestinations } from "./destinations.js";
import { isObject, type JsonObject } from "./json.js";
import { type Move, onlyIn } from "./moves.js";
import { nameOf, type Operation, operationsIn } from "./operations.js";
import { redoclyDiff } from "./redocly-diff.js";

/**
 * Compares two versions of the document: what is different for callers, and whether it breaks their calls. Most changes come
 * from `redocly diff`. Our own rules add what Redocly does not compare, or rates as harmless. A change in a shared schema is
 * listed for every operation that uses the schema.
 *
 * @throws {Problem} when `redocly diff` cannot read a document.
 */
export async function compare(current: JsonObject, next: JsonObject, moves: readonly Move[]): Promise<Comparison> {
  const aligned = alignMoves(current, moves);
  const documents = prepare(aligned, next);
  const listed = findingsOf(await redoclyDiff(...documents), documents);
  const operationsAt = concernedBy(documents);
  const { own, security } = ownFindings(aligned, next, moves);
  const changed = operationsIn(next).map((operation) => {
    const name = nameOf(operation);
    const ofRedocly = listed.filter((finding) => operationsAt(finding).has(name));
    return { operation: refTo(operation), changes: toChanges([...ofRedocly, ...(own.get(name) ?? [])]) };
  });
  const { added, removed, findings } = compareRegions(current, next);
  const general = [...findings, ...compareKey(aligned, next), ...security, ...compareSchemaNames(aligned, next)];
  // A shared schema that no operation uses concerns no caller.
  const isShared = ({ at }: Finding) => at.every((pointer) => pointer.startsWith("#/components/schemas/"));
  const elsewhere = listed.filter((one) => one.breaking && operationsAt(one).size === 0 && !isShared(one));
  const parts = {
    destinations: newDestinations(current, next),
    regions: { added, removed },
    added: onlyIn(next, aligned).map(refTo),
    removed: onlyIn(aligned, next).map(refTo),
    moved: moves.map((move) => ({ ...move, operationId: idAt(next, move) })),
    changed: changed.filter(({ changes }) => changes.length > 0),
    general: toChanges([...general, ...elsewhere]),
  };
  const [from = "", to = ""] = [current, next].map(({ info }) => (isObject(info) ? String(info.version) : ""));
  return { from, to, ...parts, breaking: isBreaking(parts) };
}

/** The findings of our own rules by operation, and a change of security if all operations have the same one. */
function ownFindings(aligned: JsonObject, next: JsonObject, moves: readonly Move[]) {
  const before = new Map(operationsIn(aligned).map((operation) => [nameOf(operation), operation]));
  const own = new Map<string, Finding[]>();
  const securities: Finding[][] = [];
  for (const operation of operationsIn(next)) {
    const base = before.get(nameOf(operation));
    if (!base) continue;
    const move = moves.find(({ method, to }) => method === operation.method && to === operation.path);
    const security = compareSecurity({ document: aligned, operation: base }, { document: next, operation });
    securities.push(security);
    own.set(nameOf(operation), [...compareOperation(base, operation, move ? renamedNames(move) : []), ...security]);
  }
  const [first = []] = securities;
  // A breaking change stays with the operations, so that --usage finds their calls.
  const isSame = securities.every((one) => JSON.stringify(one) === JSON.stringify(first));
  if (!isSame || first.some((one) => one.breaking)) return { own, security: [] };
  const texts = new Set(first.map(({ what }) => what));
  for (const [name, findings] of own)
    own.set(
      name,
      findings.filter(({ what }) => !texts.has(what)),
    );
  return { own, security: first };
}

/**
 * Returns the names of the operations that a finding concerns: those that all its pointers belong to, in one document or
 * the other. If one operation stops using a shared schema, the other users of the schema are not concerned.
 */
function concernedBy(documents: readonly JsonObject[]): (finding: Finding) => Set<string> {
  const closures = documents.map(closureOf);
  const known = new Map<Finding, Set<string>>();
  return (finding) => {
    const [first = new Set<string>(), ...others] = finding.at.map(
      (pointer) => new Set(closures.flatMap((closure) => closure(pointer))),
    );
    const names = known.get(finding) ?? new Set([...first].filter((name) => others.every((one) => one.has(name))));
    known.set(finding, names);
    return names;
  };
}

/** Each change once and without pointers. Of two changes that differ in their rating only, the breaking one. */
function toChanges(findings: readonly Finding[]): Change[] {
  const isSame = (a: Change, b: Change) => a.where === b.where && a.what === b.what;
  return findings
    .filter((one, index) => {
      const isRepeated = findings
        .slice(0, index)
        .some((other) => isSame(other, one) && other.breaking === one.breaking);
      const isWorse = findings.some((other) => isSame(other, one) && other.breaking && !one.breaking);
      return !isRepeated && !isWorse;
    })
    .map(({ at: _, ...change }) => change);
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
