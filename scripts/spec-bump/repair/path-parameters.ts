import { Problem } from "../../problem.js";
import type { Json, JsonObject } from "../json.js";
import {
  changeOperations,
  isSameParameter,
  nameOf,
  type Operation,
  operationsIn,
  parametersOf,
  templateNames,
} from "../operations.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import type { Given } from "./repair.js";

/**
 * Makes each name in a path template a declared parameter, and every parameter in a path a required one.
 *
 * @throws {Problem} when a path has one name twice.
 */
export function repairPathParameters(document: JsonObject, given: Given): JsonObject {
  for (const { path } of operationsIn(document)) refuseRepeatedName(path);
  const required = rewrite(document, (parameter, { kind, keys }) => {
    if (kind !== "parameter" || parameter.in !== "path" || parameter.required === true) return parameter;
    const where = targetOf(document, keys);
    given.report({ name: "optional-path-parameter", where, what: "required, as all that stands in a path is" });
    return { ...parameter, required: true };
  });
  return changeOperations(required, (operation) => {
    const missing = undeclared(required, operation);
    if (missing.length === 0) return operation.operation;
    const added = missing.map((parameter) => declared(parameter, operation, given));
    const own = Array.isArray(operation.operation.parameters) ? operation.operation.parameters : [];
    return { ...operation.operation, parameters: [...added, ...own] };
  });
}

function refuseRepeatedName(path: string): void {
  const names = templateNames(path);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new Problem(`$.paths: ${path} has {${twice}} twice. Give each place a name of its own in the source.`);
}

function undeclared(document: JsonObject, operation: Operation): JsonObject[] {
  const parameters = parametersOf(document, operation);
  return templateNames(operation.path)
    .map(
      (name): JsonObject => ({
        ...{ name, in: "path", required: true },
        description: `The \`${name}\` in the path.`,
        schema: { type: "string" },
      }),
    )
    .filter((parameter) => !parameters.some((one) => isSameParameter(one, parameter)));
}

function declared(parameter: JsonObject, operation: Operation, given: Given): JsonObject {
  const had = asBefore(String(parameter.name), operation, given);
  const what = `declared ${parameter.name}, ${had ? "as the current document does" : "a string"}`;
  given.report({ name: "undeclared-path-parameter", where: nameOf(operation), what });
  return had ?? parameter;
}

/** The parameter as the operation had it: under its name, or in its place when the place has another name now. */
function asBefore(name: string, operation: Operation, { current, before }: Given): JsonObject | undefined {
  const had = before(operation);
  if (!had) return undefined;
  const now = templateNames(operation.path);
  const then = templateNames(had.path);
  const known = then.includes(name) || then.length !== now.length ? name : then[now.indexOf(name)];
  const parameter = parametersOf(current, had).find((one) => one.in === "path" && one.name === known);
  return parameter && { ...parameter, name: name as Json };
}
