import { closureOf } from "./closure.js";
import { alignMoves, renamedNames } from "./compare/align.js";
import type { Finding } from "./compare/finding.js";
import { findingsOf } from "./compare/listed.js";
import { prepare } from "./compare/prepare.js";
import { compareRegions } from "./compare/regions.js";
import { compareOperation } from "./compare/rules.js";
import { compareSchemaNames } from "./compare/schema-names.js";
import { compareKeyScheme, compareSecurity } from "./compare/security.js";
import type { Change, Comparison, MovedOperation, OperationRef } from "./comparison.js";
import { newDestinations } from "./destinations.js";
import { isObject, type JsonObject } from "./json.js";
import type { Move } from "./moves.js";
import { nameOf, type Operation, operationsIn } from "./operations.js";
import { redoclyDiff } from "./redocly-diff.js";

/**
 * Compares two versions of the document: what differs for callers, words aside, and whether it breaks them. The list comes
 * from `redocly diff`; our own rules add what it does not look at or rates as harmless. A change in a shared schema is
 * told of every operation that uses the schema.
 *
 * @throws {Problem} when `redocly diff` cannot read one of them.
 */
export async function compare(current: JsonObject, next: JsonObject, moves: readonly Move[]): Promise<Comparison> {
  const aligned = alignMoves(current, moves);
  const documents = prepare(aligned, next);
  const listed = findingsOf(await redoclyDiff(...documents), documents);
  const concerned = concernedBy(documents);
  const { each, general } = ownFindings(aligned, next, moves);
  const changed = each.map(({ operation, findings }) => ({
    operation: refTo(operation),
    changes: once([...listed.filter((one) => concerned(one).has(nameOf(operation))), ...findings]),
  }));
  const { added, removed, findings } = compareRegions(current, next);
  const isShared = ({ at }: Finding) => at.every((pointer) => pointer.startsWith("#/components/schemas/"));
  // A shared schema that no operation uses concerns no one.
  const elsewhere = listed.filter((one) => one.breaking && concerned(one).size === 0 && !isShared(one));
  const parts = {
    destinations: newDestinations(current, next),
    regions: { added, removed },
    added: onlyIn(next, aligned).map(refTo),
    removed: onlyIn(aligned, next).map(refTo),
    moved: moves.map((move) => movedOperation(move, next)),
    changed: changed.filter(({ changes }) => changes.length > 0),
    general: once([...findings, ...general, ...elsewhere]),
  };
  const [from = "", to = ""] = [current, next].map(({ info }) => (isObject(info) ? String(info.version) : ""));
  return { from, to, ...parts, breaking: isBreaking(parts) };
}

/** What our own rules find in the operations that both versions have, and in what is of none. */
function ownFindings(aligned: JsonObject, next: JsonObject, moves: readonly Move[]) {
  const before = new Map(operationsIn(aligned).map((operation) => [nameOf(operation), operation]));
  const each = operationsIn(next).flatMap((operation) => {
    const base = before.get(nameOf(operation));
    if (!base) return [];
    const move = moves.find(({ method, to }) => method === operation.method && to === operation.path);
    const security = compareSecurity({ document: aligned, operation: base }, { document: next, operation });
    return [{ operation, security, findings: compareOperation(base, operation, move ? renamedNames(move) : []) }];
  });
  // What breaks stays with the operations, so that the calls that break are found.
  const [first] = each;
  const everywhere = each.every(
    ({ security }) =>
      JSON.stringify(security) === JSON.stringify(first?.security) && !security.some((one) => one.breaking),
  );
  return {
    each: each.map(({ operation, security, findings }) => ({
      operation,
      findings: everywhere ? findings : [...findings, ...security],
    })),
    general: [
      ...compareKeyScheme(aligned, next),
      ...(everywhere ? (first?.security ?? []) : []),
      ...compareSchemaNames(aligned, next),
    ],
  };
}

/**
 * The operations, by name, that a finding concerns: those that all its places belong to, in one version or the other. An
 * operation that leaves a shared schema does not concern the others that use it.
 */
function concernedBy(documents: readonly JsonObject[]): (finding: Finding) => Set<string> {
  const closures = documents.map(closureOf);
  const known = new Map<Finding, Set<string>>();
  return (finding) => {
    const found = known.get(finding);
    if (found) return found;
    const [first = new Set<string>(), ...others] = finding.at.map(
      (pointer) => new Set(closures.flatMap((closure) => closure(pointer)).map(nameOf)),
    );
    const names = new Set([...first].filter((name) => others.every((one) => one.has(name))));
    known.set(finding, names);
    return names;
  };
}

/** Without the pointers, each change once: one that breaks before the same one that does not. */
function once(findings: readonly Finding[]): Change[] {
  const changes = findings.map(({ at: _, ...change }): Change => change);
  const ordered = [...changes.filter((one) => one.breaking), ...changes.filter((one) => !one.breaking)];
  return changes.filter(
    (change) => ordered.find((one) => one.where === change.where && one.what === change.what) === change,
  );
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

function isBreaking({
  destinations,
  regions,
  removed,
  moved,
  changed,
  general,
}: Omit<Comparison, "from" | "to" | "breaking">) {
  const changes = [...general, ...changed.flatMap((one) => one.changes)];
  const gone = destinations.length + regions.removed.length + removed.length + moved.length;
  return gone > 0 || changes.some((change) => change.breaking);
}
