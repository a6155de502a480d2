/**
 * `npm run bench`: compares the package with raw fetch and other clients, and prints one table per section. A figure with
 * a limit is followed by the limit and by `ok` or `OVER`.
 *
 * - `--only a,c` measures only these sections.
 * - `--node PATH` runs the contenders with another Node executable.
 * - `--json FILE` also writes the figures to a file.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cpu } from "./bench/cpu.js";
import { importTime } from "./bench/import-time.js";
import { loopback } from "./bench/loopback.js";
import { heading, toText } from "./bench/print.js";
import { installPublished } from "./bench/published.js";
import { type Circumstances, type Section, toJson } from "./bench/results.js";
import type { Setting } from "./bench/setting.js";
import { size } from "./bench/size.js";
import { typeChecking } from "./bench/type-checking.js";

const SECTIONS: Readonly<Record<string, (setting: Setting) => Promise<Section | Section[]>>> = {
  a: cpu,
  b: loopback,
  c: size,
  d: importTime,
  e: typeChecking,
};

const {
  only = Object.keys(SECTIONS).join(),
  node = process.execPath,
  json,
} = parseArgs({
  options: { only: { type: "string" }, node: { type: "string" }, json: { type: "string" } },
}).values;

const letters = only.split(",");
const unknown = letters.find((letter) => !SECTIONS[letter]);
if (unknown !== undefined) {
  fail(`--only takes letters such as ${Object.keys(SECTIONS).join()}, not ${JSON.stringify(unknown)}`);
}

const { name, version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const circumstances: Circumstances = {
  package: `${name} ${version}`,
  date: new Date().toISOString(),
  node: versionOf(node),
  cpu: cpus()[0]?.model.trim() ?? "an unknown processor",
  cores: cpus().length,
  load: loadavg()[0] ?? 0,
};

const folder = mkdtempSync(join(tmpdir(), "polyai-agents-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

console.log(heading(circumstances));
await installPublished(folder);
const sections: Section[] = [];
for (const [letter, measure] of Object.entries(SECTIONS).filter(([letter]) => letters.includes(letter))) {
  if (process.stderr.isTTY) process.stderr.write(`\nmeasuring (${letter}) ...\r`);
  for (const section of [await measure({ folder, node })].flat()) {
    sections.push(section);
    console.log(toText(section));
  }
}
if (json !== undefined) writeFileSync(json, toJson(circumstances, sections));

function versionOf(node: string): string {
  try {
    return execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
  } catch {
    return fail(`--node takes the path of a Node executable, not ${JSON.stringify(node)}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
