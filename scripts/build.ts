/**
 * `npm run build`: writes the published files to dist/. Each entry in `exports` of package.json becomes one ES module,
 * one CommonJS file and one file of declarations for each. There is one file for each, since more files take longer to
 * import.
 */
import { readFile, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { tsc } from "./compile.js";
import { inTemporaryFolder } from "./temporary-folder.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const MAIN = join(root, "src/index");
/** The program of the mock server, which runs in a child process. */
const CHILD = "testing/prism-process";

/** The entries as paths without extension below src/ and dist/: `index`, `testing/index`. */
export async function readEntries(): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const built = Object.values<{ import?: { default: string } }>(exports).filter((target) => target.import);
  return built.map((target) => (target.import?.default ?? "").replace(/^\.\/dist\/(.+)\.js$/, "$1"));
}

/** Builds into a folder. */
export async function buildInto(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const entries = await readEntries();
  await Promise.all(entries.flatMap((entry) => [bundle(entry, outdir, "esm"), bundle(entry, outdir, "cjs")]));
  await bundle(CHILD, outdir, "esm");
  await declare(entries, outdir);
}

async function bundle(entry: string, outdir: string, format: "esm" | "cjs"): Promise<void> {
  const extension = format === "esm" ? ".js" : ".cjs";
  await build({
    absWorkingDir: root,
    entryPoints: { [entry]: `src/${entry}.ts` },
    outdir,
    outExtension: { ".js": extension },
    bundle: true,
    packages: "external",
    plugins: [importMain(entry, extension), ...(format === "cjs" ? [openapiFetchDefault] : [])],
    format,
    target: "es2022",
    // Only the ES modules of the entries have source maps, since maps are most of the tarball. The CommonJS files
    // contain the same code, and errors of the mock server have no stack.
    sourcemap: format === "esm" && entry !== CHILD,
    logLevel: "error",
    define: { PACKAGE_VERSION: JSON.stringify(version), ...(format === "cjs" && COMMONJS_DEFINE) },
    ...(format === "cjs" && { supported: { "dynamic-import": false } }),
    ...(format === "cjs" && entry.startsWith("testing/") && { banner: { js: MODULE_URL } }),
  });
}

/**
 * CommonJS has no `import.meta`. Jest runs CommonJS in a VM without `import()`, which esbuild turns into `require()`.
 */
const COMMONJS_DEFINE = { "import.meta.url": "moduleUrl" };
const MODULE_URL = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * Resolves openapi-fetch for CommonJS. Its default export is `exports.default` there. In a package of type "module",
 * esbuild would use `module.exports` instead, as Node does; in a module without a package.json it does not.
 */
const openapiFetchDefault: Plugin = {
  name: "openapi-fetch-default",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^openapi-fetch$/, namespace: "file" }, ({ path }) => ({ path, namespace: "no-package" }));
    onLoad({ filter: /./, namespace: "no-package" }, ({ path }) => ({
      contents: `export { default, createQuerySerializer } from "${path}";`,
      resolveDir: root,
    }));
  },
};

/** Lets the other entries import the main one instead of copying it, so that there is one set of error classes. */
function importMain(entry: string, extension: string): Plugin {
  return {
    name: "import-main",
    setup({ onResolve }) {
      onResolve({ filter: /\/index\.js$/ }, ({ path, resolveDir, kind }) => {
        if (kind === "entry-point" || entry === "index" || resolve(resolveDir, path) !== `${MAIN}.js`) return;
        return { path: mainFrom(entry) + extension, external: true };
      });
    },
  };
}

/** The path from another entry to the main entry, without extension. */
function mainFrom(entry: string): string {
  const path = relative(dirname(join(root, "src", entry)), MAIN);
  return path.startsWith(".") ? path : `./${path}`;
}

/** Writes the declarations. The compiler writes one file for each module, which is faster to bundle than the source. */
async function declare(entries: readonly string[], outdir: string): Promise<void> {
  await inTemporaryFolder({}, async (folder) => {
    const errors = await tsc(root, "-p", "tsconfig.build.json", "--outDir", folder);
    if (errors !== "") throw new Error(errors);
    for (const entry of entries) await declareEntry(entry, join(folder, "src"), outdir);
  });
}

async function declareEntry(entry: string, folder: string, outdir: string): Promise<void> {
  const main = [join(folder, "index.d.ts"), join(folder, "index.js")];
  const isMain = (path: string, importer: string) =>
    entry !== "index" && main.includes(resolve(dirname(importer), path));
  const bundle = await rollup({
    input: join(folder, `${entry}.d.ts`),
    external: (path, importer) => importer !== undefined && (/^[^./]/.test(path) || isMain(path, importer)),
    plugins: [dts()],
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  for (const extension of ["js", "cjs"]) {
    await bundle.write({
      file: join(outdir, `${entry}.d.${extension.replace("js", "ts")}`),
      paths: (path) => (main.includes(path) ? `${mainFrom(entry)}.${extension}` : path),
    });
  }
  await bundle.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto(join(root, "dist"));
