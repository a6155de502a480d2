import type { Operation } from "../document-operations.js";

/**
 * Whether code can use an id: it passes our lint rule and can be a property. A property `then` would make a promise.
 */
export function isUsableId(id: string): boolean {
  return /^[a-z][a-zA-Z0-9]*$/.test(id) && !(id in Object.prototype) && id !== "then";
}

/** The ids that a new operation could get, the best first. They depend on nothing but the operation. */
export const NAMES: readonly ((operation: Operation) => string)[] = [
  ({ operation }) => (typeof operation.operationId === "string" ? operation.operationId : ""),
  ({ operation }) => (typeof operation.summary === "string" ? fromSummary(operation.summary) : ""),
  ({ method, path }) => fromPath(method, withoutScope(segmentsOf(path))),
  ({ method, path }) => fromPath(method, segmentsOf(path)),
  ({ method, path }) => fromPath(method, segmentsOf(path)) + inCamels(versionOf(path) ?? ""),
];

/** `Restart a delivery` becomes `restartDelivery`. A summary that is a whole sentence gives no id. */
function fromSummary(summary: string): string {
  const words = wordsOf(summary.replaceAll(/['’]/g, "")).filter((word) => !/^(?:an?|the)$/i.test(word));
  const name = words.map(capitalized).join("");
  return words.length <= 7 && name.length <= 50 ? name.charAt(0).toLowerCase() + name.slice(1) : "";
}

/**
 * The method and the words of the path. A word before a parameter is singular: `GET /things/{thingId}/audio` becomes
 * `getThingAudio`, and `DELETE /things/{thingId}` becomes `deleteThing`.
 */
function fromPath(method: string, segments: readonly string[]): string {
  const words = segments.flatMap((segment, index) => {
    if (isParameter(segment)) return isParameter(segments[index - 1] ?? segment) ? [`By${inCamels(segment)}`] : [];
    return [isParameter(segments[index + 1] ?? "") ? singular(inCamels(segment)) : inCamels(segment)];
  });
  return method.toLowerCase() + words.join("");
}

/** Leaves out the first collection and its id, as in `/accounts/{accountId}`, if more words follow. */
function withoutScope(segments: readonly string[]): readonly string[] {
  const [collection = "", id = "", ...rest] = segments;
  const isScope = !isParameter(collection) && isParameter(id) && rest.some((segment) => !isParameter(segment));
  return isScope ? rest : segments;
}

function segmentsOf(path: string): string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  return versionOf(path) === undefined ? segments : segments.slice(1);
}

function versionOf(path: string): string | undefined {
  return /^\/(v\d+)(?=\/|$)/i.exec(path)?.[1];
}

function isParameter(segment: string): boolean {
  return /^\{[^{}]*\}$/.test(segment);
}

function inCamels(text: string): string {
  return wordsOf(text).map(capitalized).join("");
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return plain.match(/[a-zA-Z0-9]+/g) ?? [];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/i.test(word)) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  return word.replace(/(?<=ss|x|ch|sh)es$|s$/, "");
}
