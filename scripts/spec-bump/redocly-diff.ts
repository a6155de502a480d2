import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../problem.js";
import { below } from "./changes/pointer.js";
import type { JsonObject } from "./json.js";

/** A difference as `redocly diff` lists it. */
export interface RedoclyChange {
  readonly impact: "major" | "minor" | "patch";
  /** Where it is in one document or the other, down to the keyword. */
  readonly pointers: readonly string[];
  /** The rules that it offends. */
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
}

const CONFIG = fileURLToPath(new URL("redocly-diff.yaml", import.meta.url));
const LIMIT = 120_000;

/**
 * Compares two documents with `redocly diff`.
 *
 * @throws {Problem} when it cannot read one of them, or not all of it.
 */
export async function redoclyDiff(current: JsonObject, next: JsonObject, config = CONFIG): Promise<RedoclyChange[]> {
  const folder = await mkdtemp(join(tmpdir(), "polyai-agents-diff-"));
  try {
    await writeFile(join(folder, "current.json"), JSON.stringify(current));
    await writeFile(join(folder, "next.json"), JSON.stringify(next));
    return readChanges(await runDiff(folder, config));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** The exit code is not looked at: it is 1 for documents that differ as for documents that cannot be read. */
function runDiff(folder: string, config: string): Promise<Printed> {
  const args = [cliPath(), "diff", "current.json", "next.json", "--config", config, "--format", "json"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LIMIT,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk) => stdout.push(chunk));
  child.stderr.on("data", (chunk) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve({ stdout: textOf(stdout), stderr: textOf(stderr) }));
  });
}

function textOf(chunks: Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

function cliPath(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@redocly/cli/package.json");
  return join(dirname(manifest), require(manifest).bin.redocly);
}

function readChanges({ stdout, stderr }: Printed): RedoclyChange[] {
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
}

interface Listed {
  readonly impact: RedoclyChange["impact"];
  readonly property?: string;
  readonly base?: ListedPlace;
  readonly revision?: ListedPlace;
  readonly verdicts: RedoclyChange["verdicts"];
}

function parseReport(stdout: string): { changes: Listed[] } | undefined {
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

/** The first line that is neither the frame around a notice nor empty. */
function reasonIn(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim());
  return lines.find((line) => line !== "" && !/^[║╔╚]/.test(line)) ?? "it said nothing";
}

function toChange({ impact, property, base, revision, verdicts }: Listed): RedoclyChange {
  const pointers = [base, revision].flatMap((place) => (place ? [place.pointer] : []));
  return { impact, verdicts, pointers: pointers.map((pointer) => withKeyword(pointer, property)) };
}

/** A keyword that one side does not have is listed there without its name. */
function withKeyword(pointer: string, keyword: string | undefined): string {
  if (keyword === undefined || keyword === "key" || pointer.endsWith(below("", keyword))) return pointer;
  return below(pointer, keyword);
}
