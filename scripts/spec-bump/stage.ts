import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { oneLine } from "../../src/text.js";
import { type CompileProblem, compileProject } from "../compile.js";
import { generate } from "../generate/files.js";
import { isObject, type JsonObject } from "../openapi/json-value.js";
import { resolve } from "../openapi/pointer.js";
import { Problem } from "../problem.js";
import type { Comparison } from "./comparison.js";
import { type Operation, operationsIn } from "./document-operations.js";
import type { Changes } from "./git.js";
import type { Documents } from "./overlay.js";
import { changelog, readme, withVersion } from "./release.js";

/**
 * Makes all files of the next version in memory. Returns those that differ.
 *
 * @param version the next version of the package; undefined if there is nothing to release.
 * @throws {Problem} when no types can be generated.
 */
export async function stage(
  root: string,
  documents: Documents,
  comparison: Comparison,
  version: string | undefined,
): Promise<Changes> {
  const { files } = await generate(documents.document).catch((error: Error) => {
    throw new Problem(`the types cannot be generated: ${oneLine(error.message, 300)}`);
  });
  const all = new Map([
    ["openapi/agents.yaml", documents.agents],
    ["openapi/overlay.yaml", documents.overlay],
    ["openapi/published.yaml", documents.published],
    ...[...files].map(([name, text]): [string, string] => [`generated/${name}`, text]),
    ...(version === undefined ? [] : await released(root, documents.document, comparison, version)),
  ]);
  const current = async (path: string) => await readFile(join(root, path), "utf8").catch(() => undefined);
  const changes = new Map<string, string>();
  for (const [path, text] of all) if ((await current(path)) !== text) changes.set(path, text);
  return changes;
}

/**
 * Compiles the project with the changed files. Returns the errors in tests, scripts and examples.
 *
 * @throws {Problem} when `src` does not compile.
 */
export async function compileWith(root: string, changes: Changes): Promise<CompileProblem[]> {
  const problems = await compileProject(root, changes);
  const own = problems.find(({ file }) => /^(?:src|generated)\//.test(file));
  if (own)
    throw new Problem(`${own.file}:${own.line} does not compile with the next version: ${oneLine(own.message, 300)}`);
  return problems;
}

async function released(root: string, document: JsonObject, comparison: Comparison, version: string) {
  // No client can call TRACE (Fetch Standard, 2.2.1).
  const operations = operationsIn(document).filter(({ method }) => method !== "TRACE");
  const withoutSchema = operations
    .filter((one) => lacksSchema(document, one))
    .map(({ operation }) => String(operation.operationId));
  const day = new Date().toISOString().slice(0, 10);
  const release = { version, comparison, day, operations: operations.length, withoutSchema };
  const read = (name: string) => readFile(join(root, name), "utf8");
  return [
    ["CHANGELOG.md", changelog(await read("CHANGELOG.md"), release)],
    ["README.md", readme(await read("README.md"), release)],
    ["package.json", withVersion(await read("package.json"), version)],
    ["package-lock.json", withVersion(await read("package-lock.json"), version)],
  ] as const;
}

/** Whether a success of an operation, other than a 204 or 205, has no response schema. */
function lacksSchema(document: JsonObject, { operation }: Operation): boolean {
  return Object.entries(operation.responses as JsonObject).some(([status, value]) => {
    const response = resolve(document, value);
    return /^2(?!04|05)/.test(status) && isObject(response) && !response.content;
  });
}
