import { execFile } from "node:child_process";
import { readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder } from "./temporary-folder.js";

/** TypeScript 7, which is five times as fast as the versions that have an API. */
const TSC = fileURLToPath(new URL("../node_modules/typescript-7/bin/tsc", import.meta.url));

/** An error of the compiler. */
export interface CompileProblem {
  /** Path below the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Texts of files, by path below the root. */
type Files = ReadonlyMap<string, string>;

/** Compiles the project, and the code blocks of its README, with some files replaced. Writes nothing to the project. */
export async function compileProject(root: string, replaced: Files): Promise<CompileProblem[]> {
  const blocks = await readmeModules(root);
  const { include, exclude } = await readConfig(root);
  return await compile(root, new Map([...replaced, ...blocks]), { include: [...include, ...blocks.keys()], exclude });
}

/**
 * Compiles modules that are not in the project, by path below the root. They can import the package by its name. Returns
 * only the errors in these modules and in the settings.
 */
export async function compileModules(root: string, modules: Files): Promise<CompileProblem[]> {
  const names = new Set([...modules.keys(), "README.md", SETTINGS]);
  const problems = await compile(root, modules, { files: [...modules.keys()] });
  return problems.filter(({ file }) => names.has(file));
}

/**
 * The TypeScript blocks of the README as modules, which import the package by its name. The name of a module has the
 * line number of its block, and a problem in it is one of README.md.
 */
export async function readmeModules(root: string): Promise<Map<string, string>> {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  const lineOf = ({ index }: RegExpExecArray) => readme.slice(0, index).split("\n").length + 1;
  return new Map(blocks.map((block) => [`README.line-${lineOf(block)}.ts`, block[1] ?? ""]));
}

const SETTINGS = "tsconfig.json";
const BLOCK = /^README\.line-(\d+)\.ts$/;

async function readConfig(root: string) {
  return JSON.parse(await readFile(join(root, SETTINGS), "utf8"));
}

/** Compiles in a folder of links to the project, where these files stand in place of the project's own. */
async function compile(root: string, files: Files, inputs: object): Promise<CompileProblem[]> {
  const { compilerOptions } = await readConfig(root);
  const config = { ...inputs, compilerOptions: { ...compilerOptions, preserveSymlinks: true, noUnusedLocals: false } };
  const own = new Map([...files, [SETTINGS, JSON.stringify(config)]]);
  return await inTemporaryFolder(Object.fromEntries(own), async (folder) => {
    await linkOthers(root, folder, [...own.keys()]);
    return problemsIn(await tsc(folder));
  });
}

/** Links everything of a folder to another one, except for these files. */
async function linkOthers(from: string, to: string, files: readonly string[]): Promise<void> {
  for (const name of await readdir(from)) {
    const below = files.filter((file) => file.startsWith(`${name}/`)).map((file) => file.slice(name.length + 1));
    if (below.length > 0) await linkOthers(join(from, name), join(to, name), below);
    else if (!files.includes(name)) await symlink(join(from, name), join(to, name));
  }
}

/** Runs the compiler in a folder. Returns the errors that it prints: nothing when it cannot run, which rejects. */
export function tsc(cwd: string, ...args: string[]): Promise<string> {
  const all = [TSC, "--pretty", "false", ...args];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, all, { cwd, maxBuffer: Number.POSITIVE_INFINITY }, (error, stdout) => {
      if (error && stdout === "") reject(error);
      else resolve(stdout);
    });
  });
}

/** One error per line. Lines that are indented belong to the error before them. */
function problemsIn(printed: string): CompileProblem[] {
  return printed
    .split(/\n(?! )/)
    .filter((text) => text.trim() !== "")
    .map((text) => {
      const [, file = SETTINGS, line = 0, message = text] =
        /^(.+?)\((\d+),\d+\): error \w+: ([\s\S]*)$/.exec(text) ?? [];
      const block = BLOCK.exec(file)?.[1];
      return block
        ? { file: "README.md", line: Number(block) + Number(line) - 1, message }
        : { file, line: Number(line), message };
    });
}
