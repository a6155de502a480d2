/** Whether two path templates match the same URLs: the names of their parameters do not count. */
export function isSameTemplate(a: string, b: string): boolean {
  return withoutNames(a) === withoutNames(b);
}

/** Whether what one path template names lies under what the other one does. */
export function isUnder(path: string, parent: string): boolean {
  return withoutNames(path).startsWith(`${withoutNames(parent)}/`);
}

/** A path template in which every parameter has the same name. */
export function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}
