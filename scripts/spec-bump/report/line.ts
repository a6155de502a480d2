/** A name from the documents or the code, as against words of ours. Either may hold what is hostile. */
export interface Name {
  readonly name: string;
}

export type Words = readonly (string | Name)[];

/** One line of the report, and the lines that belong to it. */
export interface Line {
  readonly words: Words;
  /** Whether callers break by it. */
  readonly breaks: boolean;
  readonly below: readonly Line[];
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export function line(words: Words, breaks = false, below: readonly Line[] = []): Line {
  return { words, breaks, below };
}

/** What breaks comes first. */
export function breakingFirst(lines: readonly Line[]): Line[] {
  return [...lines.filter((one) => one.breaks), ...lines.filter((one) => !one.breaks)];
}

/** `1 operation`, `2 operations` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Names in a row, with commas between them. */
export function inARow(names: readonly string[]): Words {
  return names.flatMap((name, i) => (i === 0 ? [{ name }] : [", ", { name }]));
}
