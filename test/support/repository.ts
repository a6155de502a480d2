import { run } from "./run.js";

/** Puts a folder into a git repository of its own, since a bump writes only what git can undo. */
export async function commitAll(root: string): Promise<void> {
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    [...author, "commit", "-q", "--no-verify", "-m", "Copy"],
  ]) {
    const { code, stderr } = await run("git", args, { cwd: root });
    if (code !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  }
}
