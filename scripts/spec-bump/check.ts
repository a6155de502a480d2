import { Problem } from "../problem.js";
import type { ExitCode } from "./command.js";
import { readNext } from "./next.js";
import { plain } from "./report/style.js";

/** The whole of `npm run spec:check`, but for the process: one line, and 2 where there is something newer. */
export async function check(
  root: string,
  sources: readonly string[],
  print: (text: string) => void,
): Promise<ExitCode> {
  if (sources.length === 0) throw new Problem("no source is given. Use: npm run spec:check -- <file, URL or pages>");
  const { same, comparison } = await readNext(root, sources);
  const { from, to, breaking, destinations } = comparison;
  if (same) {
    print(`Up to date: API version ${from}.`);
    return 0;
  }
  const version =
    from === to ? `API version ${to} differs from what is here` : `API version ${to} is there, ${from} is here`;
  if (destinations.length > 0) print(plain(`The API key would be sent to another domain: ${destinations.join(", ")}`));
  print(
    `${version}; ${breaking ? "it breaks callers" : "it breaks no caller"}. Look: npm run spec:bump -- --dry-run <source>`,
  );
  return 2;
}
