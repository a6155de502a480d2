import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Formats a generated file with the project's own settings, so that its diffs are readable. */
export async function format(name: string, text: string): Promise<string> {
  const args = [biome, "format", `--stdin-file-path=generated/${name}`];
  const child = spawn(process.execPath, args, { cwd: root });
  const outputs = [child.stdout, child.stderr].map(async (stream) =>
    (await stream.setEncoding("utf8").toArray()).join(""),
  );
  const ended = new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  child.stdin.end(text);
  const [code, stdout = "", stderr] = await Promise.all([ended, ...outputs]);
  if (code !== 0) throw new Error(`biome could not format generated/${name}: ${stderr}`);
  return String(stdout);
}
