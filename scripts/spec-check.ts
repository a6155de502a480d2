/**
 * `npm run spec:check -- <source...>`: prints in one line whether the source has a newer version of the API than the
 * project. Exit codes: 0 it has not, 1 a problem, 2 it has.
 */
import { fileURLToPath } from "node:url";
import { runCommand } from "./problem.js";
import { check } from "./spec-bump/check.js";

const root = fileURLToPath(new URL("../", import.meta.url));
await runCommand(() => check(root, process.argv.slice(2), console.log));
