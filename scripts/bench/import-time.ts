import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, run } from "./child.js";
import { type Section, US } from "./report.js";
import { interleave, median, type Samples } from "./statistics.js";

const ROUNDS = 15;
const EMPTY = "an empty module";

/** A module that imports no more than a contender. */
const MODULES: Readonly<Record<string, string>> = {
  [EMPTY]: "",
  [US]: 'import "polyai-agents";',
  "openapi-fetch": 'import "openapi-fetch";',
  ky: 'import "ky";',
  axios: 'import "axios";',
};

/** (d) What the package adds to the start of a program; the folder has it installed. */
export async function importTime(folder: string): Promise<Section> {
  const worker = await bundle("import-time.worker.ts", folder);
  const urls: Record<string, string> = {};
  for (const [at, [name, source]] of Object.entries(MODULES).entries()) {
    const path = join(folder, `import-${at}.mjs`);
    writeFileSync(path, source);
    urls[name] = pathToFileURL(path).href;
  }
  const names = Object.keys(MODULES);
  const measure = (name: string) => run<number>(worker, urls[name]);
  // The first round brings the files into the system's cache.
  await interleave(names, 1, measure);
  const samples = await interleave(names, ROUNDS, measure);
  return {
    title: "Time of the first import in a fresh process",
    notes: [`${ROUNDS} interleaved rounds, medians; the package as it is built.`, "Raw fetch has nothing to import."],
    columns: [
      { key: "ms", label: "ms", digits: 1 },
      { key: "above", label: "ms above empty", digits: 1 },
    ],
    rows: names.map((name) => ({ name, figures: figuresOf(samples, name) })),
    bars: [{ row: US, column: "above", atMost: 10 }],
  };
}

function figuresOf(samples: Samples, name: string): Record<string, number> {
  const [own = [], empty = []] = [samples[name], samples[EMPTY]];
  const above = own.map((ms, round) => ms - (empty[round] ?? Number.NaN));
  return { ms: median(own), above: median(above) };
}
