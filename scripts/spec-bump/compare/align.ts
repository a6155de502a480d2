import type { JsonObject } from "../../openapi/json-value.js";
import { operationsIn, parametersOf, templateNames } from "../document-operations.js";
import type { Move } from "../moves.js";

/**
 * The current document with each moved operation at its new path, so that it is compared with the next version of it.
 */
export function alignMoves(current: JsonObject, moves: readonly Move[]): JsonObject {
  if (moves.length === 0) return current;
  const paths: Record<string, JsonObject> = {};
  for (const one of operationsIn(current)) {
    const { method, path, item, operation } = one;
    const move = moves.find((other) => other.method === method && other.from === path);
    const names = new Map(move ? renamedNames(move) : []);
    const parameters = parametersOf(current, one).map((parameter) => {
      const name = parameter.in === "path" ? names.get(String(parameter.name)) : undefined;
      return name === undefined ? parameter : { ...parameter, name };
    });
    const servers = operation.servers ?? item.servers;
    const to = move?.to ?? path;
    const own = { ...(servers !== undefined && { servers }), ...(parameters.length > 0 && { parameters }) };
    paths[to] = { ...paths[to], [method.toLowerCase()]: { ...operation, ...own } };
  }
  return { ...current, paths };
}

/** The parameter names in a path that have changed in a move, each with the new name. */
export function renamedNames({ from, to }: Move): [string, string][] {
  const [before, after] = [templateNames(from), templateNames(to)];
  if (before.length !== after.length) return [];
  const pairs = before.map((name, index): [string, string] => [name, after[index] ?? name]);
  return pairs.filter(([old, name]) => old !== name);
}
