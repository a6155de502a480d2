/** A column of a table. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** Digits after the point. */
  readonly digits: number;
}

/** A line of a table: a contender, or a case. A figure that makes no sense for it is left out. */
export interface Row {
  readonly name: string;
  readonly figures: Readonly<Record<string, number | undefined>>;
}

/** The most that a figure may be. */
export interface Bar {
  readonly row: string;
  readonly column: string;
  readonly atMost: number;
}

/** One section of the benchmark, measured. */
export interface Section {
  readonly title: string;
  /** What was done, for whoever reads the figures. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
}

/** Where, when and on what the figures were measured. */
export interface Circumstances {
  readonly package: string;
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  /** What else kept the processors busy in the minute before. */
  readonly load: number;
}

/** Our own row. */
export const US = "polyai-agents";

function figureOf({ rows }: Section, { row, column }: Bar): number {
  const figure = rows.find(({ name }) => name === row)?.figures[column];
  if (figure === undefined) throw new Error(`there is no figure ${column} of ${row}`);
  return figure;
}

export function isOver(section: Section, bar: Bar): boolean {
  return figureOf(section, bar) > bar.atMost;
}

/** Everything that was measured, as JSON. */
export function toJson(circumstances: Circumstances, sections: Readonly<Record<string, Section>>): string {
  const measured = Object.entries(sections).map(([id, section]) => {
    const bars = section.bars.map((bar) => ({
      ...bar,
      figure: figureOf(section, bar),
      verdict: isOver(section, bar) ? "over" : "ok",
    }));
    return { id, ...section, bars };
  });
  return `${JSON.stringify({ ...circumstances, sections: measured }, null, 2)}\n`;
}
