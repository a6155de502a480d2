/** A row of the generated table. */
export interface Row {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  /** Named examples, with the status of each. */
  readonly examples: Readonly<Record<string, number>>;
}

/** The operation that matches a request, and its path parameters, still percent-encoded. */
export interface Route<One> {
  readonly row: One;
  readonly values: Readonly<Record<string, string>>;
}

/** Creates a function that finds the operation for a method and a path. */
export function createFindRoute<One extends Pick<Row, "method" | "path">>(
  operations: readonly One[],
): (method: string, pathname: string) => Route<One> | undefined {
  const routes = operations.map((row) => ({ row, ...patternOf(row.path) }));
  return (method, pathname) => {
    const matching = routes.filter(({ row, pattern }) => row.method === method && pattern.test(pathname));
    const [best] = matching.sort(bySpecificity);
    const values = best?.pattern.exec(pathname)?.slice(1) ?? [];
    return (
      best && { row: best.row, values: Object.fromEntries(best.names.map((name, at) => [name, values[at] ?? ""])) }
    );
  };
}

interface Pattern {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** The literal text of each segment. `=` marks a segment without parameters. */
  readonly literals: readonly string[];
}

function patternOf(path: string): Pattern {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const literals = path
    .split("/")
    .map((segment) => (segment.includes("{") ? segment.replace(/\{[^}]+\}/g, "") : `=${segment}`));
  return { pattern: new RegExp(`^${parts.join("([^/]+?)")}$`), names, literals };
}

/**
 * A literal segment wins over a parameter: /connectors/batch is not a connector (OpenAPI 3.1, Path Templating). Between
 * two parameters, more literal text wins: /agents/{id}:archive is not an agent.
 */
function bySpecificity(a: Pattern, b: Pattern): number {
  for (const [at, one] of a.literals.entries()) {
    const other = b.literals[at] ?? "";
    const order = Number(other.startsWith("=")) - Number(one.startsWith("=")) || other.length - one.length;
    if (order !== 0) return order;
  }
  return 0;
}
