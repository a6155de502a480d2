import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { document, operations } from "../../test/support/shipped-document.js";
import { callsFile } from "../generate/calls.js";
import { schemaFile } from "../generate/schema.js";
import type { OpenApiDocument } from "../openapi/document.js";
import { type CallText, callOf, type Library, programOf, takesJson } from "./call-program.js";
import { syntheticCalls, syntheticDocument } from "./synthetic.js";

/** A program to be type-checked, written to a file. */
export interface Program {
  readonly library: Library;
  /** How many operations of the API can be called. The number tells the APIs apart. */
  readonly operations: number;
  readonly calls: number;
  readonly file: string;
}

interface Api {
  readonly document: OpenApiDocument;
  readonly calls: readonly CallText[];
  /** How many calls each of the programs makes. */
  readonly counts: readonly number[];
}

/** Writes programs for each API and library: they make none, some and all of the calls. */
export async function writePrograms(folder: string, libraries: readonly Library[]): Promise<Program[]> {
  const calls = operations.filter(takesJson).map(callOf);
  const apis: Api[] = [
    { document, calls, counts: [0, calls.length] },
    { document: syntheticDocument(), calls: syntheticCalls(), counts: [0, 125, 250, 500] },
  ];
  const programs: Program[] = [];
  for (const [at, { document, calls: texts, counts }] of apis.entries()) {
    const own = join(folder, `api-${at}`);
    mkdirSync(own);
    writeFileSync(join(own, "schema.d.ts"), await schemaFile(document));
    const calls = callsFile(document, "polyai-agents", "./schema.js");
    // As published: declarations, without the table.
    writeFileSync(join(own, "calls.d.ts"), calls.replace(/^export const CALLS = .*$/m, ""));
    for (const count of counts) {
      for (const library of libraries) {
        const file = join(own, `${library.replace("/", "-")}-${count}.ts`);
        writeFileSync(file, programOf(library, texts.slice(0, count)));
        programs.push({ library, operations: texts.length, calls: count, file });
      }
    }
  }
  return programs;
}
