/** Formats rows as aligned lines, with the column names first. */
export function columns<Row extends object>(rows: readonly Row[], names: readonly (keyof Row & string)[]): string[] {
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? "-")));
  const widths = names.map((name, at) => Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const pad = (cell: string, at: number) => cell.padEnd(widths[at] ?? 0);
  return [names, ...cells].map((line) => line.map(pad).join("  ").trimEnd());
}

/** Wraps a text at `width` characters. A longer word gets a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
