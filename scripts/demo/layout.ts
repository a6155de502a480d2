/** Rows as lines of columns, the names of the columns first. */
export function columns<Row extends object>(rows: readonly Row[], names: readonly (keyof Row & string)[]): string[] {
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? "-")));
  const widths = names.map((name, at) => Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const pad = (cell: string, at: number) => cell.padEnd(widths[at] ?? 0);
  return [names, ...cells].map((line) => line.map(pad).join("  ").trimEnd());
}

/** The words of a text in lines of at most `width` characters; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
