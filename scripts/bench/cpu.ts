import { bundle, run } from "./child.js";
import type { CpuArgument } from "./cpu.worker.js";
import { OPENAPI_FETCH, OUR_PACKAGE, RAW_FETCH, type Section } from "./results.js";
import type { Setting } from "./setting.js";
import { medians, ratio, type Samples } from "./statistics.js";

const SIZE: CpuArgument = { rounds: 30, warmUps: 6, calls: 250 };

/** (a) The CPU time of a call without the network. */
export async function cpu({ folder, node }: Setting): Promise<Section> {
  const samples = await run<Samples>({ file: await bundle("cpu.worker.ts", folder), node, argument: SIZE });
  return {
    id: "a",
    title: "CPU time of a call, without a network: a stub reads the request and responds",
    notes: [
      `DELETE with a JSON body. Medians of ${SIZE.rounds} interleaved rounds of ${SIZE.calls} calls in one process.`,
      "hand-written: raw fetch with a timeout and a retry loop. openapi-fetch: its client alone.",
      "axios: its fetch adapter. polyai-agents: its two default deadlines, and retries. ky: its default",
      "deadline, and retries.",
    ],
    columns: [
      { key: "microseconds", label: "µs a call", digits: 1 },
      { key: "ratio", label: "× raw fetch", digits: 2 },
      { key: "openapiFetchRatio", label: "× openapi-fetch", digits: 2 },
    ],
    rows: Object.entries(medians(samples)).map(([name, microseconds]) => ({
      name,
      figures: {
        microseconds,
        ratio: ratio(samples, name, RAW_FETCH),
        openapiFetchRatio: ratio(samples, name, OPENAPI_FETCH),
      },
    })),
    bars: [{ row: OUR_PACKAGE, column: "openapiFetchRatio", atMost: 0.85 }],
  };
}
