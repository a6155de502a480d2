import { isObject, type Json, type JsonObject } from "../json.js";
import type { Move } from "../moves.js";
import { changeOperations, operationsIn, parametersOf, templateNames } from "../operations.js";

/**
 * The current document with every moved operation at its new path and with the names of that path, so that it is compared
 * with what it has become.
 */
export function alignMoves(current: JsonObject, moves: readonly Move[]): JsonObject {
  if (moves.length === 0) return current;
  // Operations of one path can part: each has its own parameters and servers.
  const own = changeOperations(current, (one) => {
    const parameters = parametersOf(current, one);
    const servers = one.operation.servers ?? one.item.servers;
    return {
      ...one.operation,
      ...(servers !== undefined && { servers }),
      ...(parameters.length > 0 && { parameters }),
    };
  });
  const paths: Record<string, JsonObject> = {};
  for (const { method, path, operation } of operationsIn(own)) {
    const move = moves.find((one) => one.method === method && one.from === path);
    const { parameters } = operation;
    const isRenamed = move && Array.isArray(parameters);
    const moved = isRenamed ? { ...operation, parameters: renamed(parameters, renamedNames(move)) } : operation;
    const to = move?.to ?? path;
    paths[to] = { ...paths[to], [method.toLowerCase()]: moved };
  }
  return { ...current, paths };
}

/** The names in a path that are others after a move, each with the new one. */
export function renamedNames({ from, to }: Move): [string, string][] {
  const [before, after] = [templateNames(from), templateNames(to)];
  if (before.length !== after.length) return [];
  return before.flatMap((name, index): [string, string][] =>
    after[index] === name ? [] : [[name, String(after[index])]],
  );
}

function renamed(parameters: readonly Json[], names: readonly [string, string][]): Json {
  return parameters.map((one) => {
    const name = isObject(one) && one.in === "path" ? names.find(([before]) => before === one.name)?.[1] : undefined;
    return isObject(one) && name !== undefined ? { ...one, name } : one;
  });
}
