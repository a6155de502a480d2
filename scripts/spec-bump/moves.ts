import type { JsonObject } from "../openapi/json-value.js";
import { nameOf, type Operation, operationsIn, withoutNames } from "./document-operations.js";

/** An operation whose path has changed. */
export interface Move {
  /** In upper case. */
  readonly method: string;
  /** The path template in the current document. */
  readonly from: string;
  /** The path template in the next document. */
  readonly to: string;
}

type Sign = (gone: Operation, added: Operation) => boolean;

/** What makes two operations the same one, the surest sign first. */
const SIGNS: readonly Sign[] = [
  // Only the API version or names of parameters are different.
  (a, b) => segmentsOf(a.path).join("/") === segmentsOf(b.path).join("/"),
  (a, b) => typeof a.operation.operationId === "string" && a.operation.operationId === b.operation.operationId,
  // One path has more segments, such as `/accounts/{accountId}` at the beginning.
  (a, b) => hasSegmentsOf(a.path, b.path),
];

/**
 * Finds the operations of the current document that have another path in the next one, with the same method. If an
 * operation could have moved to several paths, it has not moved: one operation is removed, and the others are added.
 */
export function findMoves(current: JsonObject, next: JsonObject): Move[] {
  let gone = onlyIn(current, next);
  let added = onlyIn(next, current);
  const moves: Move[] = [];
  for (const sign of SIGNS) {
    const pairs = uniquePairs(gone, added, (a, b) => a.method === b.method && sign(a, b));
    moves.push(...pairs.map(([a, b]) => ({ method: a.method, from: a.path, to: b.path })));
    gone = gone.filter((one) => !pairs.some(([a]) => a === one));
    added = added.filter((one) => !pairs.some(([, b]) => b === one));
  }
  const order = operationsIn(current).map(nameOf);
  const position = ({ method, from }: Move) => order.indexOf(nameOf({ method, path: from }));
  return moves.sort((a, b) => position(a) - position(b));
}

/** The operations that another document does not have. */
export function onlyIn(document: JsonObject, other: JsonObject): Operation[] {
  const names = new Set(operationsIn(other).map(nameOf));
  return operationsIn(document).filter((operation) => !names.has(nameOf(operation)));
}

/** The pairs in which neither operation could belong to another one. */
function uniquePairs(gone: Operation[], added: Operation[], sign: Sign): [Operation, Operation][] {
  return gone.flatMap((a) => {
    const [b, ...others] = added.filter((one) => sign(a, one));
    const isUnique = b && others.length === 0 && gone.filter((one) => sign(one, b)).length === 1;
    return isUnique ? [[a, b]] : [];
  });
}

function segmentsOf(path: string): string[] {
  return withoutNames(path)
    .replace(/^\/v\d+(?=\/)/i, "")
    .split("/")
    .filter((segment) => segment !== "");
}

/** Whether one path has all segments of the other in the same order, and both have the same end: `things/{}`. */
function hasSegmentsOf(a: string, b: string): boolean {
  const [short = [], long = []] = [segmentsOf(a), segmentsOf(b)].sort((one, other) => one.length - other.length);
  const endOf = (segments: readonly string[]) => /[^/{}]+(?:\/\{\})*$/.exec(segments.join("/"))?.[0];
  if (endOf(short) === undefined || endOf(short) !== endOf(long)) return false;
  const left = [...short];
  for (const segment of long) if (segment === left[0]) left.shift();
  return left.length === 0;
}
