import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT, run } from "./run.js";

const LEFT_OUT = ["node_modules", "dist", "docs", ".git"].map((name) => join(ROOT, name));
/** What the package needs at run time; a test has no registry to install it from. */
const DEPENDENCIES = ["openapi-fetch", "openapi-typescript-helpers"];

/** The package as `npm pack` makes it of a clone, in a temporary folder. */
export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  remove(): Promise<void>;
}

/** Runs `npm pack` in a copy of the project, so that nothing but the sources can have gone into the tarball. */
export async function pack(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), "polyai-agents-packed-"));
  const remove = () => rm(folder, { recursive: true });
  try {
    const clone = join(folder, "clone");
    await cp(ROOT, clone, { recursive: true, filter: (path) => !LEFT_OUT.includes(path) });
    await symlink(join(ROOT, "node_modules"), join(clone, "node_modules"));
    await npm(clone, "pack", "--pack-destination", folder);
    const [name = ""] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
    return { folder, tarball: join(folder, name), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Makes a folder with nothing but the package installed in it, without a network. */
export async function installOffline({ folder, tarball }: Packed, name: string): Promise<string> {
  const project = await emptyProject(join(folder, name));
  const dependencies = join(folder, `${name}-dependencies`);
  await mkdir(dependencies);
  const sources = DEPENDENCIES.map((dependency) => join(ROOT, "node_modules", dependency));
  await npm(dependencies, "pack", "--ignore-scripts", ...sources);
  const tarballs = (await readdir(dependencies)).map((file) => join(dependencies, file));
  await npm(project, "install", "--offline", "--cache", join(folder, "cache"), tarball, ...tarballs);
  return project;
}

/** Makes the packages of this project's own node_modules known in a folder. */
export async function link(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(folder, "node_modules", name);
    await mkdir(dirname(path), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), path);
  }
}

/** A folder with nothing but a package.json, whose files are modules. */
export async function emptyProject(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return folder;
}

/** Runs npm in a folder. @throws {Error} with npm's own words, when it does not succeed. */
export async function npm(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run("npm", [...args, "--loglevel", "error", "--no-audit", "--no-fund"], {
    cwd,
  });
  if (code !== 0) throw new Error(`npm ${args.join(" ")}: ${stderr || stdout || code}`);
  return stdout;
}
