/**
 * test/examples has projects, which `npm run test:runtimes` installs and runs (that needs a registry), and recipes: a few
 * files to copy, which code-examples.test.ts compiles, and the tests recipes, pages and tracing in test/network run.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const EXAMPLES = "test/examples";
const names = await readdir(join(ROOT, EXAMPLES));
const isProject = (name: string) => existsSync(join(ROOT, EXAMPLES, name, "package.json"));
const projects = names.filter(isProject);

async function manifestOf(folder: string) {
  return JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
}

test.for(names)("the README links to the example %s", async (name) => {
  expect(await readFile(join(ROOT, "README.md"), "utf8")).toMatch(new RegExp(`\\(${EXAMPLES}/${name}[)/]`));
});

test.for(projects)("the project %s installs what the package needs", async (name) => {
  const { scripts, devDependencies: needed } = await manifestOf(`${EXAMPLES}/${name}`);
  expect(scripts.test).toEqual(expect.any(String));
  const project = await manifestOf("");
  const { ajv: _, ...kit } = { ...project.peerDependencies, yaml: project.devDependencies.yaml };
  if (name !== "msw") expect(needed).toMatchObject(kit);
});
