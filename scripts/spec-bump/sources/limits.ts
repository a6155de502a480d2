/** What a source may cost before it is refused. */
export interface Limits {
  /** The size of a source in bytes, as it is after decompression; and what its aliases may expand to. */
  readonly bytes: number;
  /** The time that a URL has to give all of its text, in milliseconds. */
  readonly milliseconds: number;
}

/**
 * The published document has about 150 kB: 10 MB leave it room to grow sixty-fold. Fetching that much takes seconds on
 * any line that one would work with; a server that needs longer is waiting for something.
 */
export const LIMITS: Limits = { bytes: 10_000_000, milliseconds: 30_000 };

/** The document nests 20 levels deep or so. What reads it later walks it by recursion, and must not run out of stack. */
export const MAX_DEPTH = 100;

/**
 * What the YAML parser keeps of each token takes up to 2 kB, so that a few megabytes of brackets would end the process
 * without a word. The document has 26,000 tokens; this many fit into 1 GB at the worst.
 */
export const MAX_TOKENS = 500_000;

/** The same number as everywhere else in the project: aliases that are shared a few times are fine, bombs are not. */
export const MAX_ALIASES = 100;

/** A line that nobody has to scroll through. */
export const MAX_MESSAGE = 300;

/** A size as people say it. */
export function megabytes(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}
