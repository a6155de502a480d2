import type { Change, ChangedOperation, OperationRef } from "../comparison.js";
import { nameOf } from "../operations.js";
import { breakingFirst, changeText, counted, item, operationText } from "./lines.js";
import type { Style } from "./style.js";

/** This many operations with the same change are listed together. Two are enough if they share the changed schema. */
const ENOUGH = 3;

interface SharedChange {
  readonly change: Change;
  readonly operations: readonly OperationRef[];
}

/** The items for changes that several operations have, and for those of single operations. */
export function changeItems(
  changed: readonly ChangedOperation[],
  style: Style,
): { shared: string[]; single: string[] } {
  const shared = sharedChanges(changed);
  const keys = new Set(shared.map(({ change }) => keyOf(change)));
  const single = changed.flatMap(({ operation, changes }) => {
    const own = changes.filter((change) => !keys.has(keyOf(change)));
    return own.length > 0 ? [withChanges(operationText(operation, style), own, style)] : [];
  });
  return { shared: breakingFirst(sharedItems(shared, style)), single: breakingFirst(single) };
}

function withChanges(text: string, changes: readonly Change[], style: Style): string {
  const below = changes.map((change) => item(changeText(change, style), change.breaking));
  const breaks = changes.some((change) => change.breaking);
  return item(text, breaks, breakingFirst(below));
}

/** Changes of a shared schema are the same if the place in the schema is. */
function keyOf({ schema, where, what, breaking }: Change): string {
  return JSON.stringify([schema ?? where, what, breaking]);
}

function sharedChanges(changed: readonly ChangedOperation[]): SharedChange[] {
  const byKey = new Map<string, { change: Change; operations: Set<OperationRef> }>();
  for (const { operation, changes } of changed) {
    for (const change of changes) {
      const found = byKey.get(keyOf(change)) ?? { change, operations: new Set() };
      byKey.set(keyOf(change), found);
      found.operations.add(operation);
    }
  }
  return [...byKey.values()]
    .map(({ change, operations }) => ({ change, operations: [...operations] }))
    .filter(({ change, operations }) => operations.length >= (change.schema === undefined ? ENOUGH : 2));
}

/** One item for all changes of the same operations. */
function sharedItems(shared: readonly SharedChange[], style: Style): string[] {
  const groups = new Map<string, SharedChange[]>();
  for (const one of shared) {
    const names = one.operations.map((operation) => style.name(operation.operationId ?? nameOf(operation)));
    const text = `In ${counted(names.length, "operation")}: ${names.join(", ")}`;
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return [...groups].map(([text, group]) => {
    const changes = group.map(({ change }) => ({ ...change, where: change.schema ?? change.where }));
    return withChanges(text, changes, style);
  });
}
