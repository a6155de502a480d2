import { isObject, type Json, type JsonObject } from "../../openapi/json-value.js";
import { changeOperations, nameOf, operationsIn } from "../document-operations.js";
import type { RepairContext } from "./repair-type.js";

/** Gives every operation a tag, and declares all tags: the reference page has a section for each declared tag. */
export function repairTags(document: JsonObject, { current, before, report }: RepairContext): JsonObject {
  const tagged = changeOperations(document, (operation) => {
    if (tagsOf(operation.operation).length > 0) return operation.operation;
    const tags = tagsOf(before(operation)?.operation ?? {});
    const added = tags.length > 0 ? tags : ["Others"];
    report({ name: "missing-tag", where: nameOf(operation), what: `tagged ${added.join(", ")}` });
    return { ...operation.operation, tags: added };
  });
  const declared = declaredIn(document);
  const used = new Set(operationsIn(tagged).flatMap(({ operation }) => tagsOf(operation)));
  const added = [...used]
    .filter((name) => !declared.some((tag) => tag.name === name))
    .map((name) => declaredIn(current).find((tag) => tag.name === name) ?? { name });
  for (const { name } of added) report({ name: "undeclared-tag", where: "#/tags", what: `declared ${name}` });
  return declared.length + added.length === 0 ? tagged : { ...tagged, tags: [...declared, ...added] };
}

function tagsOf({ tags }: { readonly [key: string]: Json }): string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

/** Each declared tag once. */
function declaredIn({ tags }: JsonObject): JsonObject[] {
  const all = Array.isArray(tags) ? tags.filter(isObject) : [];
  return all.filter(({ name }, index) => all.findIndex((tag) => tag.name === name) === index);
}
