import { readFile } from "node:fs/promises";
import type { JsonObject } from "../openapi/json-value.js";
import { below } from "../openapi/pointer.js";
import { reasonIn, redocly } from "../openapi/redocly.js";
import { Problem } from "../problem.js";

/** A difference in the list of `redocly diff`. */
export interface RedoclyChange {
  readonly impact: "major" | "minor" | "patch";
  readonly kind: "added" | "removed" | "modified";
  /** The keyword that is different; undefined if a whole object was added or removed. */
  readonly property: string | undefined;
  /** The places in the two documents, with the keyword. */
  readonly pointers: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
}

interface Listed extends Pick<RedoclyChange, "impact" | "kind" | "verdicts"> {
  readonly property?: string;
  readonly base?: Place;
  readonly revision?: Place;
}

interface Place {
  readonly pointer: string;
  readonly value?: unknown;
}

const CONFIG = new URL("redocly-diff.yaml", import.meta.url);

/**
 * Compares two documents with `redocly diff`.
 *
 * @throws {Problem} when Redocly cannot read a document, or a part of it.
 */
export async function redoclyDiff(current: JsonObject, next: JsonObject, config: URL | string = CONFIG) {
  const args = ["diff", "current.json", "next.json", "--config", "config.yaml", "--format", "json"];
  const { stdout, stderr } = await redocly(args, {
    "config.yaml": await readFile(config, "utf8"),
    "current.json": JSON.stringify(current),
    "next.json": JSON.stringify(next),
  });
  // Without rules, Redocly rates everything as harmless.
  if (/no diff rules are on/i.test(stderr)) throw new Error("redocly diff ran without its diff rules");
  if (/leave parts of the descriptions unresolved/i.test(stderr))
    throw new Problem("redocly diff cannot follow every $ref, so it may miss breaking changes. Lint the source");
  return listIn(stdout, stderr).map(toChange);
}

/** The exit code is 1 for documents that differ and for documents that Redocly cannot read. */
function listIn(stdout: string, stderr: string): Listed[] {
  try {
    return JSON.parse(stdout).changes;
  } catch {
    throw new Problem(`redocly diff cannot compare the two versions: ${reasonIn(stderr)}. Lint the source`);
  }
}

function toChange({ impact, kind, property, base, revision, verdicts }: Listed): RedoclyChange {
  const keyword = property === "key" ? undefined : property;
  const end = keyword === undefined ? "" : below("", keyword);
  // If one document does not have the keyword, Redocly gives the object around it.
  const hasEnd = ({ pointer }: Place) => pointer.endsWith(end);
  const valueAt = (place: Place | undefined) => (place && hasEnd(place) ? place.value : undefined);
  const places = [base, revision].filter((place) => place !== undefined);
  const pointers = places.map((place) => (hasEnd(place) ? place.pointer : `${place.pointer}${end}`));
  return { impact, kind, property: keyword, pointers, before: valueAt(base), after: valueAt(revision), verdicts };
}
