/** The projects in test/examples are run by `npm run test:runtimes`, which needs a registry. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const names = await readdir(join(ROOT, "test/examples"));

async function manifestOf(folder: string) {
  return JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
}

test.for(names)("the example %s installs what the package needs, and the README links to it", async (name) => {
  const { scripts, devDependencies: needed } = await manifestOf(`test/examples/${name}`);
  expect(scripts.test).toEqual(expect.any(String));
  const project = await manifestOf("");
  const { ajv: _, ...kit } = { ...project.peerDependencies, yaml: project.devDependencies.yaml };
  if (name !== "msw") expect(needed).toMatchObject(kit);
  expect(await readFile(join(ROOT, "README.md"), "utf8")).toContain(`(test/examples/${name})`);
});
