import { isObject, type JsonObject, stableJson } from "../../openapi/json-value.js";
import { changeOperations, nameOf, type Operation, parametersOf, templateNames } from "../document-operations.js";
import type { RepairContext } from "./repair-type.js";

/** Gives each operation its own list of parameters, in which the path parameters are those of its path. */
export function repairParameters(document: JsonObject, context: RepairContext): JsonObject {
  const changed = changeOperations(document, (operation) => {
    const listed = parametersOf(document, operation);
    if (operation.item.parameters !== undefined) {
      const what = "has its own copy of the parameters of its path";
      context.report({ name: "parameters-of-path", where: nameOf(operation), what });
    }
    const parameters = [...undeclared(listed, operation, context), ...corrected(listed, operation, context)];
    return parameters.length === 0 && !operation.operation.parameters
      ? operation.operation
      : { ...operation.operation, parameters };
  });
  const paths = Object.entries(changed.paths as JsonObject).map(([path, item]) => {
    const { parameters: _, ...rest } = isObject(item) ? item : {};
    return [path, isObject(item) ? rest : item];
  });
  return { ...changed, paths: Object.fromEntries(paths) };
}

function corrected(parameters: readonly JsonObject[], operation: Operation, { report }: RepairContext): JsonObject[] {
  const where = nameOf(operation);
  const names = templateNames(operation.path);
  const seen = new Set<string>();
  return parameters.flatMap((parameter) => {
    const { name, in: place, required } = parameter;
    if (seen.has(stableJson(parameter))) {
      report({ name: "repeated-parameter", where, what: `dropped the second ${name}` });
      return [];
    }
    seen.add(stableJson(parameter));
    if (place !== "path") return [parameter];
    if (!names.includes(String(name))) {
      report({ name: "unplaced-path-parameter", where, what: `dropped ${name}: it is not in the path` });
      return [];
    }
    if (required === true) return [parameter];
    report({ name: "optional-path-parameter", where, what: `${name} is required, as every path parameter is` });
    return [{ ...parameter, required: true }];
  });
}

/** Declarations of the names in the path that have none: as in the current document, or a string. */
function undeclared(parameters: readonly JsonObject[], operation: Operation, context: RepairContext): JsonObject[] {
  const before = context.before(operation);
  const current = before ? parametersOf(context.current, before) : [];
  const isDeclared = (name: string) => parameters.some((one) => one.in === "path" && one.name === name);
  return templateNames(operation.path)
    .filter((name) => !isDeclared(name))
    .map((name) => {
      const known = current.find((one) => one.in === "path" && one.name === name);
      const what = `declared ${name}, ${known ? "as the current document does" : "a string"}`;
      context.report({ name: "undeclared-path-parameter", where: nameOf(operation), what });
      const description = `The \`${name}\` in the path.`;
      return known ?? { name, in: "path", required: true, description, schema: { type: "string" } };
    });
}
