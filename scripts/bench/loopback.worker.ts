/** Runs one contender of the loopback measurements. It waits for the parent to ask for a round, and idles between rounds. */
import { type Contender, createContender } from "./contenders.js";
import { verifyData } from "./operation.js";
import { answerParent, argument, sendToParent } from "./parent.js";
import { median } from "./statistics.js";

export interface LoopbackArgument {
  readonly contender: string;
  readonly baseUrl: string;
}

/** The question of the parent: make that many calls. */
export type Round =
  /** One call after another, with a pause in milliseconds between them. Checks the data of each call. */
  | { readonly kind: "spaced"; readonly calls: number; readonly pause: number }
  /** One call after another. The answer is the median of their times, in microseconds. */
  | { readonly kind: "latency"; readonly calls: number }
  /** So many calls at a time. The answer is the time of the round divided by the calls, in microseconds. */
  | { readonly kind: "throughput"; readonly calls: number; readonly concurrency: number };

const { contender, baseUrl } = argument<LoopbackArgument>();
const call: Contender = createContender(contender, { baseUrl });

async function spaced(calls: number, pause: number): Promise<null> {
  for (let made = 0; made < calls; made++) {
    verifyData(contender, await call());
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
}

async function latency(calls: number): Promise<number> {
  const times: number[] = [];
  for (let made = 0; made < calls; made++) {
    const start = performance.now();
    await call();
    times.push((performance.now() - start) * 1_000);
  }
  return median(times);
}

async function throughput(calls: number, concurrency: number): Promise<number> {
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, lane));
  return ((performance.now() - start) * 1_000) / calls;
}

answerParent((round: Round) => {
  if (round.kind === "spaced") return spaced(round.calls, round.pause);
  if (round.kind === "latency") return latency(round.calls);
  return throughput(round.calls, round.concurrency);
});
sendToParent("ready");
