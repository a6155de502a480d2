import { bundle, run } from "./child.js";
import { type Program, writePrograms } from "./programs.js";
import { type Row, type Section, US } from "./report.js";
import { balanced, median } from "./statistics.js";
import type { Checked } from "./type-checking.worker.js";

const ROUNDS = 3;
const THEM = "openapi-fetch";

/** (e) What the types cost a program that makes calls; the folder has both libraries installed. */
export async function typeChecking(folder: string): Promise<Section> {
  const programs = await writePrograms(folder, [US, THEM]);
  const checks = await checkAll(await bundle("type-checking.worker.ts", folder), programs);
  const rows = programs.filter(({ library }) => library === US).map((ours) => rowOf(checks, ours));
  const most = rows.at(-1)?.name ?? "";
  return {
    title: "Type checking: what the calls of a program take",
    notes: [
      `${ROUNDS} interleaved rounds in fresh processes, medians. CPU time and thousands of instantiations`,
      "above those of the same program with 0 calls (for that one: the whole). The 47 operations are",
      "this API's, the 500 of a document made for it. theirs: openapi-fetch's types, for the same",
      "paths and calls. growth: our instantiations, of those for half as many calls.",
    ],
    columns: [
      { key: "ours", label: "ours ms", digits: 0 },
      { key: "theirs", label: "theirs ms", digits: 0 },
      { key: "ratio", label: "×", digits: 2 },
      { key: "ourThousands", label: "ours k", digits: 1 },
      { key: "theirThousands", label: "theirs k", digits: 1 },
      { key: "growth", label: "growth", digits: 2 },
    ],
    rows,
    bars: [
      { row: most, column: "ratio", atMost: 0.33 },
      { row: most, column: "growth", atMost: 2.2 },
    ],
  };
}

type Checks = ReadonlyMap<string, readonly Checked[]>;

async function checkAll(worker: string, programs: readonly Program[]): Promise<Checks> {
  const checks = new Map<string, Checked[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const program of balanced(programs, round)) {
      const checked = await run<Checked>(worker, program.file);
      if (checked.errors.length > 0) throw new Error(`${keyOf(program)}: ${checked.errors.join("\n")}`);
      checks.set(keyOf(program), [...(checks.get(keyOf(program)) ?? []), checked]);
    }
  }
  return checks;
}

function keyOf({ library, operations, calls }: Program): string {
  return `${library}, ${calls} calls of ${operations}`;
}

function rowOf(checks: Checks, program: Program): Row {
  const { operations, calls } = program;
  const ours = above(checks, program);
  const theirs = above(checks, { ...program, library: THEM });
  const half = checks.has(keyOf({ ...program, calls: calls / 2 })) && above(checks, { ...program, calls: calls / 2 });
  const figures = {
    ours: median(ours.ms),
    theirs: median(theirs.ms),
    ratio: median(ours.ms.map((ms, round) => ms / (theirs.ms[round] ?? Number.NaN))),
    ourThousands: ours.instantiations / 1_000,
    theirThousands: theirs.instantiations / 1_000,
    growth: calls > 0 && half ? ours.instantiations / half.instantiations : undefined,
  };
  return { name: `${calls} calls of ${operations}`, figures };
}

/** What a program takes above the one without calls, in each round; of that one, the whole. */
function above(checks: Checks, program: Program): { ms: number[]; instantiations: number } {
  const own = checks.get(keyOf(program)) ?? [];
  const base = program.calls === 0 ? [] : (checks.get(keyOf({ ...program, calls: 0 })) ?? []);
  return {
    ms: own.map(({ ms }, round) => ms - (base[round]?.ms ?? 0)),
    instantiations: (own[0]?.instantiations ?? 0) - (base[0]?.instantiations ?? 0),
  };
}
