import { bundle, run, start, stop } from "./child.js";
import type { LoopbackArgument } from "./loopback.worker.js";
import { type Column, type Section, US } from "./report.js";
import { median, ratio, type Samples } from "./statistics.js";

const SIZE: Omit<LoopbackArgument, "port"> = { rounds: 30, calls: { 1: 60, 16: 160, 64: 160 } };
const ATMOST = 1.1;

/** (b) What a call takes over a real connection to a server of its own process. */
export async function loopback(folder: string): Promise<Section> {
  const { told: port, child: server } = await start<number>(await bundle("loopback.server.ts", folder));
  const argument = { port, ...SIZE };
  const measuring = run<Record<string, Samples>>(await bundle("loopback.worker.ts", folder), argument);
  const byConcurrency = await measuring.finally(() => stop(server));
  return {
    title: "Loopback: latency of one call at a time, throughput of 16 and 64 at a time",
    notes: [
      `The call of (a) to a server in a process of its own; ${SIZE.rounds} interleaved rounds, medians.`,
      "Microseconds of one call; calls a second at 16 and 64. ×: the time taken, of raw fetch's.",
      "axios: over node:http, its default.",
    ],
    columns: Object.keys(SIZE.calls).flatMap(columnsOf),
    rows: Object.keys(byConcurrency[1] ?? {}).map((name) => ({ name, figures: figuresOf(byConcurrency, name) })),
    bars: Object.keys(SIZE.calls).map((concurrency) => ({ row: US, column: `ratio${concurrency}`, atMost: ATMOST })),
  };
}

function columnsOf(concurrency: string): Column[] {
  const label = concurrency === "1" ? "µs a call" : `/s at ${concurrency}`;
  return [
    { key: `at${concurrency}`, label, digits: 0 },
    { key: `ratio${concurrency}`, label: "×", digits: 2 },
  ];
}

function figuresOf(byConcurrency: Readonly<Record<string, Samples>>, name: string): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [concurrency, samples] of Object.entries(byConcurrency)) {
    const microseconds = median(samples[name] ?? []);
    figures[`at${concurrency}`] = concurrency === "1" ? microseconds : 1_000_000 / microseconds;
    figures[`ratio${concurrency}`] = ratio(samples, name, "raw fetch");
  }
  return figures;
}
