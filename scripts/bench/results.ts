/** A column of a table. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** Digits after the decimal point. */
  readonly digits: number;
}

/** A row of a table. Figures that do not apply to the row are left out. */
export interface Row {
  readonly name: string;
  readonly figures: Readonly<Record<string, number | undefined>>;
}

/** The limit of a figure. */
export interface Bar {
  readonly row: string;
  readonly column: string;
  readonly atMost: number;
}

/** One measured table. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** How the figures were measured. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly bars: readonly Bar[];
}

/** Where and when the figures were measured. */
export interface Circumstances {
  readonly package: string;
  readonly date: string;
  /** The version of Node that ran the contenders. */
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  /** The load average of the minute before. */
  readonly load: number;
}

/** The names of the rows that bars and ratios refer to. */
export const OUR_PACKAGE = "polyai-agents";
export const BY_NAME = "polyai-agents/operations";
export const RAW_FETCH = "raw fetch";
export const OPENAPI_FETCH = "openapi-fetch";

function figureOf({ rows }: Section, { row, column }: Bar): number {
  const figure = rows.find(({ name }) => name === row)?.figures[column];
  if (figure === undefined) throw new Error(`no figure was measured for ${column} of ${row}`);
  return figure;
}

export function isOver(section: Section, bar: Bar): boolean {
  return figureOf(section, bar) > bar.atMost;
}

/** All circumstances, figures and bars, as JSON. */
export function toJson(circumstances: Circumstances, sections: readonly Section[]): string {
  const measured = sections.map((section) => {
    const bars = section.bars.map((bar) => ({
      ...bar,
      figure: figureOf(section, bar),
      verdict: isOver(section, bar) ? "over" : "ok",
    }));
    return { ...section, bars };
  });
  return `${JSON.stringify({ ...circumstances, sections: measured }, null, 2)}\n`;
}
