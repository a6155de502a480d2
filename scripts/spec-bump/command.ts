import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Problem } from "../problem.js";
import { readFlags } from "./flags.js";
import { type Next, readNext } from "./next.js";
import { claim, isInterrupted, putInPlace, resume } from "./put-in-place.js";
import { counted } from "./report/line.js";
import { type Report, toText } from "./report.js";
import { toMarkdown } from "./report-markdown.js";
import { nextVersion } from "./semver.js";
import type { Staged } from "./stage.js";
import { findUsage } from "./usage.js";

/** What the command tells, line by line, and how it ends: 0 done, 1 a problem, 2 a breaking change not accepted. */
export type ExitCode = 0 | 1 | 2;

/** The whole of `npm run spec:bump`, but for the process. */
export async function bump(root: string, args: string[], print: (text: string) => void): Promise<ExitCode> {
  const flags = readFlags(args);
  const leave = claim(root);
  try {
    if (isInterrupted(root)) {
      await resume(root);
      print("The interrupted bump is finished: its files are all in place now. Next: npm test");
    } else if (flags.resume) {
      print("Nothing to do: no bump was interrupted.");
    }
    if (flags.resume) return 0;
    const next = await readNext(root, flags.sources);
    if (next.same) {
      print(`Nothing to do: openapi/agents.yaml is what the source says (${next.comparison.to}).`);
      return 0;
    }
    const report = await reportOf(root, next, flags.usage);
    print(toText(report));
    if (flags.report !== undefined) await writeFile(flags.report, toMarkdown(report));
    if (next.comparison.breaking && !flags.acceptBreaking) {
      print("Nothing was changed, since this breaks callers. To apply it: the same command with --accept-breaking");
      return 2;
    }
    // It brings along a compiler, for which no one has to wait who only reads the report.
    const { stage } = await import("./stage.js");
    const staged = await stage(root, next, { from: report.step.from, to: report.step.version });
    if (flags.dryRun) {
      print(["Nothing was changed: --dry-run.", ...leftToDo(staged)].join("\n"));
      return 0;
    }
    await putInPlace(root, staged.changes);
    print([`${counted(staged.changes.size, "file")} in place.`, ...leftToDo(staged), "Next: npm test"].join("\n"));
    return 0;
  } finally {
    leave();
  }
}

async function reportOf(root: string, next: Next, usage: string | undefined): Promise<Report> {
  const { version: from } = createRequire(join(root, "package.json"))("./package.json");
  const { comparison, repairs, overlay } = next;
  const step = nextVersion(from, comparison);
  const report = { comparison, step: { ...step, from }, repairs, overlay };
  return usage === undefined ? report : { ...report, usage: await findUsage(usage, comparison) };
}

function leftToDo({ broken, unwritten }: Staged): string[] {
  const places = broken.map(({ file, line, message }) => `  ${file}:${line}  ${message.split("\n")[0]}`);
  const compiling = broken.length === 0 ? "All tests, scripts and examples still compile." : DOES_NOT_COMPILE;
  const words = `${unwritten} words and examples are ours to write: npx redocly lint names them; ${WRITE_THEM}`;
  return [compiling, ...places, ...(unwritten > 0 ? [words] : [])];
}

const DOES_NOT_COMPILE = "These of our own do not compile any more:";
const WRITE_THEM = "they go into openapi/overlay.yaml, and npm run spec:bump -- openapi/agents.yaml applies it.";

/** Runs a command; what the one who typed it can put right is told in one line. */
export async function main(command: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // The system's errors (no space, no permission) are the user's to put right as well.
    if (!(error instanceof Problem) && typeof code !== "string") throw error;
    console.error(message.split("\n")[0]);
    process.exitCode = 1;
  }
}
