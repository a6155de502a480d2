import type { Change, ChangedOperation, Comparison, OperationRef } from "../comparison.js";
import { nameOf } from "../operations.js";
import { afterPlace } from "../sentence.js";
import { breakingFirst, counted, inARow, type Line, line, type Section, type Words } from "./line.js";

/** A change that several operations have in common. */
interface SharedChange {
  readonly change: Change;
  readonly operations: readonly OperationRef[];
}

/** As many operations have to say the same for it to be told once, where they share no schema. */
const ENOUGH = 3;

/** What has changed: first what several operations have in common, told once, then the rest by operation. */
export function changeSections({ changed }: Comparison): Section[] {
  const shared = sharedChanges(changed);
  const told = new Set(shared.map(({ change }) => keyOf(change)));
  const rest = changed.flatMap(({ operation, changes }) => {
    const own = changes.filter((change) => !told.has(keyOf(change)));
    return own.length > 0 ? [operationLine(operation, own)] : [];
  });
  return [
    { title: "Changed in several operations at once", lines: breakingFirst(sharedLines(shared)) },
    { title: shared.length > 0 ? "Changed in single operations" : "Changed", lines: breakingFirst(rest) },
  ];
}

/** The line of a change: its place, and what has become of it. */
export function changeLine(change: Change): Line {
  return line([{ name: change.where }, afterPlace(change)], change.breaking);
}

/** An operation in full, with its id where it has one. */
export function refWords(operation: OperationRef): Words {
  const { operationId } = operation;
  return [{ name: nameOf(operation) }, ...(operationId === undefined ? [] : ["  ", { name: operationId }])];
}

/** The place in the schema that operations share, or else the place in each of them. */
function keyOf({ schema, where, what, breaking }: Change): string {
  return JSON.stringify([schema ?? null, schema === undefined ? where : "", what, breaking]);
}

function sharedChanges(changed: readonly ChangedOperation[]): SharedChange[] {
  const byKey = new Map<string, { change: Change; operations: OperationRef[] }>();
  for (const { operation, changes } of changed) {
    for (const change of changes) {
      const found = byKey.get(keyOf(change)) ?? { change, operations: [] };
      byKey.set(keyOf(change), found);
      if (!found.operations.includes(operation)) found.operations.push(operation);
    }
  }
  return [...byKey.values()].filter(
    ({ change, operations }) => operations.length >= (change.schema === undefined ? ENOUGH : 2),
  );
}

/** One line for the changes that the same operations have in common. */
function sharedLines(shared: readonly SharedChange[]): Line[] {
  const groups = new Map<string, SharedChange[]>();
  for (const one of shared) {
    const key = JSON.stringify(one.operations.map(nameOf));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const operations = group[0]?.operations ?? [];
    const changes = group.map(({ change }) => changeLine({ ...change, where: change.schema ?? change.where }));
    const names = operations.map((one) => one.operationId ?? nameOf(one));
    const words = [`In ${counted(operations.length, "operation")}: `, ...inARow(names)];
    return line(
      words,
      changes.some((one) => one.breaks),
      breakingFirst(changes),
    );
  });
}

function operationLine(operation: OperationRef, changes: readonly Change[]): Line {
  const lines = breakingFirst(changes.map(changeLine));
  return line(
    refWords(operation),
    changes.some((change) => change.breaking),
    lines,
  );
}
