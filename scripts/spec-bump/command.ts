import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.js";
import { readFlags } from "./flags.js";
import { refuseUncommitted, undo, write } from "./git.js";
import { type Next, readNext } from "./next.js";
import { counted } from "./report/line.js";
import { type Report, toText } from "./report.js";
import { toMarkdown } from "./report-markdown.js";
import { nextVersion } from "./semver.js";
import type { Staged } from "./stage.js";

/** How the command ends: 0 done, 1 a problem, 2 a breaking change that was not accepted. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs `npm run spec:bump` with these arguments, except for what concerns the process. The steps, each in a file or folder
 * of its name:
 *
 * 1. `sources` reads the next document, and refuses what is not one or leads out of itself.
 * 2. `moves` finds the operations that stand at another path now.
 * 3. `repair` corrects what our tools cannot work with, such as `nullable` in a 3.1 document or an operation without id.
 * 4. `overlay` adds what is ours, and `canonical` puts the keys in order, so that the diff of the file is small.
 * 5. `compare` lists what differs for callers, and `report` prints it.
 * 6. `stage` makes all files in memory, lints the document and compiles the project.
 * 7. `git` writes the files, if git can undo that.
 */
export async function bump(root: string, args: string[], print: (text: string) => void): Promise<ExitCode> {
  const flags = readFlags(args);
  const next = await readNext(root, flags.sources);
  if (next.same) {
    print(`Nothing to do: openapi/agents.yaml is what the source says (${next.comparison.to}).`);
    return 0;
  }
  const report = await reportOf(root, next, flags.usage);
  print(toText(report));
  if (flags.report !== undefined) await writeFile(flags.report, toMarkdown(report));
  // Every check runs before anything is said about applying the bump. The import loads a compiler.
  const { stage } = await import("./stage.js");
  const staged = await stage(root, next, { from: report.step.from, to: report.step.version });
  await refuseUncommitted(root, staged.changes);
  if (next.comparison.breaking && !flags.acceptBreaking) {
    print("Nothing was changed, since this breaks callers. To apply it: the same command with --accept-breaking");
    return 2;
  }
  if (flags.dryRun) {
    print(["Nothing was changed: --dry-run.", ...leftToDo(staged)].join("\n"));
    return 0;
  }
  await write(root, staged.changes);
  const written = `${counted(staged.changes.size, "file")} written.`;
  print([written, ...leftToDo(staged), `To undo it: ${undo(staged.changes)}`, "Next: npm test"].join("\n"));
  return 0;
}

async function reportOf(root: string, next: Next, usage: string | undefined): Promise<Report> {
  const { version: from } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const { comparison, repairs, overlay } = next;
  const step = nextVersion(from, comparison);
  const report = { comparison, step: { ...step, from }, repairs, overlay };
  if (usage === undefined) return report;
  // The import loads a compiler.
  const { findUsage } = await import("./usage.js");
  return { ...report, usage: await findUsage(usage, comparison) };
}

function leftToDo({ broken, unwritten }: Staged): string[] {
  const places = broken.map(({ file, line, message }) => `  ${file}:${line}  ${message.split("\n")[0]}`);
  const compiling = broken.length === 0 ? "All tests, scripts and examples still compile." : DOES_NOT_COMPILE;
  const words = `${unwritten} words and examples are ours to write: npx redocly lint names them; ${WRITE_THEM}`;
  return [compiling, ...places, ...(unwritten > 0 ? [words] : [])];
}

const DOES_NOT_COMPILE = "These of our own do not compile any more:";
const WRITE_THEM = "they go into openapi/overlay.yaml, and npm run spec:bump -- openapi/agents.yaml applies it.";

/** Runs a command. A problem that the user can correct is printed without a stack. */
export async function main(command: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // The system's errors (no space, no permission) are the user's to correct as well.
    if (!(error instanceof Problem) && typeof code !== "string") throw error;
    console.error(message);
    process.exitCode = 1;
  }
}
