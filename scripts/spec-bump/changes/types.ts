import { stableJson } from "../json.js";
import { type Finding, listInWords } from "./finding.js";
import type { View } from "./schema-view.js";
import { type Pair, placed, type Site } from "./site.js";

interface TypeChange {
  readonly findings: Finding[];
  /** Whether no value can be of both types. */
  readonly another: boolean;
}

/** Compares the types of two schemas. A type that is not stated is any. */
export function compareTypes(site: Site, views: Pair<View>): TypeChange {
  const [before, after] = [views.base.types, views.next.types];
  const lost = missingFrom(after, before);
  const gained = missingFrom(before, after);
  if (lost.length === 0 && gained.length === 0) return { findings: [], another: false };
  const breaking = site.direction === "request" ? lost.length > 0 : gained.length > 0;
  const another = Boolean(before && after) && areAll(before, lost) && areAll(after, gained);
  const place = placed(site, views, "type");
  const whole = [...views.base.pointers, ...views.next.pointers];
  return {
    another,
    findings: [
      {
        ...place,
        at: another ? whole : place.at,
        what: ofNull(site, lost, gained) ?? `is ${typesInWords(after)} now, was ${typesInWords(before)}`,
        breaking,
        adds: !breaking && site.direction === "request",
      },
    ],
  };
}

/** Compares what `enum` and `const` allow. */
export function compareValues(site: Site, views: Pair<View>): Finding[] {
  const [before, after] = [views.base.values, views.next.values];
  const isRequest = site.direction === "request";
  const place = placed(site, views, (views.base.values ?? views.next.values)?.length === 1 ? "const" : "enum");
  const at = [...place.at, ...placed(site, views, "enum").at];
  if (!before && !after) return [];
  if (!before || !after) {
    const what = `${isRequest ? "takes" : "is"} ${after ? `only ${listInWords(after)} now` : "any value now"}`;
    return [{ ...place, at, what, breaking: isRequest === Boolean(after), adds: isRequest && !after }];
  }
  const lost = valuesMissingFrom(after, before);
  const gained = valuesMissingFrom(before, after);
  const lostWhat = `${isRequest ? "no longer takes" : "is never"} ${listInWords(lost)}${isRequest ? "" : " now"}`;
  const gainedWhat = `${isRequest ? "takes" : "may be"} ${listInWords(gained)} ${isRequest ? "too" : "now"}`;
  return [
    ...(lost.length > 0 ? [{ ...place, at, what: lostWhat, breaking: isRequest }] : []),
    ...(gained.length > 0 ? [{ ...place, at, what: gainedWhat, breaking: !isRequest, adds: isRequest }] : []),
  ];
}

/** The types that one side has and the other does not. An integer is a number. */
function missingFrom(types: string[] | undefined, wanted: string[] | undefined): string[] {
  if (types === undefined) return [];
  const known = types.includes("number") ? [...types, "integer"] : types;
  return (wanted ?? ["anything"]).filter((type) => !known.includes(type));
}

/** Null aside, which any type may be joined with. */
function areAll(types: string[] = [], among: string[]): boolean {
  return types.every((type) => type === "null" || among.includes(type));
}

function valuesMissingFrom(values: View["values"], wanted: View["values"]): unknown[] {
  const known = new Set(values?.map(stableJson));
  return (wanted ?? []).filter((value) => !known.has(stableJson(value)));
}

function ofNull({ direction }: Site, lost: string[], gained: string[]): string | undefined {
  const only = [...lost.map((type) => `-${type}`), ...gained.map((type) => `+${type}`)].join();
  if (only === "+null") return direction === "request" ? "takes null now" : "may be null now";
  if (only === "-null") return direction === "request" ? "no longer takes null" : "is never null now";
  return undefined;
}

function typesInWords(types: string[] | undefined): string {
  return types === undefined ? "of any type" : types.join(" or ");
}
