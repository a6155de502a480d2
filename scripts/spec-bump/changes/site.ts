import type { JsonObject } from "../json.js";
import type { Direction } from "./finding.js";
import { below, schemaPlace } from "./pointer.js";
import type { Sources, View } from "./schema-view.js";

/** Where schemas are compared: one body or parameter of one operation, in two documents. */
export interface Site {
  readonly base: JsonObject;
  readonly next: JsonObject;
  readonly direction: Direction;
  /** What people call it: `body`, `response 200`, `query parameter limit`. */
  readonly root: string;
  /** The pairs of schemas that this operation has been compared in: circles end, and each change is told once. */
  readonly seen: Set<string>;
}

/** Two schemas, and the way to them from the root of the site: `.items[].id`. */
export interface Pair<Side = Sources> {
  readonly path: string;
  readonly base: Side;
  readonly next: Side;
}

/** The place of a finding in a schema that is about one keyword of it. */
export function placed(site: Site, { path, base, next }: Pair<View>, keyword: string) {
  const pointers = [...base.pointers, ...next.pointers];
  return {
    where: whereIn(site.root, path),
    at: pointers.map((pointer) => below(pointer, keyword)),
    ...inSchema(pointers[0]),
  };
}

/** `body.name`, `response 200: items[].id` */
export function whereIn(root: string, path: string): string {
  if (path === "" || root === "body") return `${root}${path}`;
  return `${root}:${path.startsWith(".") ? ` ${path.slice(1)}` : ` ${path.trimStart()}`}`;
}

/** Names the place in a schema under components, where a pointer leads into one. */
export function inSchema(pointer: string | undefined, path = ""): { schema?: string } {
  const place = pointer === undefined ? undefined : schemaPlace(pointer);
  return place === undefined ? {} : { schema: `${place}${path}` };
}
