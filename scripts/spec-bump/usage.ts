import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { Problem } from "../problem.js";
import type { Comparison } from "./comparison.js";
import { nameOf } from "./document-operations.js";
import { findIn } from "./find-calls.js";
import { changeText } from "./report/lines.js";
import { TEXT } from "./report/style.js";

/** A place in a code base that a breaking change concerns. */
export interface Use {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** `DELETE /v1/things/{thingId}`, or `region eu`. */
  readonly operation: string;
  readonly why: string;
}

const EXTENSIONS = ["", "c", "m"].flatMap((kind) => [`.${kind}ts`, `.${kind}js`]).concat(".tsx", ".jsx");
/** Folders that are hidden, or that a package manager or a build has written. */
const LEFT_OUT = [".*", "node_modules", "bower_components", "dist", "build", "out", "coverage"].map(
  (name) => `**/${name}`,
);
const MOST_REASONS = 3;

/**
 * Finds the calls in a code base that a breaking change concerns: by path, by operation id, and by region. If the code
 * does not say the method for a path, all operations that break at that path are listed.
 *
 * @throws {Problem} when the folder does not exist.
 */
export async function findUsage(folder: string, comparison: Comparison): Promise<Use[]> {
  if (!ts.sys.directoryExists(folder))
    throw new Problem(`--usage: ${folder} is not a folder: give the one with the code`);
  const broken = brokenOperations(comparison);
  const wanted = {
    paths: new Set(broken.map(({ path }) => path)),
    operationIds: new Set(broken.flatMap(({ operationId }) => operationId ?? [])),
    regions: new Set(comparison.regions.removed),
  };
  const uses: Use[] = [];
  // An absolute path, because the name of a hidden folder matches `..`, too.
  const root = resolve(folder);
  for (const path of ts.sys.readDirectory(root, EXTENSIONS, LEFT_OUT).sort()) {
    const file = join(folder, relative(root, path));
    for (const { kind, text, method, line } of findIn(await readFile(path, "utf8"), wanted, file)) {
      const operations = broken.filter((one) =>
        kind === "paths" ? one.path === text && (!method || one.method === method) : one.operationId === text,
      );
      if (kind === "regions") uses.push({ file, line, operation: `region ${text}`, why: "is gone" });
      else uses.push(...operations.map((one) => ({ file, line, operation: nameOf(one), why: one.why })));
    }
  }
  return uses;
}

interface Broken {
  readonly method: string;
  /** The path in the current version. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly why: string;
}

function brokenOperations({ removed, moved, changed }: Comparison): Broken[] {
  const inPlace = changed.map(({ operation: { method, path, operationId }, changes }): Broken => {
    const move = moved.find((one) => one.method === method && one.to === path);
    const reasons = changes.filter((change) => change.breaking).map((change) => changeText(change, TEXT));
    const all = move ? [`is at ${path} now`, ...reasons] : reasons;
    const more = all.length > MOST_REASONS ? [`and ${all.length - MOST_REASONS} more`] : [];
    return { method, path: move?.from ?? path, operationId, why: [...all.slice(0, MOST_REASONS), ...more].join("; ") };
  });
  const onlyMoved = moved.filter(
    (move) => !inPlace.some((one) => one.method === move.method && one.path === move.from),
  );
  return [
    ...removed.map((one) => ({ ...one, why: "is gone" })),
    ...onlyMoved.map((move) => ({ ...move, path: move.from, why: `is at ${move.to} now` })),
    ...inPlace.filter(({ why }) => why !== ""),
  ];
}
