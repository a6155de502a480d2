/**
 * `npm run bench`: measures what the package costs, beside raw fetch and other clients, and prints a table for each
 * section. `npm run bench -- --only a,c` measures some of them; `--json FILE` also writes the figures to a file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cpu } from "./bench/cpu.js";
import { importTime } from "./bench/import-time.js";
import { loopback } from "./bench/loopback.js";
import { heading, toText } from "./bench/print.js";
import { installPublished } from "./bench/published.js";
import { type Circumstances, type Section, toJson } from "./bench/report.js";
import { size } from "./bench/size.js";
import { typeChecking } from "./bench/type-checking.js";

/** Each measures in a folder that has the package and the other contenders installed. */
const SECTIONS: Readonly<Record<string, (folder: string) => Promise<Section>>> = {
  a: cpu,
  b: loopback,
  c: size,
  d: importTime,
  e: typeChecking,
};

const { only = Object.keys(SECTIONS).join(), json } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" } },
}).values;

const ids = only.split(",");
const unknown = ids.find((id) => !SECTIONS[id]);
if (unknown !== undefined) {
  console.error(`--only takes letters such as ${Object.keys(SECTIONS).join()}, not ${JSON.stringify(unknown)}`);
  process.exit(1);
}

const { name, version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const circumstances: Circumstances = {
  package: `${name} ${version}`,
  date: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model.trim() ?? "an unknown processor",
  cores: cpus().length,
  load: loadavg()[0] ?? 0,
};

const folder = mkdtempSync(join(tmpdir(), "polyai-agents-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

console.log(heading(circumstances));
await installPublished(folder);
const sections: Record<string, Section> = {};
for (const [id, measure] of Object.entries(SECTIONS).filter(([id]) => ids.includes(id))) {
  if (process.stderr.isTTY) process.stderr.write(`\nmeasuring (${id}) ...\r`);
  const section = await measure(folder);
  sections[id] = section;
  console.log(toText(id, section));
}
if (json !== undefined) writeFileSync(json, toJson(circumstances, sections));
