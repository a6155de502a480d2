import { parseArgs } from "node:util";
import { Problem } from "../problem.js";

const USAGE =
  "Use: npm run spec:bump -- <file, URL or pages> [--accept-breaking] [--dry-run] [--usage <folder>] [--report <file>]";

/** What the command line of a bump says. */
export interface Flags {
  readonly sources: readonly string[];
  readonly acceptBreaking: boolean;
  readonly dryRun: boolean;
  readonly usage: string | undefined;
  readonly report: string | undefined;
}

/** @throws {Problem} when it says something else. */
export function readFlags(args: string[]): Flags {
  const { values, positionals: sources } = parse(args);
  const { "accept-breaking": acceptBreaking = false, "dry-run": dryRun = false, usage, report } = values;
  if (sources.length === 0) throw new Problem(`no source is given. ${USAGE}`);
  return { sources, acceptBreaking, dryRun, usage, report };
}

function parse(args: string[]) {
  const options = {
    "accept-breaking": { type: "boolean" },
    "dry-run": { type: "boolean" },
    usage: { type: "string" },
    report: { type: "string" },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Problem(`${error.message.split(/\.?(?:\s*\n|\. |$)/, 1)[0]}. ${USAGE}`);
  }
}
