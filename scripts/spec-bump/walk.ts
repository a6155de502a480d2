import { type Held, heldBy, type Kind, namesOf } from "./grammar.js";
import { isObject, type Json, type JsonObject } from "./json.js";

/** Where an object stands in the document: the keys that lead there. */
export type Keys = readonly (string | number)[];

export interface Place {
  readonly kind: Kind;
  readonly keys: Keys;
}

const ROOT: Place = { kind: "document", keys: [] };

/** Every object of the document with its place, each before those that it holds. */
export function* objectsOf(value: Json, { kind, keys }: Place = ROOT): Generator<[JsonObject, Place]> {
  if (!isObject(value)) return;
  yield [value, { kind, keys }];
  for (const [key, held] of heldBy(kind, value)) {
    for (const [step, one] of membersOf(value[key] as Json, held)) {
      yield* objectsOf(one, { kind: held.kind, keys: [...keys, key, ...step] });
    }
  }
}

/** A copy in which every object of the document is what `change` makes of it. What an object holds is changed first. */
export function rewrite<T extends Json>(
  value: T,
  change: (value: JsonObject, place: Place) => JsonObject,
  place: Place = ROOT,
): T {
  if (!isObject(value)) return value;
  const copy = mapHeld(value, place.kind, (one, { kind, keys }) =>
    rewrite(one, change, { kind, keys: [...place.keys, ...keys] }),
  );
  return change(copy, place) as T;
}

/** A copy of an object in which what it holds is what `map` makes of it; the keys are those that lead there from it. */
export function mapHeld(value: JsonObject, kind: Kind, map: (one: Json, place: Place) => Json): JsonObject {
  const copies = heldBy(kind, value).map(([key, held]): [string, Json] => {
    const whole = value[key] as Json;
    const members = membersOf(whole, held).map(([step, one]): [string | number | undefined, Json] => [
      step[0],
      map(one, { kind: held.kind, keys: [key, ...step] }),
    ]);
    if (held.as === "one") return [key, members[0]?.[1] ?? whole];
    if (Array.isArray(whole)) return [key, members.map(([, one]) => one)];
    return [key, isObject(whole) ? { ...whole, ...Object.fromEntries(members) } : whole];
  });
  return { ...value, ...Object.fromEntries(copies) };
}

/** What stands under one key, with the step from there to each. */
function membersOf(value: Json, { kind, as }: Held): [step: (string | number)[], value: Json][] {
  if (as === "one") return [[[], value]];
  if (as === "list") return Array.isArray(value) ? value.map((one, index) => [[index], one]) : [];
  return isObject(value) ? namesOf(value, kind).map((name) => [[name], value[name] as Json]) : [];
}
