import type { RedoclyChange } from "../redocly-diff.js";
import type { Finding } from "./finding.js";
import { isWithin, keysOf, pathWithin, schemaPlace } from "./pointer.js";
import { whereIn } from "./site.js";

/** A finding and who rates it as it is rated. */
export interface RatedFinding extends Finding {
  readonly source: "redocly diff" | "own rule";
}

export interface Opinion {
  /** What was found already: one change of the document may be a finding in many operations. */
  readonly rated: ReadonlyMap<Finding, RatedFinding>;
  /** What breaks and was not found. */
  readonly missed: readonly RatedFinding[];
}

/**
 * Rules whose verdict is ours to give. Which operations are gone or have moved, and which regions, is compared as such; a
 * scheme that has another name breaks no caller of this client, nor does another operation id.
 */
const OURS = [
  "operation-removed",
  "path-removed",
  "operation-id-changed",
  "server-removed",
  "security-requirement-changed",
  "security-scheme-changed",
];

/** Joins what our rules have found with what `redocly diff` has found: each change once, and breaking if either says so. */
export function secondOpinion(findings: readonly Finding[], changes: readonly RedoclyChange[]): Opinion {
  const rated = new Map(findings.map((finding) => [finding, { ...finding, source: "own rule" } as RatedFinding]));
  const missed: RatedFinding[] = [];
  for (const change of changes) {
    const rules = change.verdicts.filter(({ ruleId }) => !OURS.includes(ruleId));
    const breaking = rules.length > 0 && change.impact === "major";
    if (!breaking && change.impact === "major") continue;
    const matching = findings.filter((finding) => isSame(finding, change));
    // What breaks in a request is harmless in a response: ours know in which of them each operation meets it.
    const overruled = breaking && !matching.some((finding) => finding.breaking);
    for (const finding of matching) {
      if (overruled) rated.set(finding, { ...finding, breaking, source: "redocly diff" });
      else if (finding.breaking === breaking) rated.set(finding, { ...finding, source: "redocly diff" });
    }
    if (breaking && matching.length === 0) missed.push(...rules.map(({ message }) => asFinding(change, message)));
  }
  return { rated, missed };
}

/** Redocly lists what holds a change, or each part of it; either way one stands within the other. */
function isSame({ at }: Finding, { pointers }: RedoclyChange): boolean {
  return at.some((ours) => pointers.some((theirs) => isWithin(ours, theirs) || isWithin(theirs, ours)));
}

function asFinding({ pointers }: RedoclyChange, message: string): RatedFinding {
  const places = pointers.map(schemaPlace);
  // Of two places the change is not one of the schema, but of the operation that had one of them and has the other.
  const schema = places.every((place) => place === places[0]) ? places[0] : undefined;
  const outside = pointers.find((_, i) => places[i] === undefined);
  return {
    where: schema ?? (outside === undefined ? (places[0] ?? "operation") : whereOf(outside)),
    at: pointers,
    what: message.replace(/\.$/, ""),
    breaking: true,
    source: "redocly diff",
    ...(schema === undefined ? {} : { schema }),
  };
}

/** The place in an operation that a pointer leads to. */
function whereOf(pointer: string): string {
  const keys = keysOf(pointer);
  const [root, ...rest] = keys[0] === "paths" ? keys.slice(3) : keys;
  const inSchema = pathWithin(rest.slice(rest.indexOf("schema") + 1));
  if (root === "requestBody") return whereIn("body", inSchema);
  if (root === "responses") return whereIn(`response ${rest[0]}`, inSchema);
  return root === "parameters" ? "parameters" : "operation";
}
