import { type Kind, OBJECTS } from "./grammar.js";
import { isObject, type Json, type JsonObject } from "./json-value.js";

/** The keys that lead from the document to an object. */
export type Keys = readonly (string | number)[];

export interface Place {
  readonly kind: Kind;
  readonly keys: Keys;
}

const ROOT: Place = { kind: "document", keys: [] };

/** All objects of the document with their places. An object comes before the objects inside it. */
export function* objectsOf(value: Json, place: Place = ROOT): Generator<[JsonObject, Place]> {
  if (!isObject(value)) return;
  yield [value, place];
  for (const { child, kind, steps } of childrenOf(value, place.kind))
    yield* objectsOf(child, { kind, keys: [...place.keys, ...steps] });
}

/**
 * A copy in which each object is replaced by what `change` returns. The objects inside an object are replaced first.
 */
export function rewrite<T extends Json>(
  value: T,
  change: (value: JsonObject, place: Place) => JsonObject,
  place: Place = ROOT,
): T {
  if (!isObject(value)) return value;
  const copies = Object.entries(value).map(([key, one]) => [
    key,
    isObject(one) ? { ...one } : Array.isArray(one) ? [...one] : one,
  ]);
  const copy: JsonObject = Object.fromEntries(copies);
  for (const { child, kind, steps } of childrenOf(value, place.kind)) {
    const changed = rewrite(child, change, { kind, keys: [...place.keys, ...steps] });
    const [key, step] = steps;
    if (step === undefined) copy[key] = changed;
    else (copy[key] as JsonObject)[step] = changed;
  }
  return change(copy, place) as T;
}

interface Child {
  readonly child: Json;
  readonly kind: Kind;
  readonly steps: readonly [key: string] | readonly [key: string, step: string | number];
}

function* childrenOf(value: JsonObject, parent: Kind): Generator<Child> {
  const contents: Readonly<Record<string, string>> = OBJECTS[parent];
  for (const [key, inside] of Object.entries(value)) {
    const isAny = "*" in contents && !key.startsWith("x-");
    const content = Object.hasOwn(contents, key) ? contents[key] : isAny ? contents["*"] : undefined;
    if (content === undefined) continue;
    const kind = content.replace(/\W+$/, "") as Kind;
    if (content === kind) yield { child: inside, kind, steps: [key] };
    else if (content.endsWith("[]") && Array.isArray(inside))
      for (const [index, child] of inside.entries()) yield { child, kind, steps: [key, index] };
    else if (content.endsWith("{}") && isObject(inside))
      for (const [name, child] of Object.entries(inside)) {
        // Paths and responses may have extensions beside them. In other maps, a name can be anything.
        const isExtension = (kind === "pathItem" || kind === "response") && name.startsWith("x-");
        if (!isExtension) yield { child, kind, steps: [key, name] };
      }
  }
}
