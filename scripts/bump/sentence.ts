import type { Change } from "./comparison.js";

/** A change as one line: `body.phoneNumbers is required now`. What redocly says is a sentence of its own. */
export function sentence({ where, what }: Pick<Change, "where" | "what">): string {
  return /^[A-Z`]/.test(what) ? `${where}: ${what}` : `${where} ${what}`;
}
