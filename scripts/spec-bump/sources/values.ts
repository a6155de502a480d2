import type { Json } from "../json.js";
import { below } from "../pointer.js";

/** A value of a document and what it stands in. */
export interface Value {
  readonly value: Json;
  /** The key or index under which it stands; empty for the document itself. */
  readonly key: string;
  readonly parent: Value | undefined;
  readonly depth: number;
}

/** Every value of a document, the document first. Without recursion: the document may be nested without end. */
export function* valuesOf(document: Json): Generator<Value> {
  const open: Value[] = [{ value: document, key: "", parent: undefined, depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    yield at;
    if (typeof at.value !== "object" || at.value === null) continue;
    for (const [key, value] of Object.entries(at.value)) open.push({ value, key, parent: at, depth: at.depth + 1 });
  }
}

/** Where a value stands, as a JSON Pointer in a URI fragment would say it. */
export function pointerOf({ key, parent }: Value): string {
  return parent ? below(pointerOf(parent), key) : "#";
}
