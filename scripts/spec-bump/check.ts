import { Problem } from "../problem.js";
import type { ExitCode } from "./command.js";
import { readNext } from "./next.js";
import { plain } from "./report/style.js";

/** Runs `npm run spec:check` with these sources. Returns 2 if there is a newer version. */
export async function check(
  root: string,
  sources: readonly string[],
  print: (text: string) => void,
): Promise<ExitCode> {
  if (sources.length === 0) throw new Problem("no source is given. Use: npm run spec:check -- <file, URL or pages>");
  const { version, comparison } = await readNext(root, sources);
  if (!comparison) {
    print(`Up to date: API version ${version}.`);
    return 0;
  }
  const { from, to, breaking, destinations } = comparison;
  if (destinations.length > 0) print(plain(`The API key would be sent to another domain: ${destinations.join(", ")}`));
  const news = from === to ? `API version ${to} has changed` : `API version ${to} is newer than the current ${from}`;
  const effect = breaking ? "It breaks callers" : "It does not break callers";
  print(plain(`${news}. ${effect}. To see the changes: npm run spec:bump -- --dry-run <source>`));
  return 2;
}
