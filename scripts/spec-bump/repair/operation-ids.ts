import type { JsonObject } from "../json.js";
import { changeOperations, nameOf, type Operation, operationsIn } from "../operations.js";
import { longId, OPERATION_ID, shortId } from "./operation-name.js";
import type { Given } from "./repair.js";

/**
 * Gives every operation an id of its own that code can use. An operation that we had keeps the id that it has with us,
 * whatever the next version calls it; a new one keeps the id that it comes with, unless another operation has it too.
 */
export function repairOperationIds(document: JsonObject, given: Given): JsonObject {
  const operations = operationsIn(document);
  const ids = new Map<string, string>();
  for (const operation of operations) {
    const kept = given.before(operation)?.operation.operationId;
    if (typeof kept === "string") ids.set(nameOf(operation), kept);
  }
  const fresh = operations.filter((operation) => !ids.has(nameOf(operation)));
  const taken = new Set(ids.values());
  const usable = fresh.filter((one) => isUsable(one) && !taken.has(idOf(one)) && isAlone(one, fresh, idOf));
  for (const operation of usable) ids.set(nameOf(operation), idOf(operation));
  for (const [operation, id] of made(
    fresh.filter((one) => !usable.includes(one)),
    new Set(ids.values()),
  )) {
    ids.set(nameOf(operation), id);
  }
  return changeOperations(document, (operation) => {
    const id = ids.get(nameOf(operation)) as string;
    if (operation.operation.operationId === id) return operation.operation;
    given.report(told(operation, id, given));
    return { ...operation.operation, operationId: id };
  });
}

/** Ids from method and path. Only those who want the same one get longer ones. */
function made(operations: readonly Operation[], taken: Set<string>): [Operation, string][] {
  return operations.map((operation) => {
    const short = shortId(operation);
    const free = !taken.has(short) && isAlone(operation, operations, shortId);
    const id = free ? short : numbered(longId(operation), taken);
    taken.add(id);
    return [operation, id];
  });
}

function numbered(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}${number}`)) number += 1;
  return `${id}${number}`;
}

function idOf({ operation }: Operation): string {
  return typeof operation.operationId === "string" ? operation.operationId : "";
}

function isUsable(operation: Operation): boolean {
  return OPERATION_ID.test(idOf(operation));
}

function isAlone(one: Operation, among: readonly Operation[], id: (operation: Operation) => string): boolean {
  return among.filter((other) => id(other) === id(one)).length === 1;
}

function told(operation: Operation, id: string, { before }: Given) {
  const where = nameOf(operation);
  const had = idOf(operation);
  const verb = before(operation) ? "keeps" : "is given";
  if (!had) return { name: "missing-operation-id", where, what: `${verb} ${id}` };
  if (before(operation)) return { name: "other-operation-id", where, what: `keeps ${id}; the source calls it ${had}` };
  const name = isUsable(operation) ? "duplicate-operation-id" : "unusable-operation-id";
  return { name, where, what: `is given ${id} in place of ${had}` };
}
