import { isObject, type Json, type JsonObject } from "./json.js";
import { nameOf, type Operation, operationsIn } from "./operations.js";
import { type Shape, shapeOf } from "./shape.js";
import { withoutNames } from "./sources/template.js";

/** An operation that stands at another path than before. */
export interface Move {
  /** In upper case. */
  readonly method: string;
  /** The path template in the current document. */
  readonly from: string;
  /** The path template in the next one. */
  readonly to: string;
}

/**
 * The operations of the current document that are gone from where they were and are new elsewhere in the next one,
 * under the same method. They are one when they have the same id, or take and give the same under a related path. Where
 * more than one could be meant none is: that is an operation removed and another one added.
 */
export function findMoves(current: JsonObject, next: JsonObject): Move[] {
  let gone = onlyIn(current, next);
  let added = onlyIn(next, current);
  const moves: Move[] = [];
  // The surest sign first: what one sign has matched, the weaker ones need not guess at.
  for (const sign of SIGNS) {
    const found = oneToOne(gone, added, (a, b) => a.method === b.method && sign(a, b));
    moves.push(...found.map(([a, b]) => ({ method: a.method, from: a.path, to: b.path })));
    gone = gone.filter((one) => !found.some(([a]) => a === one));
    added = added.filter((one) => !found.some(([, b]) => b === one));
  }
  const order = operationsIn(current).map(nameOf);
  const position = ({ method, from }: Move) => order.indexOf(nameOf({ method, path: from }));
  return moves.sort((a, b) => position(a) - position(b));
}

interface Candidate extends Operation {
  readonly shape: Shape;
}

type Sign = (gone: Candidate, added: Candidate) => boolean;

const SIGNS: readonly Sign[] = [
  // A renamed parameter changes nothing of the URLs.
  (a, b) => withoutNames(a.path) === withoutNames(b.path),
  (a, b) => typeof a.operation.operationId === "string" && a.operation.operationId === b.operation.operationId,
  (a, b) => isSameShape(a, b) && lastLiteral(a.path) === lastLiteral(b.path) && shareTag(a, b),
  (a, b) => isSameShape(a, b) && lastLiteral(a.path) === lastLiteral(b.path),
  (a, b) => isSameShape(a, b) && shareTag(a, b) && a.shape.telling,
  // A new prefix, such as the account that everything is in, may come with another response.
  (a, b) => isUnderPrefix(a.path, b.path) && shareTag(a, b),
];

function onlyIn(document: JsonObject, other: JsonObject): Candidate[] {
  const names = new Set(operationsIn(other).map(nameOf));
  return operationsIn(document)
    .filter((operation) => !names.has(nameOf(operation)))
    .map((operation) => ({ ...operation, shape: shapeOf(document, operation) }));
}

/** The pairs of which neither side could go with anything else. */
function oneToOne(gone: Candidate[], added: Candidate[], related: Sign): [Candidate, Candidate][] {
  return gone.flatMap((a) => {
    const [b, ...more] = added.filter((one) => related(a, one));
    const sole = b && more.length === 0 && gone.filter((one) => related(one, b)).length === 1;
    return sole ? [[a, b]] : [];
  });
}

/** Known by name or by content: one release may move an operation and change a schema, or move it and rename one. */
function isSameShape({ shape: a }: Candidate, { shape: b }: Candidate): boolean {
  return a.byName === b.byName || a.byContent === b.byContent;
}

/** `/v1/things` and `/v1/accounts/{accountId}/things`: one path has more in front, and the rest is the same. */
function isUnderPrefix(a: string, b: string): boolean {
  const [short = "", long = ""] = [a, b]
    .map((path) => withoutNames(path).replace(/^\/v\d+(?=\/)/i, ""))
    .sort((one, other) => one.length - other.length);
  return lastLiteral(short) !== undefined && long.endsWith(short);
}

function lastLiteral(path: string): string | undefined {
  return path
    .split("/")
    .filter((segment) => segment !== "" && !segment.includes("{"))
    .at(-1);
}

function shareTag({ operation: a }: Candidate, { operation: b }: Candidate): boolean {
  return tagsOf(a).some((tag) => tagsOf(b).includes(tag));
}

function tagsOf({ tags }: { readonly [key: string]: Json }): Json[] {
  return Array.isArray(tags) ? tags.filter((tag) => !isObject(tag)) : [];
}
