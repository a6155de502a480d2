import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { inTemporaryFolder } from "../temporary-folder.js";

const BIOME = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const SETTINGS = new URL("../../biome.json", import.meta.url);

/** Formats generated files with the project's own settings, so that their diffs are readable. */
export async function format(files: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const { formatter } = JSON.parse(await readFile(SETTINGS, "utf8"));
  const settings = { "biome.json": JSON.stringify({ formatter }) };
  return await inTemporaryFolder({ ...files, ...settings }, async (folder) => {
    await promisify(execFile)(process.execPath, [BIOME, "format", "--write"], { cwd: folder });
    const formatted = Object.keys(files).map(
      async (name) => [name, await readFile(join(folder, name), "utf8")] as const,
    );
    return new Map(await Promise.all(formatted));
  });
}
