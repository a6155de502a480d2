import { isObject, type Json, type JsonObject } from "../json.js";

/** Where something stands: the keys that lead there, as JSONPath gives them. */
export type Location = readonly (string | number)[];

/** A copy in which an action's update has been merged into what stands at the location. */
export function updateAt(document: Json, location: Location, update: Json): Json {
  return changeAt(document, location, (value) => {
    if (Array.isArray(value)) return [...value, ...[update].flat()];
    return isObject(value) && isObject(update) ? merge(withoutOurs(value, update), update) : value;
  });
}

/** A copy without what stands at the location. */
export function removeAt(document: Json, location: Location): Json {
  const last = location.at(-1);
  return changeAt(document, location.slice(0, -1), (value) => {
    if (Array.isArray(value)) return value.filter((_, index) => index !== last);
    return isObject(value) ? without(value, [String(last)]) : value;
  });
}

/** Overlay 1.0.0: objects are merged, lists are joined, anything else is replaced. */
function merge(value: Json | undefined, update: Json): Json {
  if (Array.isArray(value) && Array.isArray(update)) return [...value, ...update];
  if (!isObject(value) || !isObject(update)) return update;
  const merged = Object.entries(update).map(([key, one]) => [key, merge(own(value, key), one)]);
  return { ...value, ...Object.fromEntries(merged) };
}

/**
 * An example, the license, an extension are values: merged with another one they would be neither. In a published
 * document there are none; where there are, as in a document that has the overlay already, ours take their place.
 */
function withoutOurs(value: JsonObject, update: JsonObject): JsonObject {
  const whole = Object.keys(update).filter((key) => key === "example" || key === "license" || key.startsWith("x-"));
  const rest = without(value, whole);
  if (!isObject(rest.examples) || !isObject(update.examples)) return rest;
  return { ...rest, examples: without(rest.examples, Object.keys(update.examples)) };
}

function changeAt(value: Json, [key, ...rest]: Location, change: (value: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? changeAt(one, rest, change) : one));
  const inside = isObject(value) ? own(value, String(key)) : undefined;
  return inside === undefined ? value : { ...(value as JsonObject), [key]: changeAt(inside, rest, change) };
}

function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function without(value: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
