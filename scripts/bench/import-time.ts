import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, run } from "./child.js";
import { OPENAPI_FETCH, OUR_PACKAGE, type Section } from "./results.js";
import type { Setting } from "./setting.js";
import { difference, interleave, medians } from "./statistics.js";

const ROUNDS = 15;
const EMPTY = "an empty module";

/** For each contender, a module that only imports it. */
const MODULES: Readonly<Record<string, string>> = {
  [EMPTY]: "",
  [OUR_PACKAGE]: 'import "polyai-agents";',
  [OPENAPI_FETCH]: 'import "openapi-fetch";',
  ky: 'import "ky";',
  axios: 'import "axios";',
};

/** (d) The time that the import of the package adds to the start of a program. */
export async function importTime({ folder, node }: Setting): Promise<Section> {
  const file = await bundle("import-time.worker.ts", folder);
  const urls: Record<string, string> = {};
  for (const [at, [name, source]] of Object.entries(MODULES).entries()) {
    const path = join(folder, `import-${at}.mjs`);
    writeFileSync(path, source);
    urls[name] = pathToFileURL(path).href;
  }
  const names = Object.keys(MODULES);
  const measure = (name: string) => run<number>({ file, node, argument: urls[name] });
  // The first round reads the files into the cache of the system.
  await interleave(names, 1, measure);
  const samples = await interleave(names, ROUNDS, measure);
  return {
    id: "d",
    title: "Time of the first import in a new process",
    notes: [
      `Medians of ${ROUNDS} interleaved rounds; the built package.`,
      "above empty, above openapi-fetch: additional milliseconds compared with these modules.",
    ],
    columns: [
      { key: "ms", label: "ms", digits: 1 },
      { key: "aboveEmpty", label: "above empty", digits: 1 },
      { key: "aboveOpenapiFetch", label: "above openapi-fetch", digits: 1 },
    ],
    rows: Object.entries(medians(samples)).map(([name, ms]) => ({
      name,
      figures: {
        ms,
        aboveEmpty: difference(samples, name, EMPTY),
        aboveOpenapiFetch: difference(samples, name, OPENAPI_FETCH),
      },
    })),
    bars: [{ row: OUR_PACKAGE, column: "aboveOpenapiFetch", atMost: 3 }],
  };
}
