/** The projects in test/examples are run by `npm run test:runtimes`, which needs a registry. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const names = await readdir(join(ROOT, "test/examples"));
const projects = names.filter((name) => existsSync(join(ROOT, "test/examples", name, "package.json")));

async function manifestOf(folder: string) {
  return JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
}

test.for(names)("the README links to the example %s", async (name) => {
  expect(await readFile(join(ROOT, "README.md"), "utf8")).toMatch(new RegExp(`\\(test/examples/${name}[)/]`));
});

test.for(projects)("the project %s installs what the package needs", async (name) => {
  const { scripts, devDependencies: needed } = await manifestOf(`test/examples/${name}`);
  expect(scripts.test).toEqual(expect.any(String));
  const project = await manifestOf("");
  const { ajv: _, ...kit } = { ...project.peerDependencies, yaml: project.devDependencies.yaml };
  if (name !== "msw") expect(needed).toMatchObject(kit);
});
