import { bundle, run, type Script } from "./child.js";
import { type Program, writePrograms } from "./programs.js";
import { BY_NAME, OPENAPI_FETCH, OUR_PACKAGE, type Row, type Section } from "./results.js";
import type { Setting } from "./setting.js";
import { balanced, median } from "./statistics.js";
import type { Checked } from "./type-checking.worker.js";

const ROUNDS = 3;

/** (e) The time that tsc takes to check a program that makes calls. */
export async function typeChecking({ folder, node }: Setting): Promise<Section> {
  const programs = await writePrograms(folder, [OUR_PACKAGE, OPENAPI_FETCH, BY_NAME]);
  const checks = await checkAll({ file: await bundle("type-checking.worker.ts", folder), node }, programs);
  const rows = programs.filter(({ library }) => library === OUR_PACKAGE).map((ours) => rowOf(checks, ours));
  const most = rows.at(-1)?.name ?? "";
  const allOfApi = rows[1]?.name ?? "";
  return {
    id: "e",
    title: "Type checking of a program that makes calls",
    notes: [
      `Medians of ${ROUNDS} interleaved rounds, each in a new process. CPU time (ms) and instantiations in`,
      "thousands (k), minus those of the same program with 0 calls. Rows for 0 calls: the total.",
      "polyai: the types of polyai-agents. fetch: those of openapi-fetch, with the same paths and calls.",
      "by name: polyai-agents/operations, and its time divided by that of the same calls by path.",
      "growth: the instantiations of polyai-agents, divided by those for half as many calls.",
      `of ${programs[0]?.operations}: the operations of this API that take JSON or no body. of 500: those of a document`,
      "made for the bench.",
    ],
    columns: [
      { key: "ours", label: "polyai ms", digits: 0 },
      { key: "theirs", label: "fetch ms", digits: 0 },
      { key: "ratio", label: "×", digits: 2 },
      { key: "ourThousands", label: "polyai k", digits: 1 },
      { key: "theirThousands", label: "fetch k", digits: 1 },
      { key: "growth", label: "growth", digits: 2 },
      { key: "byName", label: "by name ms", digits: 0 },
      { key: "byNameRatio", label: "by name ×", digits: 2 },
    ],
    rows,
    bars: [
      { row: most, column: "ratio", atMost: 0.33 },
      { row: most, column: "growth", atMost: 2.2 },
      { row: allOfApi, column: "byNameRatio", atMost: 1 },
      { row: most, column: "byNameRatio", atMost: 1 },
    ],
  };
}

type Checks = ReadonlyMap<string, readonly Checked[]>;

async function checkAll(worker: Script, programs: readonly Program[]): Promise<Checks> {
  const checks = new Map<string, Checked[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const program of balanced(programs, round)) {
      const checked = await run<Checked>({ ...worker, argument: program.file });
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
  const theirs = above(checks, { ...program, library: OPENAPI_FETCH });
  const byName = above(checks, { ...program, library: BY_NAME });
  const half = checks.has(keyOf({ ...program, calls: calls / 2 })) && above(checks, { ...program, calls: calls / 2 });
  const figures = {
    ours: median(ours.ms),
    theirs: median(theirs.ms),
    ratio: ratioOf(ours.ms, theirs.ms),
    byName: median(byName.ms),
    byNameRatio: ratioOf(byName.ms, ours.ms),
    ourThousands: ours.instantiations / 1_000,
    theirThousands: theirs.instantiations / 1_000,
    growth: calls > 0 && half ? ours.instantiations / half.instantiations : undefined,
  };
  return { name: `${calls} calls of ${operations}`, figures };
}

/** The median of the ratios within each round. */
function ratioOf(figures: readonly number[], base: readonly number[]): number {
  return median(figures.map((figure, round) => figure / (base[round] ?? Number.NaN)));
}

/** The figures of a program minus those of the same program without calls. For 0 calls: the total figures. */
function above(checks: Checks, program: Program): { ms: number[]; instantiations: number } {
  const own = checks.get(keyOf(program)) ?? [];
  const base = program.calls === 0 ? [] : (checks.get(keyOf({ ...program, calls: 0 })) ?? []);
  return {
    ms: own.map(({ ms }, round) => ms - (base[round]?.ms ?? 0)),
    instantiations: (own[0]?.instantiations ?? 0) - (base[0]?.instantiations ?? 0),
  };
}
