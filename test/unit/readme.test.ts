import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { ROOT } from "../support/run.js";

const readme = await readFile(join(ROOT, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
  code: match[1] ?? "",
  line: readme.slice(0, match.index).split("\n").length + 1,
}));

test("every code block of the README compiles", () => {
  expect(blocks.length).toBeGreaterThan(2);
  const files = new Map(blocks.map(({ code, line }) => [join(ROOT, `README.line-${line}.ts`), code]));
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile: read } = host;
  host.getSourceFile = (name, version) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name) ?? "", version) : getSourceFile(name, version);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? read(name);
  const program = ts.createProgram(
    [...files.keys()],
    {
      ...options,
      noUnusedLocals: false,
      paths: { "polyai-agents": ["./src/index.ts"], "polyai-agents/testing": ["./src/testing/index.ts"] },
    },
    host,
  );
  const problems = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || dirname(file.fileName) === dirname(join(ROOT, "x")))
    .map(({ file, start, messageText }) => {
      const at = file
        ? `${file.fileName.slice(ROOT.length)}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1}`
        : "";
      return `${at} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  expect(problems).toEqual([]);
}, 60_000);

test("the README stays short enough to be read", () => {
  expect(readme.split("\n").length).toBeLessThan(220);
});
