import { parseArgs } from "node:util";
import { Problem } from "../problem.js";

const USAGE = "Use: npm start, or npm start -- --serve [--port 4010]";
const DEFAULT_PORT = 4010;

/** What the command line asks for: the story, or the mock alone on a port (0 for a free one). */
export type Flags = { serve: false } | { serve: true; port: number };

/** @throws {Problem} when there is a flag that means nothing. */
export function readFlags(args: string[]): Flags {
  const { serve = false, port } = parse(args);
  if (!serve) {
    if (port !== undefined) throw new Problem(`--port goes with --serve. ${USAGE}`);
    return { serve };
  }
  return { serve, port: port === undefined ? DEFAULT_PORT : toPort(port) };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { serve: { type: "boolean" }, port: { type: "string" } } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The first sentence says what is wrong; the rest is about positionals, which there are none of.
    const [what] = error.message.split(/\.?(?:\s*\n|\. |$)/, 1);
    throw new Problem(`${what}. ${USAGE}`);
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Problem(`--port takes a number from 0 (any free port) to 65535, not ${JSON.stringify(text)}. ${USAGE}`);
}
