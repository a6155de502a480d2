/** The other end of child.ts: what a script that was started uses. */

/** The argument that it was started with. */
export function argument<T>(): T {
  return JSON.parse(process.argv[2] ?? "null") as T;
}

/** Tells the one that started it. */
export function tell(what: unknown): void {
  process.send?.(what);
}
