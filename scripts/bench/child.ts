import { type ChildProcess, fork } from "node:child_process";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Bundles a script of this folder to plain JavaScript, so that it runs without tsx, like a user's program. The TypeScript
 * compiler is not bundled.
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
    // axios has CommonJS dependencies, which call `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return outfile;
}

/** A script to run in its own process. */
export interface Script {
  /** The bundled file. */
  readonly file: string;
  /** The Node executable that runs the file. */
  readonly node: string;
  readonly argument?: unknown;
  /** Additional environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running process, and the first message that it sent. */
export interface Started<T> {
  readonly child: ChildProcess;
  readonly message: T;
}

/** Starts a script, and waits for its first message. */
export async function start<T>({ file, node, argument = null, env }: Script): Promise<Started<T>> {
  const { NODE_OPTIONS: _, ...own } = process.env;
  const options = { execPath: node, execArgv: [], env: { ...own, ...env } };
  const child = fork(file, [JSON.stringify(argument)], options);
  return { child, message: await nextMessage<T>(child) };
}

/** Sends a question to a process, and waits for the answer. The process must be waiting for one. */
export function ask<T>(child: ChildProcess, question: unknown): Promise<T> {
  const answer = nextMessage<T>(child);
  child.send(question as object);
  return answer;
}

/** Runs a script until its first message, and returns the message. */
export async function run<T>(script: Script): Promise<T> {
  const { message, child } = await start<T>(script);
  await stop(child);
  return message;
}

/** Stops a process and waits until it has ended, so that it does not slow down the next measurement. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await exited;
}

/** @throws {Error} if the process ends before it sends a message. */
function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => settle(() => resolve(message as T));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number | null, signal: string | null) =>
      settle(() => reject(new Error(`${child.spawnargs.slice(0, 2).join(" ")} ended early: ${code ?? signal}`)));
    const settle = (done: () => void) => {
      child.off("message", onMessage).off("error", onError).off("exit", onExit);
      done();
    };
    child.once("message", onMessage).once("error", onError).once("exit", onExit);
  });
}
