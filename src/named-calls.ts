type Methods = Readonly<Record<string, (path: string, init?: object) => Promise<unknown>>>;

/** A function for each entry of `calls`, which names a call as "METHOD /path/template". */
export function createNamedCalls(calls: Readonly<Record<string, string>>, client: object): object {
  const named = Object.entries(calls).map(([name, call]) => {
    const [method = "", path = ""] = call.split(" ");
    return [name, (init?: object) => (client as Methods)[method]?.(path, init)];
  });
  return Object.fromEntries(named);
}
