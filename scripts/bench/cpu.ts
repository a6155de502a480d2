import { bundle, run } from "./child.js";
import type { CpuArgument } from "./cpu.worker.js";
import { type Section, US } from "./report.js";
import { medians, ratio, type Samples } from "./statistics.js";

const SIZE: CpuArgument = { rounds: 30, warmUps: 6, calls: 250 };

/** (a) What a call costs the processor, the network left out. */
export async function cpu(folder: string): Promise<Section> {
  const samples = await run<Samples>(await bundle("cpu.worker.ts", folder), SIZE);
  return {
    title: "CPU time of a call, with a stub in place of the network that reads the request",
    notes: [
      `DELETE with a JSON body; ${SIZE.rounds} interleaved rounds of ${SIZE.calls} calls in one process, medians.`,
      "hand-written: raw fetch with a timeout and a retry loop. axios: its fetch adapter.",
      "Armed as by default: polyai-agents with two deadlines and retries, ky with one and retries.",
    ],
    columns: [
      { key: "microseconds", label: "µs a call", digits: 1 },
      { key: "ratio", label: "× raw fetch", digits: 2 },
    ],
    rows: Object.entries(medians(samples)).map(([name, microseconds]) => ({
      name,
      figures: { microseconds, ratio: ratio(samples, name, "raw fetch") },
    })),
    bars: [{ row: US, column: "ratio", atMost: 2 }],
  };
}
