import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { Problem } from "../../scripts/problem.js";

/** A temporary folder for the sources of a test. */
export interface Folder extends AsyncDisposable {
  readonly path: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
}

export async function createFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  return {
    path,
    write: async (name, content) => {
      await writeFile(join(path, name), content);
      return join(path, name);
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}

/** The message of a Problem, which must be one line. The folder is removed from it. */
export async function problemOf(promise: Promise<unknown>, folder?: Folder): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw error ?? new Error("there was no problem");
  expect(error.message).not.toMatch(/\n|\r| at .+:\d+:\d+/);
  expect(error.message.length).toBeLessThanOrEqual(300);
  return folder ? error.message.replaceAll(`${folder.path}/`, "") : error.message;
}
