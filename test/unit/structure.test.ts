/** The shape of src and scripts: no import cycles, no long files, no folders of one file. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const FOLDERS = ["src", "scripts"];

/** A file as the checks see it: the files that it imports, by path below the root. */
interface File {
  readonly lines: number;
  readonly imports: readonly string[];
  /** Imports of types only, which leave nothing to load at run time. */
  readonly typeImports: readonly string[];
}

function parse(path: string, text: string): File {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const [imports, typeImports]: [string[], string[]] = [[], []];
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const module = statement.moduleSpecifier;
    if (!module || !ts.isStringLiteral(module) || !module.text.startsWith(".")) continue;
    const target = relative(ROOT, join(ROOT, dirname(path), module.text.replace(/\.js$/, ".ts")));
    (isTypeOnly(statement) ? typeImports : imports).push(target);
  }
  return { lines: text.split("\n").length - 1, imports, typeImports };
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const names =
      statement.exportClause && ts.isNamedExports(statement.exportClause) && statement.exportClause.elements;
    return statement.isTypeOnly || (!!names && names.every((name) => name.isTypeOnly));
  }
  const clause = statement.importClause;
  const names = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) && clause.namedBindings.elements;
  return !!clause && (clause.isTypeOnly || (!clause.name && !!names && names.every((name) => name.isTypeOnly)));
}

/** The cycles of a graph, each from its first file in alphabetical order: `a → b → a`. */
function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) {
      const cycle = path.slice(start);
      const first = cycle.indexOf([...cycle].sort()[0] as string);
      const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
      cycles.add([...turned, turned[0]].join(" → "));
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return [...cycles].sort();
}

async function readFiles(): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  for (const folder of FOLDERS) {
    for (const name of await readdir(join(ROOT, folder), { recursive: true })) {
      if (!name.endsWith(".ts")) continue;
      const path = join(folder, name);
      files.set(path, parse(path, await readFile(join(ROOT, path), "utf8")));
    }
  }
  return files;
}

const files = await readFiles();
const edges = (of: (file: File) => readonly string[]) => new Map([...files].map(([path, file]) => [path, of(file)]));

describe("src and scripts", () => {
  test("have no files that import each other at run time", () => {
    expect(cyclesOf(edges(({ imports }) => imports))).toEqual([]);
  });

  test("have no files that import types from each other", () => {
    expect(cyclesOf(edges(({ imports, typeImports }) => [...imports, ...typeImports]))).toEqual([]);
  });

  test("import files that exist", () => {
    const all = [...files.values()].flatMap(({ imports, typeImports }) => [...imports, ...typeImports]);
    expect(all.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("have no file of more than 200 lines", () => {
    expect([...files].filter(([, { lines }]) => lines > 200).map(([path, { lines }]) => `${path}: ${lines}`)).toEqual(
      [],
    );
  });

  test("have no folder of one file", async () => {
    const folders = new Set([...files.keys()].map((path) => dirname(path)));
    const counts = [...folders].map(async (path) => ({ path, count: (await readdir(join(ROOT, path))).length }));
    expect((await Promise.all(counts)).filter(({ count }) => count < 2)).toEqual([]);
  });
});

test("the check finds a cycle, also through a re-export, and distinguishes types and values", () => {
  const cyclic = new Map([
    ["a.ts", parse("a.ts", 'import { b } from "./b.js";')],
    ["b.ts", parse("b.ts", 'export * from "./c.js"; import type { A } from "./a.js";')],
    ["c.ts", parse("c.ts", 'import { type A, a } from "./a.js"; import { type B } from "./b.js";')],
  ]);
  const values = new Map([...cyclic].map(([path, { imports }]) => [path, imports]));
  expect(cyclesOf(values)).toEqual(["a.ts → b.ts → c.ts → a.ts"]);
  expect(cyclic.get("b.ts")?.typeImports).toEqual(["a.ts"]);
  expect(cyclic.get("c.ts")?.typeImports).toEqual(["b.ts"]);
});
