import type { JsonObject } from "../json.js";
import { changeOperations, nameOf, type Operation, operationsIn } from "../operations.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import { isUsableId, NAMES } from "./operation-name.js";
import type { Given } from "./repair.js";

/**
 * Gives every operation an id of its own that code can use. An operation that we had keeps the id that it has with us,
 * whatever the next version calls it. A new one gets the first of its {@link NAMES} that no other operation wants.
 */
export function repairOperationIds(document: JsonObject, given: Given): JsonObject {
  const operations = operationsIn(document);
  const ids = new Map<Operation, string>();
  for (const operation of operations) {
    const kept = given.before(operation)?.operation.operationId;
    if (typeof kept === "string") ids.set(operation, kept);
  }
  for (const name of NAMES) giveIds(operations, ids, name);
  for (const operation of operations.filter((one) => !ids.has(one))) {
    ids.set(operation, numbered(NAMES[3]?.(operation) ?? "", [...ids.values()]));
  }
  const byName = new Map([...ids].map(([operation, id]) => [nameOf(operation), id]));
  const named = changeOperations(document, (operation) => {
    const id = byName.get(nameOf(operation)) as string;
    if (operation.operation.operationId === id) return operation.operation;
    given.report(told(operation, id, given));
    return { ...operation.operation, operationId: id };
  });
  return withoutRepeatedIds(named, new Set(ids.values()), given);
}

/** Webhooks and callbacks need no id. One that something else has already is dropped. */
function withoutRepeatedIds(document: JsonObject, taken: Set<string>, { report }: Given): JsonObject {
  return rewrite(document, (operation, { kind, keys }) => {
    const { operationId: id, ...rest } = operation;
    if (kind !== "operation" || typeof id !== "string" || (keys.length === 3 && keys[0] === "paths")) return operation;
    if (!taken.has(id)) {
      taken.add(id);
      return operation;
    }
    report({ name: "repeated-operation-id", where: targetOf(document, keys), what: `dropped ${id}` });
    return rest;
  });
}

/** Gives ids to the operations that have none yet. Where two want the same one, neither gets it. */
function giveIds(
  operations: readonly Operation[],
  ids: Map<Operation, string>,
  name: (one: Operation) => string,
): void {
  const taken = new Set(ids.values());
  const wanted = operations.filter((one) => !ids.has(one)).map((one) => ({ one, id: name(one) }));
  for (const { one, id } of wanted) {
    const isAlone = wanted.filter((other) => other.id === id).length === 1;
    if (isUsableId(id) && isAlone && !taken.has(id)) ids.set(one, id);
  }
}

function numbered(id: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${id}${number}`)) number += 1;
  return `${id}${number}`;
}

function told(operation: Operation, id: string, { before }: Given) {
  const where = nameOf(operation);
  const had = NAMES[0]?.(operation) ?? "";
  const verb = before(operation) ? "keeps" : "is given";
  if (!had) return { name: "missing-operation-id", where, what: `${verb} ${id}` };
  if (before(operation)) return { name: "other-operation-id", where, what: `keeps ${id}; the source calls it ${had}` };
  const name = isUsableId(had) ? "duplicate-operation-id" : "unusable-operation-id";
  return { name, where, what: `is given ${id} in place of ${had}` };
}
