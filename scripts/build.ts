/**
 * `npm run build`: dist/, as it is published. One file for each entry, since every further file is time at import; what
 * the entries share stands in a chunk of its own, so that both throw the same error classes. Declarations by tsc.
 */
import { spawnSync } from "node:child_process";
import { copyFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Builds into a folder. */
export async function buildInto(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { index: "src/index.ts", "testing/index": "src/testing/index.ts" },
    outdir,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    target: "es2022",
    sourcemap: true,
    logLevel: "error",
  });
  await copyFile(join(root, "src/testing/prism-process.js"), join(outdir, "testing/prism-process.js"));
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const args = [tsc, "--project", "tsconfig.build.json", "--outDir", join(outdir, "types")];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("the declarations cannot be written");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto(join(root, "dist"));
