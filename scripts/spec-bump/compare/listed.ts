import { isObject, type JsonObject } from "../../openapi/json-value.js";
import { at, below, keysOf, pathWithin, schemaPlace } from "../../openapi/pointer.js";
import type { Finding } from "../comparison.js";
import type { RedoclyChange } from "../redocly-diff.js";
import { withoutDirection } from "./prepare.js";
import { breaksCallers } from "./rules.js";

type Documents = readonly [JsonObject, JsonObject];

/** Rules of Redocly that are not used: our own code compares operations, regions and security. */
const UNUSED = [
  "operation-removed",
  "path-removed",
  "operation-id-changed",
  "server-removed",
  "security-requirement-changed",
  "security-scheme-changed",
];
/** Objects that are called by their names. */
const NAMED = ["content", "headers", "links", "callbacks"];

/** The changes of `redocly diff` in our words, rated by its rules and by ours. */
export function findingsOf(changes: readonly RedoclyChange[], documents: Documents): Finding[] {
  const removed = new Set(changes.flatMap(({ kind, pointers }) => (kind === "removed" ? pointers : [])));
  const listed = changes.filter((change) => isInOperation(change) && !isOfRemovedProperty(change, removed));
  return listed.flatMap((change) => {
    const messages = change.verdicts
      .filter(({ ruleId }) => change.impact === "major" && !UNUSED.includes(ruleId))
      .map(({ message }) => withoutDirection(message).replace(/\.$/, ""));
    const breaking = messages.length > 0 || breaksCallers(change, documents);
    const texts = messages.length > 0 ? messages : [whatOf(change)];
    const adds = change.kind === "added" && !breaking ? { adds: true } : {};
    return texts.map((what) => ({ at: change.pointers, where: placeOf(change, documents), what, breaking, ...adds }));
  });
}

/**
 * Our own code compares servers, security and whole operations and schemas. The case of a header name has no meaning.
 */
function isInOperation({ property, pointers, before, after }: RedoclyChange): boolean {
  if (property === "name" && String(before).toLowerCase() === String(after).toLowerCase()) return false;
  return pointers.some((pointer) => {
    const [root, , third, fourth] = keysOf(pointer);
    if (fourth === undefined) return false;
    return root === "components" || (root === "paths" && third !== undefined && !/^(?:servers|security)$/.test(fourth));
  });
}

/** Whether a list of required properties is only different because a property was removed, which is a change itself. */
function isOfRemovedProperty({ property, pointers, before, after }: RedoclyChange, removed: Set<string>): boolean {
  if (property !== "required" || !Array.isArray(before)) return false;
  const now: unknown[] = Array.isArray(after) ? after : [];
  const isRemoved = (name: unknown) =>
    pointers.some((pointer) => removed.has(below(pointer.replace(/required$/, "properties"), String(name))));
  return now.every((name) => before.includes(name)) && before.every((name) => now.includes(name) || isRemoved(name));
}

function whatOf({ kind, property, pointers, before, after }: RedoclyChange): string {
  const [parent = "", last = ""] = keysOf(pointers[0] ?? "").slice(-2);
  if (parent === "properties" && after === false) return "may not be there now";
  if (property === undefined || parent === "properties") {
    const what = { added: "is new", removed: "is gone", modified: "has changed" }[kind];
    return NAMED.includes(parent) || NAMED.includes(last) ? `\`${last}\` ${what}` : what;
  }
  if (property === "deprecated") return after === true ? "is deprecated now" : "is no longer deprecated";
  if (property === "required" && !Array.isArray(before ?? after))
    return after === true ? "is required now" : "is optional now";
  const [was, is] = [before, after].map((value) =>
    value === undefined ? undefined : shortened(JSON.stringify(value)),
  );
  return `has ${is === undefined ? `no ${property}` : `${property} ${is}`} now, had ${was ?? "none"}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The place in a shared schema. If the two pointers lead to different schemas, the place in the operation. */
function placeOf({ pointers }: RedoclyChange, documents: Documents): string {
  const places = pointers.map((pointer) => schemaPlace(withoutDirection(pointer)));
  const outside = places.indexOf(undefined);
  return outside === -1 ? String(places.at(-1)) : whereOf(pointers[outside] ?? "", documents);
}

/** The place in an operation: `body.name`, `response 200: id`, `query parameter limit`. */
function whereOf(pointer: string, documents: Documents): string {
  const keys = keysOf(pointer);
  const [root, index = "", ...rest] = keys.slice(3);
  const hasSchema = rest.includes("schema") || index === "schema";
  const inside = hasSchema ? pathWithin(keys.slice(keys.indexOf("schema") + 1)) : "";
  if (root === "requestBody") return `body${inside}`;
  if (root === "responses") return `response ${index}${inside === "" ? "" : `: ${inside.replace(/^[. ]/, "")}`}`;
  if (root !== "parameters") return "operation";
  const parameter = documents.map((document) => at(document, below("#", ...keys.slice(0, 5)))).find(isObject);
  return parameter ? `${parameter.in} parameter ${parameter.name}${inside}` : "parameters";
}
