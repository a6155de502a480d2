/** The own properties of an object, and no others: a polluted Object.prototype could supply what is left out. */
export function own<T extends object>(value: T | undefined): T {
  return { __proto__: null, ...value } as unknown as T;
}
