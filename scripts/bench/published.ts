import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildInto } from "../build.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const INSTALLED = ["openapi-fetch", "ky", "axios", "typescript"];

/** Installs the built package and the other contenders in a folder. */
export async function installPublished(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  const own = join(modules, "polyai-agents");
  mkdirSync(own, { recursive: true });
  for (const name of INSTALLED) symlinkSync(join(root, "node_modules", name), join(modules, name), "dir");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await buildInto(join(own, "dist"));
  const exports = { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } };
  writeFileSync(join(own, "package.json"), JSON.stringify({ name: "polyai-agents", type: "module", exports }));
}
