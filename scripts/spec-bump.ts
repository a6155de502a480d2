/**
 * `npm run spec:bump -- <source...> [--accept-breaking] [--dry-run] [--usage <folder>] [--report <file>]`: moves the
 * project to another version of the API, and reports the changes. Exit codes: 0 done, 1 a problem, 2 a breaking change
 * without --accept-breaking.
 */
import { fileURLToPath } from "node:url";
import { runCommand } from "./problem.js";
import { bump } from "./spec-bump/command.js";

const root = fileURLToPath(new URL("../", import.meta.url));
await runCommand(() => bump(root, process.argv.slice(2), console.log));
