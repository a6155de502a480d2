import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CompileProblem } from "../compile.js";
import { readFlags } from "./flags.js";
import { refuseUncommitted, undo, write } from "./git.js";
import { readNext } from "./next.js";
import { withOverlay } from "./overlay.js";
import { counted } from "./report/lines.js";
import { toMarkdown, toText } from "./report.js";
import { nextVersion } from "./semver.js";

/** How the command ends: 0 done, 1 a problem, 2 a breaking change that was not accepted. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs `npm run spec:bump` with these arguments. Each step has a file or folder of its name:
 *
 * 1. `sources` reads the next document. It refuses what is not an OpenAPI document, and references to other files.
 * 2. `moves` finds the operations whose path has changed.
 * 3. `repair` corrects what our tools cannot read, such as `nullable` in a 3.1 document or an operation without an id.
 * 4. `compare` lists the differences for callers.
 * 5. `overlay` adds our descriptions and examples, and lints the result.
 * 6. `report` prints the differences.
 * 7. `stage` makes all files in memory and compiles the project.
 * 8. `git` writes the files, if git can undo that.
 */
export async function bump(root: string, args: string[], print: (text: string) => void): Promise<ExitCode> {
  const flags = readFlags(args);
  const next = await readNext(root, flags.sources);
  const { comparison } = next;
  if (!comparison) {
    print(`Nothing to do: openapi/published.yaml is the same as the source (${next.version}).`);
    return 0;
  }
  const documents = await withOverlay(root, next.document);
  const { version: from } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const step = { ...nextVersion(from, comparison), from };
  const repairs = [...next.repairs, ...documents.repairs];
  const usage = flags.usage === undefined ? undefined : await usageIn(flags.usage, comparison);
  const report = { comparison, step, repairs, removedActions: documents.removedActions, usage };
  print(toText(report));
  if (flags.report !== undefined) await writeFile(flags.report, toMarkdown(report));
  // The import loads a compiler.
  const { compileWith, stage } = await import("./stage.js");
  const changes = await stage(root, documents, comparison, step.version === from ? undefined : step.version);
  await refuseUncommitted(root, changes);
  if (comparison.breaking && !flags["accept-breaking"]) {
    print("Nothing was changed, because this breaks callers. To apply it: the same command with --accept-breaking");
    return 2;
  }
  const left = leftToDo(await compileWith(root, changes), documents.missing);
  if (flags["dry-run"]) {
    print(["Nothing was changed: --dry-run.", ...left].join("\n"));
    return 0;
  }
  await write(root, changes);
  const written = `${counted(changes.size, "file")} written.`;
  print([written, ...left, `To undo it: ${undo(changes)}`, "Next: npm test"].join("\n"));
  return 0;
}

async function usageIn(folder: string, comparison: Parameters<typeof nextVersion>[1]) {
  // The import loads a compiler.
  const { findUsage } = await import("./usage.js");
  return await findUsage(folder, comparison);
}

function leftToDo(broken: readonly CompileProblem[], missing: number): string[] {
  const places = broken.map(({ file, line, message }) => `  ${file}:${line}  ${message.split("\n")[0]}`);
  const compiling = broken.length === 0 ? "All tests, scripts and examples still compile." : "These no longer compile:";
  const words = `${missing} descriptions and examples are missing. \`npx redocly lint\` lists them. ${ADD_THEM}`;
  return [compiling, ...places, ...(missing > 0 ? [words] : [])];
}

const ADD_THEM = "Add them to openapi/overlay.yaml, then run: npm run generate";
