import type { Change } from "../comparison.js";

/** A change, with the JSON pointers of where it is in one document or the other. */
export interface Finding extends Change {
  readonly at: readonly string[];
}

/** JSON for a sentence: on one line, and not endless. */
export function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
