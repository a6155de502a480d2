import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as system from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../problem.js";

/** What is written and moved through; tests let it fail at any step. */
export type FileSystem = Pick<typeof system, "mkdir" | "open" | "rename" | "rm">;

/** Where a bump prepares what it changes: beside the files, so that a move is one step of the file system. */
const FOLDER = ".spec-bump";
const JOURNAL = `${FOLDER}/journal.json`;
const RUNNING = `${FOLDER}/pid`;

interface Journal {
  /** The files to be moved from the folder to their places, each with the hash of its new content. */
  readonly files: Readonly<Record<string, string>>;
  /** The files that there are no more. */
  readonly removed: readonly string[];
}

/** New contents by path below the root; null for a file that is to go. */
export type Changes = ReadonlyMap<string, string | null>;

/**
 * Puts new files in the place of old ones, all or none. They are written beside the old ones, then a journal says what is
 * to be moved, and then they are moved. Before the journal stands, nothing has changed; from then on {@link resume} can
 * always finish, and {@link isInterrupted} tells that it has to.
 *
 * @throws what the file system throws; what was prepared is then removed, unless the journal stood already.
 */
export async function putInPlace(root: string, changes: Changes, fs: FileSystem = system): Promise<void> {
  try {
    const files: Record<string, string> = {};
    for (const [path, text] of changes) {
      if (text === null) continue;
      await write(fs, join(root, FOLDER, "next", path), text);
      files[path] = hash(text);
    }
    const removed = [...changes].filter(([, text]) => text === null).map(([path]) => path);
    await write(fs, join(root, `${JOURNAL}.new`), JSON.stringify({ files, removed } satisfies Journal));
    await fs.rename(join(root, `${JOURNAL}.new`), join(root, JOURNAL));
  } catch (error) {
    if (!isInterrupted(root)) rmSync(join(root, FOLDER), { recursive: true, force: true });
    throw error;
  }
  await resume(root, fs);
}

/** Whether a bump has begun to move files and has not come to the end: files of both versions may lie side by side. */
export function isInterrupted(root: string): boolean {
  return textOf(join(root, JOURNAL)) !== undefined;
}

/**
 * Finishes a bump that was interrupted. Does nothing when there is none.
 *
 * @throws {Problem} when a file has been changed meanwhile.
 */
export async function resume(root: string, fs: FileSystem = system): Promise<void> {
  const text = textOf(join(root, JOURNAL));
  if (text === undefined) return;
  const { files, removed }: Journal = JSON.parse(text);
  for (const [path, expected] of Object.entries(files)) {
    const staged = join(root, FOLDER, "next", path);
    const target = join(root, path);
    if (textOf(staged) !== undefined) {
      await fs.mkdir(dirname(target), { recursive: true });
      await fs.rename(staged, target);
    } else if (hash(textOf(target) ?? "") !== expected) {
      throw new Problem(
        `${path} was changed while a spec:bump was interrupted: restore the files from git, remove ${FOLDER}, and run it again`,
      );
    }
  }
  for (const path of removed) await fs.rm(join(root, path), { force: true });
  // The journal first: without it, what is left of the folder is nothing but leftovers.
  await fs.rm(join(root, JOURNAL));
  await fs.rm(join(root, FOLDER), { recursive: true, force: true });
}

/**
 * Takes the folder for this process, and gives the way to leave it. Leftovers of a bump that was killed while it prepared
 * are removed.
 *
 * @throws {Problem} when another bump is running.
 */
export function claim(root: string): () => void {
  const owner = Number(textOf(join(root, RUNNING)));
  if (owner && owner !== process.pid && isAlive(owner)) {
    throw new Problem(`another spec:bump is running (process ${owner}): wait for it to end`);
  }
  if (!isInterrupted(root)) rmSync(join(root, FOLDER), { recursive: true, force: true });
  mkdirSync(join(root, FOLDER), { recursive: true });
  writeFileSync(join(root, RUNNING), String(process.pid));
  return () => {
    if (!isInterrupted(root)) rmSync(join(root, FOLDER), { recursive: true, force: true });
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file and waits until it is on the disk: a journal must not outlive what it speaks of. */
async function write(fs: FileSystem, path: string, text: string): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true });
  const file = await fs.open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
