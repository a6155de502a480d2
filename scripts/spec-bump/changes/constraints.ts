import { type Json, stableJson } from "../json.js";
import { type Direction, inWords } from "./finding.js";

/** What a changed keyword does to the set of values that a schema accepts. */
type Effect = "fewer" | "more" | "unknown" | "none";

const LOWER_BOUNDS = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"];
const UPPER_BOUNDS = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"];
const FLAGS: Readonly<Record<string, Json | undefined>> = {
  uniqueItems: true,
  unevaluatedItems: false,
  unevaluatedProperties: false,
};
/** They say something of a value without deciding whether it is accepted. */
const NOTES = ["default", "deprecated", "readOnly", "writeOnly"];

export interface KeywordChange {
  readonly keyword: string;
  readonly base: Json | undefined;
  readonly next: Json | undefined;
}

/** The keywords in which two schemas differ, apart from those that shape a value. */
export function keywordChanges(base: ReadonlyMap<string, Json>, next: ReadonlyMap<string, Json>): KeywordChange[] {
  return [...new Set([...base.keys(), ...next.keys()])]
    .map((keyword) => ({ keyword, base: base.get(keyword), next: next.get(keyword) }))
    .filter((one) => said(one.base) !== said(one.next));
}

/** No value at all is another thing than null. */
function said(value: Json | undefined): string {
  return value === undefined ? "not set" : stableJson(value);
}

/** Whether a caller notices: is refused what was accepted, given what was never given, or treated in another way. */
export function isBreaking({ keyword, base, next }: KeywordChange, direction: Direction): boolean {
  // What a caller leaves out means something else from then on. A default that is new may have held before.
  if (keyword === "default") return direction === "request" && base !== undefined;
  if (keyword === "readOnly") return direction === "request" && next === true;
  if (keyword === "writeOnly") return direction === "response" && next === true;
  const effect = effectOf({ keyword, base, next });
  if (effect === "none") return false;
  return effect === "unknown" || effect === (direction === "request" ? "fewer" : "more");
}

/** `has maxLength 5 now, had 10` */
export function describe({ keyword, base, next }: KeywordChange): string {
  if (keyword === "deprecated") return next === true ? "is deprecated now" : "is no longer deprecated";
  if (keyword === "readOnly") return next === true ? "is read-only now" : "is no longer read-only";
  if (keyword === "writeOnly") return next === true ? "is write-only now" : "is no longer write-only";
  return keywordInWords(keyword, base, next);
}

/** Of any keyword that has a value. */
export function keywordInWords(keyword: string, base: Json | undefined, next: Json | undefined): string {
  if (next === undefined) return `has no ${keyword} now, had ${inWords(base)}`;
  return `has ${keyword} ${inWords(next)} now, had ${base === undefined ? "none" : inWords(base)}`;
}

function effectOf({ keyword, base, next }: KeywordChange): Effect {
  if (NOTES.includes(keyword)) return "none";
  if (Object.hasOwn(FLAGS, keyword)) {
    const [before, after] = [base === FLAGS[keyword], next === FLAGS[keyword]];
    return before === after ? "unknown" : after ? "fewer" : "more";
  }
  if (base === undefined) return "fewer";
  if (next === undefined) return "more";
  const isLower = LOWER_BOUNDS.includes(keyword);
  if (typeof base !== "number" || typeof next !== "number" || !(isLower || UPPER_BOUNDS.includes(keyword))) {
    return "unknown";
  }
  return next > base === isLower ? "fewer" : "more";
}
