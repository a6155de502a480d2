/**
 * `npm run spec:check -- <source...>`: prints whether the source is a newer version of the API. Exit codes: 0 it is not,
 * 1 a problem, 2 it is.
 */
import { fileURLToPath } from "node:url";
import { runCommand } from "./problem.js";
import { check } from "./spec-bump/check.js";

const root = fileURLToPath(new URL("../", import.meta.url));
await runCommand(() => check(root, process.argv.slice(2), console.log));
