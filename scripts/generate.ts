/**
 * `npm run generate`: writes types and constants for the package's OpenAPI document and those of the tests.
 * `npm run generate -- --check`: writes nothing, and fails if a generated file is not up to date.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type Generated, generate } from "./generate/files.js";
import { TARGETS, type Target } from "./generate/targets.js";

const root = new URL("../", import.meta.url);

const run = process.argv.includes("--check") ? check : write;
for (const target of TARGETS)
  await run(target, await generate(await readFile(new URL(target.document, root), "utf8"), target));

async function check(target: Target, { files }: Generated): Promise<void> {
  const differing = await staleNames(target, files);
  for (const [name, text] of files) {
    const current = await readFile(urlOf(target, name), "utf8").catch(() => undefined);
    if (current !== text) differing.push(name);
  }
  if (differing.length === 0) return;
  const names = differing.map((name) => `${target.folder}/${name}`).join(", ");
  console.error(`Not up to date with ${target.document}: ${names}. Run: npm run generate`);
  process.exitCode = 1;
}

async function write(target: Target, { files, skipped }: Generated): Promise<void> {
  await mkdir(urlOf(target), { recursive: true });
  for (const name of await staleNames(target, files)) await rm(urlOf(target, name));
  for (const [name, text] of files) await writeFile(urlOf(target, name), text);
  for (const { schema, reason } of skipped)
    console.log(`${target.document}: schema ${schema} has no type of its own, because ${reason}`);
  console.log(`Wrote ${files.size} files to ./${target.folder}: ${[...files.keys()].join(", ")}`);
}

/** Files in the folder that the generator no longer writes. */
async function staleNames(target: Target, files: Generated["files"]): Promise<string[]> {
  const present = await readdir(urlOf(target)).catch(() => [] as string[]);
  return present.filter((name) => !files.has(name));
}

function urlOf({ folder }: Target, name = ""): URL {
  return new URL(`${folder}/${name}`, root);
}
