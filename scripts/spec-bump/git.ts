import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Problem } from "../problem.js";

/** New contents by path below the root. */
export type Changes = ReadonlyMap<string, string>;

/**
 * Makes sure that git can undo {@link write}.
 *
 * @throws {Problem} when the project is not in git, or one of the files has uncommitted changes.
 */
export async function refuseUncommitted(root: string, changes: Changes): Promise<void> {
  const args = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ...changes.keys()];
  const { stdout } = await promisify(execFile)("git", args, { cwd: root }).catch((error) => {
    const reason = String(error.stderr || error.message).split("\n")[0];
    throw new Problem(`git cannot say which files have changed (${reason}). spec:bump needs git to undo its changes`);
  });
  // An entry is two letters for the status, a space and the path.
  const changed = stdout.split("\0").flatMap((entry) => (entry === "" ? [] : [entry.slice(3)]));
  if (changed.length === 0) return;
  throw new Problem(
    `these files have uncommitted changes: ${changed.join(", ")}. Commit or stash them, then run again`,
  );
}

/** Writes the files. If this is interrupted, `git status` shows the files that were written. */
export async function write(root: string, changes: Changes): Promise<void> {
  for (const [path, text] of changes) await writeFile(join(root, path), text);
}

/** The command that undoes {@link write}. */
export function undo(changes: Changes): string {
  return `git restore ${[...changes.keys()].join(" ")}`;
}
