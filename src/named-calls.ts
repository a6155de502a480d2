type Methods = Readonly<Record<string, (path: string, init?: object) => Promise<unknown>>>;

/** A function for each entry of `calls`, which names a call as "METHOD /path/template". */
export function createNamedCalls(calls: Readonly<Record<string, string>>, client: object): object {
  const named = Object.entries(calls).map(([name, call]) => {
    const [method = "", path = ""] = call.split(" ");
    // Awaited, so that the stack of an error names the caller.
    return [name, async (init?: object) => await (client as Methods)[method]?.(path, init)];
  });
  return Object.fromEntries(named);
}
