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

/** The names, beginning with another one in each round, so that none always follows the same. */
export function rotated<T>(values: readonly T[], round: number): T[] {
  const start = round % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

/** Measures each name once in each round. */
export async function interleave(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => number | Promise<number>,
): Promise<Samples> {
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of rotated(names, round)) samples[name]?.push(await measure(name));
  }
  return samples;
}
