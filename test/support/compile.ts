import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./run.js";

/**
 * What the compiler has to say of modules that exist in memory only, as if they stood at the top of the project and
 * imported the package by its name: a line for each problem in them.
 */
export function problemsOf(modules: ReadonlyMap<string, string>): string[] {
  const files = new Map([...modules].map(([name, code]) => [join(ROOT, name), code]));
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const paths = { "polyai-agents": ["./src/index.ts"], "polyai-agents/testing": ["./src/testing/index.ts"] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, code, version);
  };
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false, paths }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || files.has(file.fileName))
    .map(({ file, start = 0, messageText }) => {
      const at = file
        ? `${file.fileName.slice(ROOT.length)}:${file.getLineAndCharacterOfPosition(start).line + 1} `
        : "";
      return at + ts.flattenDiagnosticMessageText(messageText, "\n");
    });
}
