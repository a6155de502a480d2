import { parseArgs } from "node:util";
import { Problem } from "../problem.js";

const USAGE =
  "Use: npm run spec:bump -- <file, URL or pages> [--accept-breaking] [--dry-run] [--usage <folder>] [--report <file>]";

const OPTIONS = {
  "accept-breaking": { type: "boolean" },
  "dry-run": { type: "boolean" },
  usage: { type: "string" },
  report: { type: "string" },
} as const;

/**
 * Reads the arguments of the command.
 *
 * @throws {Problem} when there is no source, or an unknown argument.
 */
export function readFlags(args: string[]) {
  try {
    const { values, positionals: sources } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (sources.length > 0) return { ...values, sources };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node adds advice after the first sentence.
    throw new Problem(`${error.message.split(/\.?(?:\s*\n|\. |$)/, 1)[0]}. ${USAGE}`);
  }
  throw new Problem(`no source is given. ${USAGE}`);
}
