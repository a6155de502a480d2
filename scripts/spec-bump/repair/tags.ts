import { isObject, type Json, type JsonObject } from "../json.js";
import { changeOperations, nameOf, type Operation, operationsIn } from "../operations.js";
import type { Given } from "./repair.js";

/** Gives every operation exactly one tag, which the document declares: the pages are made by tag. */
export function repairTags(document: JsonObject, given: Given): JsonObject {
  const tagged = changeOperations(document, (operation) => {
    const [tag, ...more] = namesOf(operation.operation.tags);
    const where = nameOf(operation);
    if (tag !== undefined && more.length === 0) return operation.operation;
    const kept = tag ?? tagNear(operation, document, given);
    if (tag === undefined) given.report({ name: "missing-tag", where, what: `tagged ${kept}, as its neighbors are` });
    else given.report({ name: "several-tags", where, what: `stays with ${kept}, without ${more.join(", ")}` });
    return { ...operation.operation, tags: [kept] };
  });
  return { ...tagged, tags: [...declaredIn(document), ...undeclaredIn(tagged, given)] };
}

function namesOf(tags: Json | undefined): string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

function declaredIn({ tags }: JsonObject): JsonObject[] {
  const all = Array.isArray(tags) ? tags.filter(isObject) : [];
  return all.filter(({ name }, index) => all.findIndex((tag) => tag.name === name) === index);
}

/** The tag that the operation had, or else the one of the operation that has the most of its path. */
function tagNear(operation: Operation, document: JsonObject, { before }: Given): string {
  const had = namesOf(before(operation)?.operation.tags)[0];
  if (had !== undefined) return had;
  const near = operationsIn(document)
    .filter((one) => namesOf(one.operation.tags).length > 0)
    .sort((a, b) => sharedSegments(b, operation) - sharedSegments(a, operation))[0];
  return namesOf(near?.operation.tags)[0] ?? "Others";
}

function sharedSegments({ path: a }: Operation, { path: b }: Operation): number {
  const segments = b.split("/");
  const end = a.split("/").findIndex((segment, index) => segment !== segments[index]);
  return end === -1 ? a.split("/").length : end;
}

function undeclaredIn(document: JsonObject, { report, current }: Given): JsonObject[] {
  const declared = declaredIn(document).map((tag) => tag.name);
  const used = new Map(operationsIn(document).map((one) => [namesOf(one.operation.tags)[0] as string, nameOf(one)]));
  return [...used]
    .filter(([name]) => !declared.includes(name))
    .map(([name, where]) => {
      report({ name: "undeclared-tag", where, what: `declared the tag ${name}` });
      const known = declaredIn(current).find((tag) => tag.name === name);
      // A page by tag needs a line on what the tag is.
      return known ?? { name, description: `The operations of ${name}.` };
    });
}
