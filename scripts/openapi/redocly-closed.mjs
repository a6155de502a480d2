// @ts-nocheck: this file replaces functions of Node with simpler ones.
// Loaded into Redocly's process before Redocly, so that a document from outside cannot make it read other files or hosts.
import { promises } from "node:fs";
import { sep } from "node:path";

const { readFile } = promises;
const folder = process.cwd() + sep;
const refuse = (what) => Promise.reject(new Error(`${what} is outside of the document`));

// Redocly names a file by its path. Node's own module loader uses URLs.
promises.readFile = (file, ...rest) =>
  typeof file === "string" && !file.startsWith(folder) ? refuse(file) : readFile(file, ...rest);
globalThis.fetch = refuse;
