/** A figure of each contender in each round. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) throw new Error("the median of nothing");
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/**
 * How often a contender's figure is that of another: the median over the rounds of the ratio within a round, since what
 * else the machine does touches both.
 */
export function ratio(samples: Samples, name: string, base: string): number {
  const [above, below] = [samples[name] ?? [], samples[base] ?? []];
  return median(above.map((value, round) => value / (below[round] ?? Number.NaN)));
}

/** The medians of every contender's figure. */
export function medians(samples: Samples): Record<string, number> {
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}

/**
 * The values in an order of the round's own. Whoever comes after another pays for some of what that has left behind, such
 * as sockets that close, so each comes equally often after each other: a Williams design, exact for an even number.
 */
export function balanced<T>(values: readonly T[], round: number): readonly T[] {
  const count = values.length;
  // 0, 1, -1, 2, -2, …, each a step further in the next round.
  return values.map((_, at) => values[((at % 2 === 1 ? (at + 1) / 2 : count - at / 2) + round) % count] as T);
}

/** Measures each name once in each round. */
export async function interleave(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => number | Promise<number>,
): Promise<Samples> {
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of balanced(names, round)) samples[name]?.push(await measure(name));
  }
  return samples;
}
