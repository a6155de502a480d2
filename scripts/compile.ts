import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** What does not compile. */
export interface CompileProblem {
  /** Path below the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Files to be taken in place of those on the disk, by path below the root; null for one that is not there. */
type Replaced = ReadonlyMap<string, string | null>;

/** Compiles the project, and the code blocks of its README, with some files replaced. Writes nothing. */
export function compileProject(root: string, replaced: Replaced = new Map()): CompileProblem[] {
  const config = ts.parseJsonConfigFileContent(readConfig(root), ts.sys, root);
  const names = config.fileNames.filter((name) => replaced.get(relative(root, name)) !== null);
  return compile(root, names, replaced);
}

/** Compiles the code blocks of the README, which import the package by its name. */
export function compileReadme(root: string): CompileProblem[] {
  return compile(root, [], new Map());
}

function compile(root: string, names: readonly string[], replaced: Replaced): CompileProblem[] {
  const blocks = readmeBlocks(readFileSync(join(root, "README.md"), "utf8"));
  const { options } = ts.convertCompilerOptionsFromJson(readConfig(root).compilerOptions, root);
  const virtual = new Map([...replaced].map(([path, text]) => [join(root, path), text]));
  for (const { line, code } of blocks) virtual.set(join(root, `README.line-${line}.ts`), code);
  const own = blocks.map(({ line }) => join(root, `README.line-${line}.ts`));
  const paths = { "polyai-agents": ["./src/index.ts"], "polyai-agents/testing": ["./src/testing/index.ts"] };
  const settings = { ...options, noUnusedLocals: false, paths };
  const program = ts.createProgram([...names, ...own], settings, hostWith(virtual, settings));
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => toProblem(root, diagnostic))
    .filter(({ file }) => names.length > 0 || file.startsWith("README"));
}

function hostWith(virtual: ReadonlyMap<string, string | null>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) => {
    const text = virtual.get(name);
    return text ? ts.createSourceFile(name, text, version) : getSourceFile(name, version);
  };
  host.fileExists = (name) => (virtual.has(name) ? virtual.get(name) !== null : fileExists(name));
  host.readFile = (name) => virtual.get(name) ?? readFile(name);
  return host;
}

function readConfig(root: string) {
  return ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config;
}

/** The blocks of TypeScript, each with the line that it begins on. */
function readmeBlocks(readme: string): { line: number; code: string }[] {
  return [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
    code: match[1] ?? "",
    line: readme.slice(0, match.index).split("\n").length + 1,
  }));
}

function toProblem(root: string, { file, start = 0, messageText }: ts.Diagnostic): CompileProblem {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (!file) return { file: "tsconfig.json", line: 0, message };
  const line = file.getLineAndCharacterOfPosition(start).line + 1;
  const name = relative(root, file.fileName).replaceAll("\\", "/");
  const block = /^README\.line-(\d+)\.ts$/.exec(name)?.[1];
  return block ? { file: "README.md", line: Number(block) + line - 1, message } : { file: name, line, message };
}
