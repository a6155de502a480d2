import { existsSync, readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CompileProblem, compileProject } from "../compile.js";
import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../document.js";
import { generate } from "../generate/files.js";
import { Problem } from "../problem.js";
import type { Changes } from "./git.js";
import { lint } from "./lint.js";
import type { Next } from "./next.js";
import { type Overlay, overlayText } from "./overlay.js";
import { changelog, readme, withVersion } from "./release.js";

/** Everything that a bump changes, linted and compiled, and what of our own it breaks. */
export interface Staged {
  readonly changes: Changes;
  /** Tests, scripts and examples that do not compile any more. */
  readonly broken: readonly CompileProblem[];
  /** How many words and examples the document lacks, which are ours to write. */
  readonly unwritten: number;
}

/**
 * Prepares every file of the next version in memory.
 *
 * @throws {Problem} when it does not pass the lint, cannot be generated from, or does not compile with `src`.
 */
export async function stage(root: string, next: Next, versions: { from: string; to: string }): Promise<Staged> {
  const unwritten = await lint(root, next.documentText);
  const all = new Map<string, string | null>([
    ["openapi/agents.yaml", next.documentText],
    ["openapi/overlay.yaml", overlayText(unwritten === 0 ? complete(next) : next.ours)],
    ...(await generated(root, next.documentText)),
    // Where nothing but words differs, there is nothing to release.
    ...(versions.from === versions.to ? [] : await released(root, next, versions.to)),
  ]);
  const changes = new Map([...all].filter(([path, text]) => textOf(join(root, path)) !== text));
  const problems = compileProject(root, changes);
  const own = problems.find(({ file }) => /^(?:src|generated)\//.test(file));
  if (own) throw new Problem(`${own.file}:${own.line} does not compile with the next version: ${oneLine(own.message)}`);
  return { changes, broken: problems, unwritten };
}

/** The overlay with the version of the document: none of our words is missing. */
function complete({ ours, comparison }: Next): Overlay {
  return { ...ours, info: { ...ours.info, version: comparison.to } };
}

async function generated(root: string, documentText: string): Promise<Map<string, string | null>> {
  const { files } = await generate(documentText).catch((error: Error) => {
    throw new Problem(`the types cannot be generated: ${oneLine(error.message)}`);
  });
  const present = await readdir(join(root, "generated"));
  const all = [...new Set([...present, ...files.keys()])];
  return new Map(all.map((name) => [`generated/${name}`, files.get(name) ?? null]));
}

async function released(root: string, next: Next, version: string) {
  const all = operationsOf(next.document as unknown as OpenApiDocument);
  const counts = {
    operations: all.length,
    undescribed: all.filter(isUndescribed).map(({ operationId }) => operationId),
  };
  const day = new Date().toISOString().slice(0, 10);
  const release = { version, comparison: next.comparison, day, ...counts };
  const read = (name: string) => readFile(join(root, name), "utf8");
  return [
    ["CHANGELOG.md", changelog(await read("CHANGELOG.md"), release)],
    ["README.md", readme(await read("README.md"), release)],
    ["package.json", withVersion(await read("package.json"), version)],
    ["package-lock.json", withVersion(await read("package-lock.json"), version)],
  ] as const;
}

/** Whether a success of an operation, other than a 204, has no response schema. */
function isUndescribed({ responses }: DocumentOperation): boolean {
  return Object.entries(responses).some(([status, { content }]) => /^2(?!04|05)/.test(status) && !content);
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 300);
}
