import { type ChildProcess, fork } from "node:child_process";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Bundles a script of this folder as users run it: plain JavaScript of today, not what tsx makes of it. TypeScript's
 * compiler stays outside.
 */
export async function bundle(script: string, folder: string): Promise<string> {
  const outfile = join(folder, `${basename(script, ".ts")}.mjs`);
  await build({
    entryPoints: [join(here, script)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["typescript"],
    // For the CommonJS that axios brings along.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return outfile;
}

/** A process that has told something, and goes on. */
export interface Told<T> {
  readonly told: T;
  readonly child: ChildProcess;
}

/** Starts a script with an argument in a bare Node, and waits for the first thing that it tells. */
export function start<T>(script: string, argument: unknown = null): Promise<Told<T>> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = fork(script, [JSON.stringify(argument)], { execArgv: [], env });
  return new Promise((resolve, reject) => {
    child.once("message", (told) => resolve({ told: told as T, child }));
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`${basename(script)} ended: ${code ?? signal}`)));
  });
}

/** Runs a script to its end and gives what it tells. */
export async function run<T>(script: string, argument?: unknown): Promise<T> {
  const { told, child } = await start<T>(script, argument);
  await stop(child);
  return told;
}

/** Ends a process, and waits until it is gone, so that it takes no time from the next. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await gone;
}
