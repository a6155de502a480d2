/**
 * `npm run spec:check -- <source...>`: tells in one line whether there is a newer version of the API than the one that is
 * checked in. Exit codes: 0 there is none, 1 a problem, 2 there is one.
 */
import { fileURLToPath } from "node:url";
import { check } from "./spec-bump/check.js";
import { main } from "./spec-bump/command.js";

const root = fileURLToPath(new URL("../", import.meta.url));
await main(() => check(root, process.argv.slice(2), console.log));
