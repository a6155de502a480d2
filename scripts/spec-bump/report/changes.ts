import type { Change, ChangedOperation, OperationRef } from "../comparison.js";
import { nameOf } from "../document-operations.js";
import { breakingFirst, changeText, counted, item, operationText } from "./lines.js";
import type { Style } from "./style.js";

/** Each change once, with the operations that have it. */
export function changesWithOperations(changed: readonly ChangedOperation[]) {
  const all = new Map<string, { change: Change; operations: OperationRef[] }>();
  for (const { operation, changes } of changed) {
    for (const change of changes) {
      const { where, what, breaking } = change;
      const key = JSON.stringify([where, what, breaking]);
      const known = all.get(key) ?? { change, operations: [] };
      all.set(key, { change, operations: [...known.operations, operation] });
    }
  }
  return [...all.values()];
}

/** The items for changes that several operations have, and those for changes of one operation. */
export function changeItems(
  changed: readonly ChangedOperation[],
  style: Style,
): { shared: string[]; single: string[] } {
  const shared = new Map<string, Change[]>();
  const single = new Map<string, Change[]>();
  for (const { change, operations } of changesWithOperations(changed)) {
    const [first, second] = operations;
    const names = operations.map((operation) => style.name(operation.operationId ?? nameOf(operation)));
    const text = second
      ? `In ${counted(names.length, "operation")}: ${names.join(", ")}`
      : operationText(first as OperationRef, style);
    const items = second ? shared : single;
    items.set(text, [...(items.get(text) ?? []), change]);
  }
  return { shared: itemsOf(shared, style), single: itemsOf(single, style) };
}

function itemsOf(changesByText: ReadonlyMap<string, readonly Change[]>, style: Style): string[] {
  const items = [...changesByText].map(([text, changes]) => {
    const below = changes.map((change) => item(changeText(change, style), change.breaking));
    return item(
      text,
      changes.some((change) => change.breaking),
      breakingFirst(below),
    );
  });
  return breakingFirst(items);
}
