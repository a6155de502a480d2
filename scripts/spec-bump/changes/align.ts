import { isObject, type JsonObject } from "../json.js";
import type { Move } from "../moves.js";
import { operationsIn } from "../operations.js";

/** The current document with every moved operation at its new path, so that it is compared with what it has become. */
export function alignMoves(current: JsonObject, moves: readonly Move[]): JsonObject {
  if (moves.length === 0) return current;
  const paths = new Map(
    Object.entries(isObject(current.paths) ? current.paths : {}).map(([path, item]) => [
      path,
      isObject(item) ? { ...item } : item,
    ]),
  );
  for (const { method, from, to } of moves) {
    const found = operationsIn(current).find((one) => one.method === method && one.path === from);
    const left = paths.get(from);
    if (!found || !isObject(left)) continue;
    const key = method.toLowerCase();
    delete left[key];
    const { parameters: shared, servers } = found.item;
    const parameters = [shared, found.operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
    const there = paths.get(to);
    const operation = { ...(servers ? { servers } : {}), ...found.operation, parameters };
    paths.set(to, { ...(isObject(there) ? there : {}), [key]: operation });
  }
  return { ...current, paths: Object.fromEntries(paths) };
}
