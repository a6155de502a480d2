/**
 * `npm run build`: dist/, as it is published. One file for each entry, since every further file is time at import. The
 * testing entry imports the main one as its users do, so that both know the same error classes. Declarations by tsc.
 */
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const root = fileURLToPath(new URL("../", import.meta.url));
const ENTRIES = { index: "src/index.ts", "testing/index": "src/testing/index.ts" };
/** What the mock runs in a process of its own. */
const CHILD = { "testing/prism-process": "src/testing/prism-process.ts" };

/** Builds into a folder. */
export async function buildInto(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { ...ENTRIES, ...CHILD },
    outdir,
    bundle: true,
    packages: "external",
    external: ["../index.js"],
    format: "esm",
    target: "es2022",
    sourcemap: true,
    logLevel: "error",
  });
  await declareInto(join(outdir, "types"));
}

/**
 * Writes the declarations that the entries lead to; tsc writes one for every source, most of which nobody reads. It does
 * not check the sources again, which `npm run check` does: it would take most of the time of a build.
 */
async function declareInto(outdir: string): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const args = [tsc, "--project", "tsconfig.build.json", "--outDir", outdir];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("the declarations cannot be written");
  const entries = Object.values(ENTRIES).map((entry) => join(outdir, entry.replace(/\.ts$/, ".d.ts")));
  const program = ts.createProgram(entries, { module: ts.ModuleKind.NodeNext, noLib: true, types: [] });
  const read = new Set(program.getSourceFiles().map(({ fileName }) => resolve(fileName)));
  for (const file of await readdir(outdir, { recursive: true, withFileTypes: true })) {
    const path = resolve(file.parentPath, file.name);
    if (file.isFile() && !read.has(path)) await rm(path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto(join(root, "dist"));
