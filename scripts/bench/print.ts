import { type Bar, type Circumstances, type Column, isOver, type Row, type Section } from "./results.js";

/** A section as text of at most 100 columns. */
export function toText(section: Section): string {
  const lines = [`(${section.id}) ${section.title}`, ...section.notes.map((note) => `    ${note}`), ""];
  const columns = [names(section), ...section.columns.map((column) => cells(section, column))];
  for (let line = 0; line <= section.rows.length; line++) {
    lines.push(`    ${columns.map((column) => column[line]).join("  ")}`.trimEnd());
  }
  return `\n${lines.join("\n")}`;
}

export function heading({ package: name, date, node, cpu, cores, load }: Circumstances): string {
  return `${name} · ${date}\nNode ${node} · ${cpu} · ${cores} cores · load before ${load.toFixed(1)}`;
}

function names({ rows }: Section): string[] {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return ["", ...rows.map(({ name }) => name)].map((name) => name.padEnd(width));
}

/** The label and the figures of a column, aligned right. The verdict on a bar follows its figure, aligned left. */
function cells(section: Section, column: Column): string[] {
  const figures = [column.label, ...section.rows.map((row) => figure(row, column))];
  const verdicts = ["", ...section.rows.map((row) => verdict(section, barOf(section, row, column)))];
  const width = Math.max(...figures.map(({ length }) => length));
  const behind = Math.max(...verdicts.map(({ length }) => length));
  return figures.map((text, line) => text.padStart(width) + (verdicts[line] ?? "").padEnd(behind));
}

function figure({ figures }: Row, { key, digits }: Column): string {
  const value = figures[key];
  if (value === undefined) return "-";
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function barOf({ bars }: Section, { name }: Row, { key }: Column): Bar | undefined {
  return bars.find(({ row, column }) => row === name && column === key);
}

function verdict(section: Section, bar: Bar | undefined): string {
  if (!bar) return "";
  return ` ≤ ${bar.atMost.toLocaleString("en")} ${isOver(section, bar) ? "OVER" : "ok"}`;
}
