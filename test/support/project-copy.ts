import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { applyOverlay, toYaml } from "../../scripts/generate/apply-overlay.js";
import { generate } from "../../scripts/generate/files.js";
import { withVersion } from "../../scripts/spec-bump/release.js";
import { CURRENT, currentOverlay, currentText } from "./bump-document.js";
import { commitAll } from "./repository.js";
import { ROOT } from "./run.js";

/** Files and folders that are not copied, or that a copy has its own version of. */
const LEFT_OUT = ["node_modules", "dist", "docs", ".git", "generated", "openapi", "scripts", "test"];

/** The version of the package in a copy. */
const VERSION = "0.1.0";

/** The hash of each file below a folder. */
type Hashes = Readonly<Record<string, string>>;

/**
 * A copy of the project in a temporary folder. It has the document of test/fixtures/bump and the files made from it.
 */
export interface ProjectCopy extends AsyncDisposable {
  readonly root: string;
  read(path: string): Promise<string>;
  /** The files that have changed since the copy, by their path below the root. */
  changed(): Promise<string[]>;
}

/** Copies the project. From scripts/ and test/, copies only these files and folders and the files that they import. */
export async function copyProject(...entries: readonly string[]): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  const leftOut = LEFT_OUT.map((name) => join(ROOT, name));
  await cp(ROOT, root, { recursive: true, filter: (path) => !leftOut.includes(path) });
  for (const path of [...entries, ...(await importedBy(entries))]) {
    await cp(join(ROOT, path), join(root, path), { recursive: true });
  }
  for (const [path, text] of await ownFiles()) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  const before = await hashesIn(root);
  await commitAll(root);
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

/** The files in scripts/ and test/ that these files and folders import, also indirectly. */
async function importedBy(entries: readonly string[]): Promise<string[]> {
  const points = entries.flatMap((path) => (/\.m?[jt]s$/.test(path) ? [path] : [`${path}/**/*.ts`]));
  const { metafile } = await build({
    entryPoints: points,
    absWorkingDir: ROOT,
    outdir: "unused",
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return Object.keys(metafile.inputs).filter((path) => /^(?:scripts|test)\//.test(path));
}

/** The files with other contents, so that no test depends on the real document or version. */
async function ownFiles(): Promise<[path: string, text: string][]> {
  const ofProject = (name: string) => readFile(join(ROOT, name), "utf8");
  const { packages, ...lock } = JSON.parse(await ofProject("package-lock.json"));
  // Without the dependencies, which take long to parse.
  const ownLock = JSON.stringify({ ...lock, packages: { "": packages[""] } });
  return [
    ["openapi/agents.yaml", (await made()).agents],
    ["openapi/published.yaml", currentText],
    ["openapi/overlay.yaml", currentOverlay],
    ["README.md", await ofProject("test/fixtures/bump/readme.md")],
    ["package.json", withVersion(await ofProject("package.json"), VERSION)],
    ["package-lock.json", withVersion(ownLock, VERSION)],
    ...[...(await made()).files].map(([name, text]): [string, string] => [`generated/${name}`, text]),
  ];
}

let files: ReturnType<typeof make> | undefined;

/** The files that `npm run generate` makes from the fixtures, once for all copies. */
function made(): ReturnType<typeof make> {
  files ??= make();
  return files;
}

async function make() {
  const { document } = await applyOverlay(CURRENT, currentOverlay);
  const { files } = await generate(document);
  return { agents: toYaml(document), files };
}

async function hashesIn(root: string): Promise<Hashes> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const isOurs = (path: string) => !relative(root, path).startsWith(".git/") && relative(root, path) !== ".git";
  const files = entries
    .filter((entry) => entry.isFile() && isOurs(join(entry.parentPath, entry.name)))
    .map(({ parentPath, name }) => join(parentPath, name));
  const hashed = files.map(async (file) => {
    const hash = createHash("sha256").update(await readFile(file));
    return [relative(root, file), hash.digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}
