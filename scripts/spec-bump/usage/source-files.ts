import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../problem.js";

const SOURCE = /\.[cm]?[jt]sx?$/;
/** What a build or a package manager has put there. */
const LEFT_OUT = new Set(["node_modules", "bower_components", "dist", "build", "out", "coverage"]);

export interface SourceFile {
  /** The folder as it was given, and the path in it. */
  readonly file: string;
  readonly text: string;
}

/**
 * The source files of a code base, in the order of their names. Folders that are hidden or hold what was built or
 * installed are left out, and links are not followed, since they may lead in a circle.
 *
 * @throws {Problem} when the folder, or something in it, cannot be read.
 */
export async function* sourceFiles(folder: string): AsyncGenerator<SourceFile> {
  const found = await told(folder, stat(folder));
  if (!found.isDirectory()) throw new Problem(`--usage: ${folder} is not a folder: give the one that holds the code`);
  yield* filesIn(folder);
}

async function* filesIn(folder: string): AsyncGenerator<SourceFile> {
  const entries = await told(folder, readdir(folder, { withFileTypes: true }));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && !LEFT_OUT.has(entry.name)) yield* filesIn(file);
    } else if (entry.isFile() && SOURCE.test(entry.name)) {
      yield { file, text: await told(file, readFile(file, "utf8")) };
    }
  }
}

async function told<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new Problem(`--usage: there is no folder ${path}: give the one that holds the code`);
    }
    throw new Problem(`--usage: ${path} cannot be read (${code}): allow reading it, or give another folder`);
  }
}
