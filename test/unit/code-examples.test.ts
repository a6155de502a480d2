/**
 * Compiles the code that users read and copy: in the README, in docstrings, and in the recipes of test/examples. All of it
 * in one go, because loading the types of the packages takes most of the time.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type CompileProblem, compileModules, readmeModules } from "../../scripts/compile.js";
import { ROOT } from "../support/run.js";

const EXAMPLES = "test/examples";

/** Next.js is not installed here. */
const NEXT = [
  "next.d.ts",
  'declare module "next/cache" { export function revalidateTag(tag: string): void; }',
] as const;

/** TypeScript files below a folder, by their path below the root. */
async function filesIn(folder: string): Promise<[path: string, text: string][]> {
  const found = await readdir(join(ROOT, folder), { recursive: true });
  const paths = found.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
  return await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(join(ROOT, path), "utf8")]),
  );
}

/** The blocks of TypeScript in the docstrings of a source, by the file and line that each begins on. */
function blocksOf([path, source]: [string, string]): [string, string][] {
  const fenced = [...source.matchAll(/^ *\* ```ts\n((?: *\*.*\n)*?) *\* ```$/gm)];
  return fenced.map(({ index, 1: lines = "" }) => {
    const line = source.slice(0, index).split("\n").length;
    // Each is a module of its own.
    const code = `${lines.replace(/^ *\* ?/gm, "")}\nexport {};\n`;
    return [`docstring.${path.replaceAll("/", ".")}.line-${line}.ts`, code];
  });
}

const names = await readdir(join(ROOT, EXAMPLES));
const isRecipe = (name: string) => !existsSync(join(ROOT, EXAMPLES, name, "package.json"));
const recipes = (await Promise.all(names.filter(isRecipe).map((name) => filesIn(join(EXAMPLES, name))))).flat();
const sources = await filesIn("src");
const docstrings = sources.flatMap(blocksOf);
const blocks = [...(await readmeModules(ROOT))];
const [path = "", text = ""] = recipes.find(([name]) => name.endsWith("proxy/page.ts")) ?? [];
const mistaken = path.replace("page.ts", "mistaken.ts");

let problems: CompileProblem[];
beforeAll(async () => {
  const mistake = text.replace("agentId }", "agent: agentId }");
  problems = await compileModules(ROOT, new Map([...recipes, NEXT, [mistaken, mistake], ...docstrings, ...blocks]));
}, 60_000);

const problemsIn = (start: string) => problems.filter(({ file }) => file.startsWith(start) && file !== mistaken);

test("every code block of the README compiles", () => {
  expect(blocks.length).toBeGreaterThan(4);
  expect(problemsIn("README.md")).toEqual([]);
});

test("every code block in the docstrings of src compiles", () => {
  expect(docstrings).toHaveLength(sources.flatMap(([, source]) => [...source.matchAll(/```ts/g)]).length);
  expect(docstrings.length).toBeGreaterThan(3);
  expect(problemsIn("docstring.")).toEqual([]);
});

test("the recipes compile, and each file begins with a description", () => {
  expect(recipes.length).toBeGreaterThan(0);
  expect(problemsIn(EXAMPLES)).toEqual([]);
  for (const [name, content] of recipes) expect(content, name).toMatch(/^\/\/ .+\n\/\/ .+\n(?!\/\/)/);
});

test("a mistake is found", () => {
  expect(problems).toEqual([expect.objectContaining({ file: mistaken })]);
});
