import type { JsonObject } from "../../openapi/json-value.js";
import { below } from "../../openapi/pointer.js";
import { rewrite } from "../../openapi/walk.js";
import { changeOperations, nameOf, type Operation, operationsIn } from "../document-operations.js";
import { isUsableId, NAMES } from "./operation-name.js";
import type { RepairContext } from "./repair-type.js";

/**
 * Gives every operation an id of its own that code can use. A known operation keeps its id, whatever the next version
 * calls it. A new operation gets the first of its {@link NAMES} that no other operation could get.
 */
export function repairOperationIds(document: JsonObject, context: RepairContext): JsonObject {
  const ids = idsFor(operationsIn(document), context);
  const named = changeOperations(document, (operation) => {
    const id = ids.get(nameOf(operation)) as string;
    const published = operation.operation.operationId;
    if (published !== id) reportId(operation, id, context);
    return { ...operation.operation, operationId: id };
  });
  return withoutRepeatedIds(named, new Set(ids.values()), context);
}

function idsFor(operations: readonly Operation[], { before, current }: RepairContext): Map<string, string> {
  // The overlay finds operations by their ids, and what it says about a POST may be wrong for a PATCH.
  const isOfOtherMethod = ({ method }: Operation, id: string) =>
    operationsIn(current).some((one) => one.operation.operationId === id && one.method !== method);
  const ids = new Map<string, string>();
  for (const operation of operations) {
    const known = before(operation)?.operation.operationId;
    if (typeof known === "string") ids.set(nameOf(operation), known);
  }
  const unnamed = () => operations.filter((one) => !ids.has(nameOf(one)));
  for (const name of NAMES) {
    const candidates = unnamed().map((one) => ({ one, id: name(one) }));
    const taken = new Set(ids.values());
    for (const { one, id } of candidates) {
      const isUnique = !taken.has(id) && candidates.filter((other) => other.id === id).length === 1;
      if (isUsableId(id) && isUnique && !isOfOtherMethod(one, id)) ids.set(nameOf(one), id);
    }
  }
  for (const one of unnamed()) ids.set(nameOf(one), numbered(NAMES.at(-2)?.(one) ?? "", [...ids.values()]));
  return ids;
}

function numbered(id: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${id}${number}`)) number += 1;
  return `${id}${number}`;
}

function reportId(operation: Operation, id: string, { before, report }: RepairContext): void {
  const where = nameOf(operation);
  const { operationId: published } = operation.operation;
  const isKnown = before(operation) !== undefined;
  const what = `${isKnown ? "keeps" : "gets"} ${id}`;
  if (typeof published !== "string") report({ name: "missing-operation-id", where, what });
  else if (isKnown) report({ name: "other-operation-id", where, what: `${what}; the source calls it ${published}` });
  else {
    const name = isUsableId(published) ? "duplicate-operation-id" : "unusable-operation-id";
    report({ name, where, what: `${what} instead of ${published}` });
  }
}

/** Webhooks and callbacks need no id. Removes an id that something else has. */
function withoutRepeatedIds(document: JsonObject, taken: Set<string>, { report }: RepairContext): JsonObject {
  return rewrite(document, (operation, { kind, keys }) => {
    const { operationId: id, ...rest } = operation;
    const isCalled = keys.length === 3 && keys[0] === "paths";
    if (kind !== "operation" || typeof id !== "string" || isCalled) return operation;
    if (!taken.has(id)) {
      taken.add(id);
      return operation;
    }
    report({ name: "repeated-operation-id", where: below("#", ...keys), what: `dropped ${id}` });
    return rest;
  });
}
