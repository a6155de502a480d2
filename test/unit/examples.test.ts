/**
 * test/examples has projects, which `npm run test:runtimes` installs and runs (that needs a registry), and recipes: a few
 * files to copy, which are compiled here and run by test/network/recipes.test.ts and tracing.test.ts.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileModules } from "../../scripts/compile.js";
import { ROOT } from "../support/run.js";

const EXAMPLES = "test/examples";
const names = await readdir(join(ROOT, EXAMPLES));
const isProject = (name: string) => existsSync(join(ROOT, EXAMPLES, name, "package.json"));
const projects = names.filter(isProject);
const recipes = names.filter((name) => !isProject(name));

async function manifestOf(folder: string) {
  return JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
}

test.for(names)("the README links to the example %s", async (name) => {
  expect(await readFile(join(ROOT, "README.md"), "utf8")).toMatch(new RegExp(`\\(${EXAMPLES}/${name}[)/]`));
});

/** The TypeScript files of a recipe, by their path below the root. */
async function filesOf(recipe: string): Promise<Map<string, string>> {
  const found = await readdir(join(ROOT, EXAMPLES, recipe), { recursive: true });
  const paths = found.filter((name) => name.endsWith(".ts")).map((name) => join(EXAMPLES, recipe, name));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(ROOT, path), "utf8")] as const)),
  );
}

test.for(projects)("the project %s installs what the package needs", async (name) => {
  const { scripts, devDependencies: needed } = await manifestOf(`${EXAMPLES}/${name}`);
  expect(scripts.test).toEqual(expect.any(String));
  const project = await manifestOf("");
  const { ajv: _, ...kit } = { ...project.peerDependencies, yaml: project.devDependencies.yaml };
  if (name !== "msw") expect(needed).toMatchObject(kit);
});

/** Next.js is not installed here. */
const NEXT = [
  "next.d.ts",
  'declare module "next/cache" { export function revalidateTag(tag: string): void; }',
] as const;

test("the recipes compile, and each file begins with a description", async () => {
  expect(recipes.length).toBeGreaterThan(0);
  const files = new Map((await Promise.all(recipes.map(filesOf))).flatMap((of) => [...of]));
  expect(compileModules(ROOT, new Map([...files, NEXT]))).toEqual([]);
  for (const [path, text] of files) expect(text, path).toMatch(/^\/\/ .+\n\/\/ .+\n(?!\/\/)/);
}, 30_000);

test("a mistake in a recipe is found", async () => {
  const [[path = "", text = ""] = []] = [...(await filesOf("proxy"))].filter(([path]) => path.endsWith("page.ts"));
  const broken = new Map([[path, text.replace("agentId }", "agent: agentId }")]]);
  expect(compileModules(ROOT, broken)).toEqual([expect.objectContaining({ file: path })]);
}, 30_000);
