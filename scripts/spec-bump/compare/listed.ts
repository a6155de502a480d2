import { isObject, type JsonObject } from "../json.js";
import { at, below, keysOf, pathWithin, schemaPlace } from "../pointer.js";
import type { RedoclyChange } from "../redocly-diff.js";
import { type Finding, inWords } from "./finding.js";
import { withoutDirection } from "./prepare.js";
import { breaksCallers } from "./rules.js";

/**
 * Rules whose verdict is ours to give. Operations, regions and the key are compared as such; a scheme that has another
 * name breaks no caller of this client, nor does another operation id.
 */
const OURS = [
  "operation-removed",
  "path-removed",
  "operation-id-changed",
  "server-removed",
  "security-requirement-changed",
  "security-scheme-changed",
];

/** What `redocly diff` has listed, as changes in our words, rated by its rules and by ours. */
export function findingsOf(changes: readonly RedoclyChange[], documents: readonly [JsonObject, JsonObject]): Finding[] {
  const gone = new Set(changes.flatMap(({ kind, pointers }) => (kind === "removed" ? pointers : [])));
  const listed = changes.filter((change) => isOfOperation(change) && !isToldAlready(change, gone));
  return listed.flatMap((change) => {
    const rules = change.verdicts.filter(({ ruleId }) => !OURS.includes(ruleId));
    const theirs = change.impact === "major" && rules.length > 0;
    const breaking = theirs || breaksCallers(change, documents);
    const said = theirs ? rules.map(({ message }) => withoutDirection(message).replace(/\.$/, "")) : [whatOf(change)];
    return said.map((what) => ({
      ...placeOf(change, documents),
      ...{ what, breaking, source: theirs || !breaking ? ("redocly diff" as const) : ("own rule" as const) },
      ...(change.kind === "added" && !breaking ? { adds: true } : {}),
    }));
  });
}

/** Servers, security and whole operations and schemas are compared elsewhere. The case of a header's name is no change. */
function isOfOperation({ property, pointers, before, after }: RedoclyChange): boolean {
  if (property === "name" && String(before).toLowerCase() === String(after).toLowerCase()) return false;
  return pointers.some((pointer) => {
    const [root, , third, fourth] = keysOf(pointer);
    if (root === "components") return fourth !== undefined;
    return root === "paths" && third !== undefined && fourth !== undefined && !["servers", "security"].includes(fourth);
  });
}

/** A property that is gone is not required any more either. */
function isToldAlready({ property, pointers, before, after }: RedoclyChange, gone: ReadonlySet<string>): boolean {
  if (property !== "required" || !Array.isArray(before)) return false;
  const now: unknown[] = Array.isArray(after) ? after : [];
  const isGone = (name: unknown) =>
    pointers.some((pointer) => gone.has(below(pointer.replace(/required$/, "properties"), String(name))));
  return now.every((name) => before.includes(name)) && before.every((name) => now.includes(name) || isGone(name));
}

function whatOf({ kind, property, pointers, before, after }: RedoclyChange): string {
  const [parent = "", last = ""] = keysOf(pointers[0] ?? "").slice(-2);
  if (parent === "properties" && after === false) return "may not be there now";
  if (property === undefined || parent === "properties") {
    const what = kind === "added" ? "is new" : kind === "removed" ? "is gone" : "is another";
    // A media type or a header by its name; all of them together, where there were none.
    const isPart = PARTS.includes(parent) || PARTS.includes(last);
    return isPart ? `${code(last)} ${what}` : what;
  }
  if (property === "deprecated") return after === true ? "is deprecated now" : "is no longer deprecated";
  if (property === "required" && !Array.isArray(before ?? after))
    return after === true ? "is required now" : "is optional now";
  return `has ${after === undefined ? `no ${property}` : `${property} ${inWords(after)}`} now, had ${said(before)}`;
}

const PARTS = ["content", "headers", "links", "callbacks"];
const code = (name: string) => `\`${name}\``;
const said = (value: unknown) => (value === undefined ? "none" : inWords(value));

function placeOf({ pointers }: RedoclyChange, documents: readonly [JsonObject, JsonObject]) {
  const plain = pointers.map(withoutDirection);
  const places = plain.map(schemaPlace);
  // If the two pointers lead to different places, the change is told where it is in the next document, or in the operation.
  const schema = places.every((place) => place === places[0]) ? places[0] : undefined;
  const outside = places.indexOf(undefined);
  const where = schema ?? (outside === -1 ? String(places.at(-1)) : whereOf(pointers[outside] ?? "", documents));
  return { at: pointers, where, ...(schema === undefined ? {} : { schema }) };
}

/** The place in an operation that a pointer leads to: `body.name`, `response 200: id`, `query parameter limit`. */
function whereOf(pointer: string, documents: readonly [JsonObject, JsonObject]): string {
  const keys = keysOf(pointer);
  const [root, index = "", ...rest] = keys.slice(3);
  const inside =
    rest.includes("schema") || index === "schema" ? pathWithin(keys.slice(keys.indexOf("schema") + 1)) : "";
  if (root === "requestBody") return `body${inside}`;
  if (root === "responses") return `response ${index}${inside === "" ? "" : `: ${inside.replace(/^[. ]/, "")}`}`;
  if (root !== "parameters") return "operation";
  const place = pointer.split("/").slice(0, 6).join("/");
  const parameter = documents.map((document) => at(document, place)).find(isObject);
  return parameter ? `${parameter.in} parameter ${parameter.name}${inside}` : "parameters";
}
