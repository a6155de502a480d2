/** Type-checks a program in this process, as a user's tsc does, and tells what it took. */
import ts from "typescript";
import { argument, tell } from "./told.js";

export interface Checked {
  /** Milliseconds of CPU, which other work on the machine disturbs less than those of the clock. */
  readonly ms: number;
  readonly instantiations: number;
  /** The first errors, of which there should be none. */
  readonly errors: readonly string[];
}

const program = ts.createProgram([argument<string>()], {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
});
// Binds every file, which tsc does not count as checking either.
program.getTypeChecker();
const before = process.cpuUsage();
const diagnostics = ts.getPreEmitDiagnostics(program);
const { user, system } = process.cpuUsage(before);
const errors = diagnostics.slice(0, 3).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
tell({ ms: (user + system) / 1_000, instantiations: program.getInstantiationCount(), errors } satisfies Checked);
