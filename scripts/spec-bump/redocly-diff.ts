import { readFile } from "node:fs/promises";
import { Problem } from "../problem.js";
import { type RedoclyResult, reasonIn, redocly } from "../redocly.js";
import type { JsonObject } from "./json.js";
import { below } from "./pointer.js";

/** A difference as `redocly diff` lists it. */
export interface RedoclyChange {
  readonly impact: "major" | "minor" | "patch";
  readonly kind: "added" | "removed" | "modified";
  /** The keyword that differs; undefined where a whole object has come or gone. */
  readonly property: string | undefined;
  /** Where it is in one document or the other, down to the keyword. */
  readonly pointers: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  /** The rules that it offends. */
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
}

const CONFIG = new URL("redocly-diff.yaml", import.meta.url);

/**
 * Compares two documents with `redocly diff`.
 *
 * @throws {Problem} when it cannot read one of them, or not all of it.
 */
export async function redoclyDiff(current: JsonObject, next: JsonObject, config: URL | string = CONFIG) {
  const files = {
    "config.yaml": await readFile(config, "utf8"),
    "current.json": JSON.stringify(current),
    "next.json": JSON.stringify(next),
  };
  // The exit code is 1 for documents that differ and for documents that cannot be read.
  return readChanges(
    await redocly(["diff", "current.json", "next.json", "--config", "config.yaml", "--format", "json"], files),
  );
}

function readChanges({ stdout, stderr }: RedoclyResult): RedoclyChange[] {
  // Without its rules everything would count as harmless.
  if (/no diff rules are on/i.test(stderr)) throw new Error("redocly diff ran without its diff rules");
  const report = parseReport(stdout);
  if (!report) throw new Problem(`redocly diff cannot compare the two versions: ${reasonIn(stderr)}. Lint the source`);
  if (/leave parts of the descriptions unresolved/i.test(stderr)) {
    throw new Problem("redocly diff cannot follow every $ref, so it may miss what breaks. Lint the source");
  }
  return report.changes.map(toChange);
}

interface ListedPlace {
  readonly pointer: string;
  readonly value?: unknown;
}

interface Listed extends Pick<RedoclyChange, "impact" | "kind" | "verdicts"> {
  readonly property?: string;
  readonly base?: ListedPlace;
  readonly revision?: ListedPlace;
}

function parseReport(stdout: string): { changes: Listed[] } | undefined {
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

function toChange({ impact, kind, property, base, revision, verdicts }: Listed): RedoclyChange {
  const pointers = [base, revision].flatMap((place) => (place ? [place.pointer] : []));
  const places = pointers.map((pointer) => withKeyword(pointer, property));
  const keyword = property === "key" ? undefined : property;
  // A keyword that one side does not have is listed there as the object around it.
  const valueAt = (place: ListedPlace | undefined) =>
    place && (keyword === undefined || place.pointer.endsWith(below("", keyword))) ? place.value : undefined;
  return {
    impact,
    kind,
    property: keyword,
    pointers: places,
    before: valueAt(base),
    after: valueAt(revision),
    verdicts,
  };
}

/** A keyword that one side does not have is listed there without its name. */
function withKeyword(pointer: string, keyword: string | undefined): string {
  if (keyword === undefined || keyword === "key" || pointer.endsWith(below("", keyword))) return pointer;
  return below(pointer, keyword);
}
