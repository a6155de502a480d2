import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** An error of the compiler. */
export interface CompileProblem {
  /** Path below the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Files that replace files on the disk, by path below the root. */
type Replaced = ReadonlyMap<string, string>;

/** Compiles the project, and the code blocks of its README, with some files replaced. Writes nothing. */
export function compileProject(root: string, replaced: Replaced = new Map()): CompileProblem[] {
  const { fileNames } = ts.parseJsonConfigFileContent(readConfig(root), ts.sys, root);
  const names = fileNames.map((name) => relative(root, name));
  const blocks = readmeModules(root);
  const files = new Map([...replaced, ...blocks]);
  return diagnose(root, [...names, ...blocks.keys()], files).map((diagnostic) => toProblem(root, diagnostic));
}

/**
 * Compiles modules that exist in memory only, by path below the root. They can import the package by its name. Returns
 * only the errors in these modules.
 */
export function compileModules(root: string, modules: ReadonlyMap<string, string>): CompileProblem[] {
  return diagnose(root, [...modules.keys()], modules)
    .filter(({ file }) => file === undefined || modules.has(relative(root, file.fileName)))
    .map((diagnostic) => toProblem(root, diagnostic));
}

function diagnose(root: string, names: readonly string[], files: Replaced): readonly ts.Diagnostic[] {
  const { options } = ts.convertCompilerOptionsFromJson(readConfig(root).compilerOptions, root);
  const ofPackage = (path: string) => [join(root, "src", path)];
  const paths = {
    "polyai-agents": ofPackage("index.ts"),
    "polyai-agents/operations": ofPackage("operations.ts"),
    "polyai-agents/testing": ofPackage("testing/index.ts"),
  };
  const settings = { ...options, noUnusedLocals: false, paths };
  const host = hostWith(new Map([...files].map(([path, text]) => [join(root, path), text])), settings);
  const program = ts.createProgram(
    names.map((name) => join(root, name)),
    settings,
    host,
  );
  return ts.getPreEmitDiagnostics(program);
}

/** Parsed files of packages. They stay the same, and parsing them takes most of the time. */
const installed = new Map<string, ts.SourceFile>();

function hostWith(virtual: Replaced, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) => {
    const text = virtual.get(name);
    if (text) return ts.createSourceFile(name, text, version);
    if (!name.includes("/node_modules/")) return getSourceFile(name, version);
    const file = installed.get(name) ?? getSourceFile(name, version);
    if (file) installed.set(name, file);
    return file;
  };
  host.fileExists = (name) => virtual.has(name) || fileExists(name);
  host.readFile = (name) => virtual.get(name) ?? readFile(name);
  return host;
}

function readConfig(root: string) {
  return ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config;
}

/**
 * The TypeScript blocks of the README as modules, which import the package by its name. The name of a module has the
 * line number of its block, and a problem in it is one of README.md.
 */
export function readmeModules(root: string): Map<string, string> {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  const lineOf = ({ index }: RegExpExecArray) => readme.slice(0, index).split("\n").length + 1;
  return new Map(blocks.map((block) => [`README.line-${lineOf(block)}.ts`, block[1] ?? ""]));
}

function toProblem(root: string, { file, start = 0, messageText }: ts.Diagnostic): CompileProblem {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (!file) return { file: "tsconfig.json", line: 0, message };
  const line = file.getLineAndCharacterOfPosition(start).line + 1;
  const name = relative(root, file.fileName).replaceAll("\\", "/");
  const block = /^README\.line-(\d+)\.ts$/.exec(name)?.[1];
  return block ? { file: "README.md", line: Number(block) + line - 1, message } : { file: name, line, message };
}
