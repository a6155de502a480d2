import { isObject, type Json, type JsonObject, stableJson } from "../json.js";
import { keywordInWords } from "./constraints.js";
import type { Finding } from "./finding.js";
import { below } from "./pointer.js";
import type { Sources } from "./schema-view.js";
import { compareSchemas } from "./schemas.js";
import type { Site } from "./site.js";

/** A value of a document and where it stands, its reference followed. */
export interface Placed {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Two versions of a body, of a request or a response. */
export interface Bodies {
  readonly base: Placed;
  readonly next: Placed;
}

/** Where bodies are compared. In a success that may be of another media type too, `data` may be of either type. */
export interface BodySite extends Site {
  readonly isSuccess: boolean;
}

/** Compares what bodies hold, media type by media type. */
export function compareContents(site: BodySite, { base, next }: Bodies): Finding[] {
  const before = mediaTypesOf(base);
  const after = mediaTypesOf(next);
  const shared = [...before.keys()].filter((type) => after.has(type));
  return [
    ...compareMediaTypes(site, before, after),
    ...shared.flatMap((type) => {
      const root = shared.length > 1 ? `${site.root} (${type})` : site.root;
      return compareMedia({ ...site, root }, before.get(type) as Placed, after.get(type) as Placed);
    }),
  ];
}

type MediaTypes = ReadonlyMap<string, Placed>;

/** Compares which media types there are. Where some have taken the place of others, that is one change. */
function compareMediaTypes({ root: where, direction, isSuccess }: BodySite, before: MediaTypes, after: MediaTypes) {
  const gone = [...before.keys()].filter((type) => !after.has(type));
  const come = [...after.keys()].filter((type) => !before.has(type));
  const isRequest = direction === "request";
  const say = (types: string[], what: string, breaking: boolean): Finding => ({
    where,
    at: types.flatMap((type) => [before.get(type), after.get(type)].flatMap((one) => one?.pointer ?? [])),
    what,
    breaking,
    adds: !breaking,
  });
  if (gone.length === 0 && come.length === 0) return [];
  if (before.size === 0) return [say(come, `has a body now: ${come.join(", ")}`, false)];
  if (after.size === 0) return [say(gone, `has no body now, was ${gone.join(", ")}`, true)];
  if (come.length === 0) return [say(gone, `can no longer be ${gone.join(", ")}`, true)];
  if (gone.length === 0) return [say(come, `may be ${come.join(", ")} too`, isSuccess && !isRequest)];
  return [say([...gone, ...come], `is ${come.join(", ")} now, was ${gone.join(", ")}`, true)];
}

function compareMedia(site: Site, base: Placed, next: Placed): Finding[] {
  const schemas = compareSchemas(site, { path: "", base: schemaIn(base), next: schemaIn(next) });
  const encodings = [base, next].map(({ value }) => value.encoding);
  if (stableJson(encodings[0] ?? {}) === stableJson(encodings[1] ?? {})) return schemas;
  const what = keywordInWords("encoding", encodings[0], encodings[1]);
  const at = [base, next].map(({ pointer }) => below(pointer, "encoding"));
  return [...schemas, { where: site.root, at, what, breaking: true }];
}

/** The schema of a media type or of a parameter. */
export function schemaIn({ value, pointer }: Placed): Sources {
  return value.schema === undefined ? [] : [{ schema: value.schema, pointer: below(pointer, "schema") }];
}

/** Media types by name, without parameters such as `charset`. */
function mediaTypesOf({ value, pointer }: Placed): MediaTypes {
  const content: Json | undefined = value.content;
  const entries = isObject(content) ? Object.entries(content) : [];
  return new Map(
    entries.map(([type, media]) => [
      (type.split(";")[0] ?? "").trim().toLowerCase(),
      { value: isObject(media) ? media : {}, pointer: below(pointer, "content", type) },
    ]),
  );
}
