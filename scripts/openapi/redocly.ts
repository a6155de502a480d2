import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inTemporaryFolder } from "../temporary-folder.js";

const CLI = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
const CLOSED = new URL("redocly-closed.mjs", import.meta.url).href;
// Redocly ends before the optimizing compiler of V8 has saved the time that it takes.
const FLAGS = ["--no-opt", "--import", CLOSED];

export interface RedoclyResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a Redocly command on these files, given by path, in a temporary folder. Redocly can read no file outside that
 * folder and fetch nothing.
 *
 * @param output a file that the command writes, if its text is to be returned as `stdout`.
 */
export async function redocly(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  output?: string,
): Promise<RedoclyResult> {
  return await inTemporaryFolder(files, async (folder) => {
    const { stderr, ...printed } = await run(args, folder);
    const result = { ...printed, stderr: stderr.replaceAll(`${folder}/`, "") };
    if (output === undefined || result.code !== 0) return result;
    return { ...result, stdout: await readFile(join(folder, output), "utf8") };
  });
}

/** The error in Redocly's output, in one line: without the box around notices, and without the line about progress. */
export function reasonIn(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim());
  const telling = lines.filter((line) => line !== "" && !/^(?:[║╔╚]|(?:bundling|validating) )/.test(line));
  return telling.slice(0, 2).join(" ") || "no reason was given";
}

function run(args: readonly string[], cwd: string): Promise<RedoclyResult> {
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
  const child = spawn(process.execPath, [...FLAGS, CLI, ...args], { cwd, env, timeout: 120_000 });
  child.stdin.end();
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
