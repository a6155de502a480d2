import { parseArgs } from "node:util";
import { Problem } from "../problem.js";

const USAGE = "Usage: npm start, or npm start -- --serve [--port 4010]";
const DEFAULT_PORT = 4010;

/** The parsed flags: without `--serve` the tour, with it the mock server alone. Port 0 selects any free port. */
export type Flags = { serve: false } | { serve: true; port: number };

/** @throws {Problem} if a flag is unknown or has a wrong value. */
export function readFlags(args: string[]): Flags {
  const { serve = false, port } = parse(args);
  if (!serve) {
    if (port !== undefined) throw new Problem(`--port needs --serve. ${USAGE}`);
    return { serve };
  }
  return { serve, port: port === undefined ? DEFAULT_PORT : toPort(port) };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { serve: { type: "boolean" }, port: { type: "string" } } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Keep only the first sentence: the rest of Node's message explains positional arguments, which this command has not.
    const [what] = error.message.split(/\.?(?:\s*\n|\. |$)/, 1);
    throw new Problem(`${what}. ${USAGE}`);
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Problem(`--port takes a number from 0 (any free port) to 65535, not ${JSON.stringify(text)}. ${USAGE}`);
}
