import { Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject, stableJson } from "../json.js";
import {
  changeOperations,
  isSameParameter,
  nameOf,
  type Operation,
  parametersOf,
  templateNames,
} from "../operations.js";
import type { Given } from "./repair.js";

/**
 * Leaves each operation with a list of its own of what it can be sent: each parameter once, and of those in the path
 * what the template has a place for. One that may be meant by a name in the template gets that name.
 *
 * @throws {Problem} when there are two of a name that differ.
 */
export function repairParameters(document: JsonObject, given: Given): JsonObject {
  const own = atOperations(document, given);
  return changeOperations(own, (operation) => {
    if (operation.operation.parameters === undefined) return operation.operation;
    const single = once(parametersOf(own, { ...operation, item: {} }), operation, given);
    return { ...operation.operation, parameters: placed(single, operation, given) };
  });
}

/** Parameters of a path are those of each of its operations. */
function atOperations(document: JsonObject, { report }: Given): JsonObject {
  const added = changeOperations(document, (operation) => {
    if (operation.item.parameters === undefined) return operation.operation;
    report({ name: "parameters-of-path", where: nameOf(operation), what: "has the parameters of its path itself" });
    return { ...operation.operation, parameters: parametersOf(document, operation) };
  });
  const paths = Object.entries(added.paths as JsonObject).map(([path, item]): [string, Json] => {
    if (!isObject(item)) return [path, item];
    const { parameters: _, ...rest } = item;
    return [path, rest];
  });
  return { ...added, paths: Object.fromEntries(paths) };
}

function once(parameters: readonly JsonObject[], operation: Operation, { report }: Given): JsonObject[] {
  const where = nameOf(operation);
  return parameters.filter((one, index) => {
    const first = parameters.find((other) => isSameParameter(one, other)) ?? one;
    if (parameters.indexOf(first) === index) return true;
    if (stableJson(first) !== stableJson(one)) {
      throw new Problem(`${where}: two parameters ${one.name} (${one.in}) that differ. Keep one in the source.`);
    }
    report({ name: "repeated-parameter", where, what: `dropped ${one.name}, which was there twice` });
    return false;
  });
}

function placed(parameters: readonly JsonObject[], operation: Operation, { report }: Given): JsonObject[] {
  const where = nameOf(operation);
  const names = templateNames(operation.path);
  const meant = misnamed(parameters, names);
  return parameters.flatMap((one) => {
    if (one.in !== "path" || names.includes(String(one.name))) return [one];
    if (meant !== undefined) {
      report({ name: "misnamed-path-parameter", where, what: `${one.name} is ${meant}, as in the path` });
      return [{ ...one, name: meant }];
    }
    report({ name: "unplaced-path-parameter", where, what: `dropped ${one.name}: it has no place in the path` });
    return [];
  });
}

/** The one name of the template that is not declared, when just one declared parameter could be meant by it. */
function misnamed(parameters: readonly JsonObject[], names: readonly string[]): string | undefined {
  const declared = parameters.filter((one) => one.in === "path").map(({ name }) => String(name));
  const [missing, ...others] = names.filter((name) => !declared.includes(name));
  const unplaced = declared.filter((name) => !names.includes(name));
  return others.length === 0 && unplaced.length === 1 ? missing : undefined;
}
