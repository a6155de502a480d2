/**
 * `npm run generate`: writes everything under generated/ from openapi/agents.yaml.
 * `npm run generate -- --check` writes nothing and fails when a file differs from what the document gives.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isInterrupted } from "./bump/put-in-place.js";
import { generate } from "./generate/files.js";

const root = new URL("../", import.meta.url);
const folder = new URL("generated/", root);

if (isInterrupted(fileURLToPath(root))) {
  console.error("An interrupted spec:bump has left files of two versions. Finish it: npm run spec:bump -- --resume");
  process.exit(1);
}

const files = await generate(await readFile(new URL("openapi/agents.yaml", root), "utf8"));
const present = await readdir(folder).catch(() => [] as string[]);
const stale = present.filter((name) => !files.has(name));

if (process.argv.includes("--check")) {
  const differing = [...stale];
  for (const [name, text] of files) {
    const current = await readFile(new URL(name, folder), "utf8").catch(() => undefined);
    if (current !== text) differing.push(name);
  }
  if (differing.length > 0) {
    const names = differing.map((name) => `generated/${name}`).join(", ");
    console.error(`${names}: not what openapi/agents.yaml gives. Run: npm run generate`);
    process.exitCode = 1;
  }
} else {
  await mkdir(folder, { recursive: true });
  for (const name of stale) await rm(new URL(name, folder));
  for (const [name, text] of files) await writeFile(new URL(name, folder), text);
  console.log(
    `${files.size} files in ${fileURLToPath(folder).replace(process.cwd(), ".")}: ${[...files.keys()].join(", ")}`,
  );
}
