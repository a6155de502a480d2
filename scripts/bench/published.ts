import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const INSTALLED = ["openapi-fetch", "ky", "axios", "typescript"];

/** Makes of a folder a project that has this package installed, compiled file by file, beside the other contenders. */
export function installPublished(folder: string): void {
  const modules = join(folder, "node_modules");
  const own = join(modules, "polyai-agents");
  mkdirSync(own, { recursive: true });
  for (const name of INSTALLED) symlinkSync(join(root, "node_modules", name), join(modules, name), "dir");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const exports = { ".": { types: "./src/index.d.ts", default: "./src/index.js" } };
  writeFileSync(join(own, "package.json"), JSON.stringify({ name: "polyai-agents", type: "module", exports }));
  compile(own);
}

/** What tsc writes for the package, without checking it once more. */
function compile(outDir: string): void {
  const path = join(root, "tsconfig.json");
  const { config } = ts.parseConfigFileTextToJson(path, readFileSync(path, "utf8"));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const own = {
    noEmit: false,
    noCheck: true,
    declaration: true,
    allowJs: false,
    checkJs: false,
    rootDir: root,
    outDir,
  };
  ts.createProgram([join(root, "src/index.ts")], { ...options, ...own }).emit();
}
