import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileModules } from "../../scripts/compile.js";
import { ROOT } from "../support/run.js";

/** The blocks of TypeScript in the docstrings of a source, by the file and line that each begins on. */
function blocksOf(name: string, source: string): [string, string][] {
  const fenced = [...source.matchAll(/^ *\* ```ts\n((?: *\*.*\n)*?) *\* ```$/gm)];
  return fenced.map(({ index, 1: lines = "" }) => {
    const line = source.slice(0, index).split("\n").length;
    return [`docstring.${name.replaceAll("/", ".")}.line-${line}.ts`, lines.replace(/^ *\* ?/gm, "")];
  });
}

test("every code block in the docstrings of src compiles", async () => {
  const names = (await readdir(join(ROOT, "src"), { recursive: true })).filter((name) => name.endsWith(".ts"));
  const sources = await Promise.all(names.map(async (name) => [name, await readFile(join(ROOT, "src", name), "utf8")]));
  const blocks = sources.flatMap(([name = "", source = ""]) => blocksOf(name, source));
  const fences = sources.flatMap(([, source = ""]) => [...source.matchAll(/```ts/g)]);
  expect(blocks).toHaveLength(fences.length);
  expect(blocks.length).toBeGreaterThan(3);
  // Each is a module of its own.
  const modules = new Map(blocks.map(([name, code]) => [name, `${code}\nexport {};\n`]));
  expect(compileModules(ROOT, modules)).toEqual([]);
}, 60_000);
