/** A row of the generated table. */
export interface Row {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly statuses: readonly number[];
  /** Named examples, with the status of each. */
  readonly examples: Readonly<Record<string, number>>;
}

/** Finds the operation that a request is for. */
export type FindOperation = (method: string, pathname: string) => Row | undefined;

/** Finds operations in a generated table. */
export function createFindOperation(operations: readonly Row[]): FindOperation {
  const routes = operations
    .map((row) => ({
      row,
      pattern: new RegExp(`^${row.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^{}]+\}/g, "[^/]+")}$`),
      parameters: row.path.split("{").length,
    }))
    // A literal segment wins over a parameter: /connectors/batch is not a connector (OpenAPI 3.1, Path Templating).
    .sort((a, b) => a.parameters - b.parameters);
  return (method, pathname) => routes.find(({ row, pattern }) => row.method === method && pattern.test(pathname))?.row;
}
