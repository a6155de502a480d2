/** A copy that has the object's own properties only, so that a polluted Object.prototype cannot supply missing ones. */
export function own<T extends object>(value: T | undefined): T {
  return { __proto__: null, ...value } as unknown as T;
}
