/** A variable of the environment, where there is one (not in browsers, and in Deno only with the permission). */
export function environment(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
