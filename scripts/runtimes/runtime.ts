import { isDeepStrictEqual } from "node:util";
import { CONSUMED } from "../../test/support/consumer.js";
import { emptyProject, npm, type Packed } from "../../test/support/packed.js";
import { run } from "../../test/support/run.js";

/** A runtime or test runner that the package must work with. */
export interface Runtime {
  /** Its name in the output and on the command line. */
  readonly name: string;
  /** Installs it in a folder. @throws {Missing} if it cannot be installed. */
  get(folder: string, packed: Packed): Promise<Found>;
}

/** An installed runtime. */
export interface Found {
  readonly version: string;
  /** Runs the program. @throws {Error} that says what is wrong. */
  run(): Promise<void>;
}

/** A runtime cannot be installed on this machine. That is not a fault of the package. */
export class Missing extends Error {}

/** The result of a runtime: passed, or the reason why it failed or is missing. */
export interface Outcome {
  readonly outcome: "passed" | "failed" | "MISSING";
  readonly version: string;
  readonly why: string;
}

/** Waits for the installation of a runtime, and runs the program in it. */
export async function outcomeOf(getting: Promise<Found>): Promise<Outcome> {
  let version = "";
  try {
    const found = await getting;
    version = found.version;
    await found.run();
    return { outcome: "passed", version, why: "" };
  } catch (error) {
    return { outcome: error instanceof Missing ? "MISSING" : "failed", version, why: (error as Error).message };
  }
}

/** Creates a project, and installs the package and others in it with npm. */
export async function install(folder: string, packed: Packed, ...others: readonly string[]): Promise<void> {
  await emptyProject(folder);
  await npm(folder, "install", packed.tarball);
  if (others.length === 0) return;
  await npm(folder, "install", ...others).catch((error: Error) => {
    throw new Missing(error.message);
  });
}

/** The version that a program prints. @throws {Missing} if it does not run. */
export async function versionOf(program: string): Promise<string> {
  const ran = await run(program, ["--version"]).catch((error: Error) => ({
    code: 1,
    stdout: "",
    stderr: error.message,
  }));
  const [version] = /\d[\w.-]+/.exec(ran.stdout) ?? [];
  if (ran.code !== 0 || version === undefined) throw new Missing(`the program does not run: ${ran.stderr.trim()}`);
  return version;
}

/** Compares the output of a program with the expected output. @throws {Error} that shows the difference. */
export function checkConsumed(printed: string, errors: string): void {
  const line = printed.split("\n").find((text) => text.startsWith("{"));
  if (line === undefined) throw new Error(`the consumer printed no result: ${errors.trim() || printed.trim()}`);
  const result = JSON.parse(line) as Record<string, unknown>;
  const wrong = Object.entries(CONSUMED).filter(([name, expected]) => !isDeepStrictEqual(result[name], expected));
  if (wrong.length === 0) return;
  throw new Error(wrong.map(([name]) => `${name}: ${JSON.stringify(result[name])}`).join("; "));
}
