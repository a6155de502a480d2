import { execFile, spawn } from "node:child_process";
import { appendFile, cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Whether a version of the API comes after another one. */
export function isNewer(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) > 0;
}

/** The routes: through all versions one by one, and directly to the last one. */
export function routes(versions: readonly string[]): string[][] {
  const ordered = [...versions].sort((a, b) => (isNewer(a, b) ? 1 : -1));
  return ordered.length > 1 ? [ordered, ordered.slice(-1)] : ordered.map((version) => [version]);
}

/** Bumps a copy of the project along a route. Returns one line for each step. A step that fails ends the route. */
export async function replay(root: string, from: string, route: readonly string[]): Promise<string[]> {
  const copy = await copyProject(root);
  const results: string[] = [];
  let at = from;
  try {
    for (const version of route) {
      console.log(`\n=== ${at} → ${version} ===\n`);
      const source = join("test/fixtures/history", `${version}.json`);
      const isBumped = (await npm(copy, ["run", "--silent", "spec:bump", "--", source, "--accept-breaking"])) === 0;
      if (isBumped) await commit(copy, version);
      const passed = isBumped && (await npm(copy, ["test"])) === 0;
      results.push(`${passed ? "passed" : "FAILED"}  ${[from, ...route].join(" → ")}, at ${version}`);
      if (!passed) break;
      at = version;
    }
    return results;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Copies the project's files into a new git repository: those that git tracks or would add. */
async function copyProject(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "polyai-agents-replay-"));
  const { stdout } = await promisify(execFile)("git", ["ls-files", "-z", "-co", "--exclude-standard"], { cwd: root });
  for (const path of stdout.split("\0").filter((name) => name !== "" && name !== "node_modules")) {
    await cp(join(root, path), join(copy, path), { recursive: true }).catch((error) => {
      // The file was deleted, but that is not committed yet.
      if (error.code !== "ENOENT") throw error;
    });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  await git(copy, "init", "-q");
  // .gitignore excludes the folder node_modules, but not a link of that name.
  await appendFile(join(copy, ".git/info/exclude"), "node_modules\n");
  await commit(copy, "copy");
  return copy;
}

async function commit(copy: string, message: string): Promise<void> {
  await git(copy, "add", "-A");
  const author = ["-c", "user.name=Replay", "-c", "user.email=replay@example.com", "-c", "commit.gpgsign=false"];
  await git(copy, ...author, "commit", "-q", "-m", message);
}

async function git(cwd: string, ...args: string[]): Promise<void> {
  await promisify(execFile)("git", args, { cwd });
}

/** Runs npm and shows what it prints. Returns its exit code. */
function npm(cwd: string, args: readonly string[]): Promise<number | null> {
  const child = spawn("npm", args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}
