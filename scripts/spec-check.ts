/**
 * `npm run spec:check -- <source...>`: prints whether the source is a newer version of the API. Exit codes: 0 it is not,
 * 1 a problem, 2 it is.
 */
import { fileURLToPath } from "node:url";
import { check } from "./spec-bump/check.js";
import { main } from "./spec-bump/command.js";

const root = fileURLToPath(new URL("../", import.meta.url));
await main(() => check(root, process.argv.slice(2), console.log));
