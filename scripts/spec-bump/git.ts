import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Problem } from "../problem.js";

/** New contents by path below the root; null for a file that is to go. */
export type Changes = ReadonlyMap<string, string | null>;

/**
 * Makes sure that git can undo what {@link write} is going to do.
 *
 * @throws {Problem} when the project is not in git, or git does not have what stands in one of the files.
 */
export async function refuseUncommitted(root: string, changes: Changes): Promise<void> {
  const args = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ...changes.keys()];
  const { stdout } = await promisify(execFile)("git", args, { cwd: root }).catch((error) => {
    const reason = String(error.stderr || error.message).split("\n")[0];
    throw new Problem(
      `git cannot tell whether files have changed (${reason}). spec:bump needs git to undo what it writes`,
    );
  });
  // An entry is two letters of status, a space and the path.
  const changed = stdout.split("\0").flatMap((entry) => (entry === "" ? [] : [entry.slice(3)]));
  if (changed.length === 0) return;
  throw new Problem(
    `these files have uncommitted changes: ${changed.join(", ")}. Commit or stash them, then run again`,
  );
}

/** Writes the files. If it is interrupted, `git status` shows which ones were written, and {@link undo} undoes them. */
export async function write(root: string, changes: Changes): Promise<void> {
  for (const [path, text] of changes) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await (text === null ? rm(file, { force: true }) : writeFile(file, text));
  }
}

/** The command that undoes a bump. */
export function undo(changes: Changes): string {
  return `git restore ${[...changes.keys()].join(" ")}`;
}
