import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ROOT } from "./run.js";

const NOT_CLONED = ["node_modules", "dist", "docs", ".git", ".spec-bump"];

/** The hash of each file below a folder. */
type Hashes = Readonly<Record<string, string>>;

/** The project as somebody has it who has cloned and installed it, in a temporary folder. */
export interface ProjectCopy extends AsyncDisposable {
  readonly root: string;
  read(path: string): Promise<string>;
  /** The files that are not byte for byte as they were copied, by their path below the root. */
  changed(): Promise<string[]>;
}

/** Copies the project, without what is not cloned and without these folders. */
export async function copyProject(...without: readonly string[]): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  const leftOut = [...NOT_CLONED, ...without].map((name) => join(ROOT, name));
  await cp(ROOT, root, { recursive: true, filter: (path) => !leftOut.includes(path) });
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  const before = await hashesIn(root);
  const changed = async () => {
    const now = await hashesIn(root);
    const names = Object.keys({ ...before, ...now }).sort();
    return names.filter((name) => before[name] !== now[name]);
  };
  return {
    root,
    read: (path) => readFile(join(root, path), "utf8"),
    changed,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

async function hashesIn(root: string): Promise<Hashes> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const hashed = files.map(async (file) => {
    const hash = createHash("sha256").update(await readFile(file));
    return [relative(root, file), hash.digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}
