import type { Change } from "../comparison.js";

/** A change that our own rules have found, with the JSON pointers by which it is recognized in what redocly lists. */
export interface Finding extends Omit<Change, "source"> {
  readonly at: readonly string[];
}

/** Which way a schema travels. What is asked of callers may only loosen; what they are given may only tighten. */
export type Direction = "request" | "response";

/** JSON for a sentence: on one line, and not endless. */
export function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A list for a sentence: `"a", "b" and 3 more`. */
export function listInWords(values: readonly unknown[], most = 8): string {
  const shown = values.slice(0, most).map(inWords).join(", ");
  return values.length > most ? `${shown} and ${values.length - most} more` : shown;
}
