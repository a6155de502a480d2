import type { Comparison } from "./comparison.js";
import { nameOf } from "./operations.js";
import { sentence } from "./sentence.js";
import { callsIn, namedCallsIn, regionsIn } from "./usage/calls.js";
import { sourceFiles } from "./usage/source-files.js";

/** A place in a code base that a breaking change touches. */
export interface Use {
  /** The folder as it was given, and the path in it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** As callers know it: `DELETE /v1/things/{thingId}`. */
  readonly operation: string;
  readonly why: string;
}

/**
 * Finds the calls in a code base that a breaking change touches: paths in quotes or backticks, and operations by their
 * ids. A path with no method in sight counts for every operation that breaks there.
 *
 * @throws {Problem} when the folder, or something in it, cannot be read.
 */
export async function findUsage(folder: string, comparison: Comparison): Promise<Use[]> {
  const broken = brokenOperations(comparison);
  const paths = new Set(broken.map(({ path }) => path));
  const ids = new Set(broken.flatMap(({ operationId }) => operationId ?? []));
  const regions = new Set(comparison.regions.removed);
  const uses: Use[] = [];
  for await (const { file, text } of sourceFiles(folder)) {
    const byPath = callsIn(text, paths, file).flatMap(({ text: path, method, line }) =>
      broken
        .filter((one) => one.path === path && (method === undefined || one.method === method))
        .map((one) => ({ file, line, operation: nameOf(one), why: one.why })),
    );
    const byName = namedCallsIn(text, ids, file).flatMap(({ text: id, line }) =>
      broken
        .filter((one) => one.operationId === id)
        .map((one) => ({ file, line, operation: nameOf(one), why: one.why })),
    );
    const lost = regionsIn(text, regions, file).map(({ text: region, line }) => {
      return { file, line, operation: `region ${region}`, why: "is gone" };
    });
    uses.push(...[...byPath, ...byName, ...lost].sort((a, b) => a.line - b.line));
  }
  return uses;
}

interface Broken {
  readonly method: string;
  /** In the current version, which the code base was written for. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly why: string;
}

function brokenOperations({ removed, moved, changed }: Comparison): Broken[] {
  const reasonsOf = (method: string, path: string) =>
    changed
      .filter(({ operation }) => operation.method === method && operation.path === path)
      .flatMap(({ changes }) => changes.filter((change) => change.breaking).map(sentence));
  const isMoved = (method: string, path: string) => moved.some((one) => one.method === method && one.to === path);
  return [
    ...removed.map((one) => ({ ...one, why: "is gone" })),
    ...moved.map(({ method, from, to, operationId }) => {
      return { method, path: from, operationId, why: joined([`is at ${to} now`, ...reasonsOf(method, to)]) };
    }),
    ...changed.flatMap(({ operation: { method, path, operationId } }) => {
      const reasons = isMoved(method, path) ? [] : reasonsOf(method, path);
      return reasons.length > 0 ? [{ method, path, operationId, why: joined(reasons) }] : [];
    }),
  ];
}

function joined(reasons: string[], most = 3): string {
  const shown = reasons.slice(0, most).join("; ");
  return reasons.length > most ? `${shown}; and ${reasons.length - most} more` : shown;
}
