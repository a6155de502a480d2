/** Measures latency and throughput over loopback for every contender, in one process. */
import { type Contender, contenders } from "./contenders.js";
import { interleave, median, type Samples } from "./statistics.js";
import { argument, tell } from "./told.js";

export interface LoopbackArgument {
  readonly port: number;
  readonly rounds: number;
  /** Calls of a contender in a round, by how many are under way at a time. */
  readonly calls: Readonly<Record<string, number>>;
}

/** Microseconds of a call when the next is made after its end: the median over the calls. */
async function latency(call: Contender, calls: number): Promise<number> {
  const times: number[] = [];
  for (let made = 0; made < calls; made++) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1_000);
  }
  return median(times);
}

/** Microseconds that each call takes of the whole when so many are under way at a time. */
async function share(call: Contender, calls: number, concurrency: number): Promise<number> {
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, lane));
  return ((performance.now() - start) * 1_000) / calls;
}

const { port, rounds, calls } = argument<LoopbackArgument>();
const all = contenders({ baseUrl: `http://127.0.0.1:${port}` });
const result: Record<string, Samples> = {};
for (const [concurrency, number] of Object.entries(calls)) {
  const once = (name: string) => {
    const call = all[name] as Contender;
    return concurrency === "1" ? latency(call, number) : share(call, number, Number(concurrency));
  };
  await interleave(Object.keys(all), 2, once);
  result[concurrency] = await interleave(Object.keys(all), rounds, once);
}
tell(result);
