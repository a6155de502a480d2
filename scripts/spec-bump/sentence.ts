import type { Change } from "./comparison.js";

/** A change as one line: `body.names is required now`. */
export function sentence(change: Pick<Change, "where" | "what">): string {
  return `${change.where}${afterPlace(change)}`;
}

/** What follows the place. What redocly says is a sentence of its own. */
export function afterPlace({ what }: Pick<Change, "what">): string {
  return /^[A-Z`]/.test(what) ? `: ${what}` : ` ${what}`;
}
