/** The figures of each contender, one for each round. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) throw new Error("there is no median of an empty list");
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/**
 * A contender's figure divided by the figure of another contender: the median over the rounds. It divides within a round,
 * because other work on the machine slows both contenders of a round.
 */
export function ratio(samples: Samples, name: string, base: string): number {
  return median(pairs(samples, name, base).map(([figure, baseFigure]) => figure / baseFigure));
}

/** A contender's figure minus the figure of another contender: the median over the rounds. */
export function difference(samples: Samples, name: string, base: string): number {
  return median(pairs(samples, name, base).map(([figure, baseFigure]) => figure - baseFigure));
}

function pairs(samples: Samples, name: string, base: string): [number, number][] {
  return (samples[name] ?? []).map((figure, round) => [figure, samples[base]?.[round] ?? Number.NaN]);
}

/** The median of each contender's figures. */
export function medians(samples: Samples): Record<string, number> {
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}

/**
 * The order of the values in one round. A contender can slow down the next one, for example with closing sockets. So each
 * contender follows each other one equally often: a Williams design, exact for an even number of contenders.
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
