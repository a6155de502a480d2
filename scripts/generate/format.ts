import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Formats a generated file with the project's own settings, so that its diffs are readable. */
export function format(name: string, text: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, "format", `--stdin-file-path=generated/${name}`],
    { input: text, cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`biome could not format generated/${name}: ${stderr}`);
  return stdout;
}
