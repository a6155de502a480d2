// @ts-nocheck: it replaces functions of Node with simpler ones.
// Loaded into Redocly's process before Redocly: a document that comes from outside must not make it read anything else.
import { promises } from "node:fs";
import { sep } from "node:path";

const { readFile } = promises;
const here = process.cwd() + sep;
const refuse = (what) => Promise.reject(new Error(`${what} is outside of the document`));

// Redocly names a file by its path. URLs are left to Node's own loader of modules.
promises.readFile = (file, ...rest) =>
  typeof file === "string" && !file.startsWith(here) ? refuse(file) : readFile(file, ...rest);
globalThis.fetch = refuse;
