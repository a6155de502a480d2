/**
 * `npm run build`: writes dist/ as it is published. Each entry of package.json's `exports` becomes one file of ES modules
 * and one of CommonJS (every further file costs time at import), and one file of declarations for each of the two.
 */
import { readFile, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const root = fileURLToPath(new URL("../", import.meta.url));
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const MAIN = join(root, "src/index");
/** What the mock runs in a process of its own. */
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
    // The maps are most of the tarball. The mock's errors come from its process as one line, without a stack.
    // The ES modules alone have one: the CommonJS files are the same code, and the package stays small.
    sourcemap: format === "esm" && entry !== CHILD,
    logLevel: "error",
    define: { PACKAGE_VERSION: JSON.stringify(version), ...(format === "cjs" && COMMONJS_DEFINE) },
    ...(format === "cjs" && { supported: { "dynamic-import": false } }),
    ...(format === "cjs" && entry.startsWith("testing/") && { banner: { js: MODULE_URL } }),
  });
}

/** CommonJS has no `import.meta`. Jest runs CommonJS in a VM without `import()`, which esbuild turns into `require()`. */
const COMMONJS_DEFINE = { "import.meta.url": "moduleUrl" };
const MODULE_URL = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * The default export of openapi-fetch's CommonJS build is `exports.default`. esbuild takes `module.exports` for it in a
 * package of type "module", as Node does, but not in a module that has no package.json.
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

/** The main entry as another entry imports it, without extension. */
function mainFrom(entry: string): string {
  const path = relative(dirname(join(root, "src", entry)), MAIN);
  return path.startsWith(".") ? path : `./${path}`;
}

/** Writes the declarations. It does not check the sources again, which `npm run check` does and takes several seconds. */
async function declare(entries: readonly string[], outdir: string): Promise<void> {
  const main = [`${MAIN}.ts`, `${MAIN}.js`];
  for (const entry of entries) {
    const bundle = await rollup({
      input: join(root, `src/${entry}.ts`),
      external: (path, importer) =>
        entry !== "index" && importer !== undefined && main.includes(resolve(dirname(importer), path)),
      plugins: [dts({ tsconfig: join(root, "tsconfig.build.json") })],
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
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto(join(root, "dist"));
