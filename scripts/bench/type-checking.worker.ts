/** Type-checks a program in this process, as a user's tsc does, and sends what it took to the parent. */
import ts from "typescript";
import { argument, sendToParent } from "./parent.js";

export interface Checked {
  /** Milliseconds of CPU time. Other work on the machine changes it less than the time of the clock. */
  readonly ms: number;
  readonly instantiations: number;
  /** The first errors. The bench stops if there are any. */
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
// Binds every file first: tsc does not count that as checking either.
program.getTypeChecker();
const before = process.cpuUsage();
const diagnostics = ts.getPreEmitDiagnostics(program);
const { user, system } = process.cpuUsage(before);
const errors = diagnostics.slice(0, 3).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
sendToParent({
  ms: (user + system) / 1_000,
  instantiations: program.getInstantiationCount(),
  errors,
} satisfies Checked);
