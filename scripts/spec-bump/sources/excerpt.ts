/** A text to parse: all of a source, or a block in it. */
export interface Excerpt {
  /** How messages call the source. */
  readonly name: string;
  readonly text: string;
  /** The number of the line in the source that comes before the text: 0 for a whole source. */
  readonly offset: number;
}

/** The number of the line of the source in which a position of the excerpt is. */
export function lineOf({ text, offset }: Excerpt, position: number): number {
  return offset + text.slice(0, position).split("\n").length;
}
