import { OPERATIONS } from "../../generated/operations.js";

/** A row of the generated table. */
export interface Row {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly statuses: readonly number[];
}

interface Route {
  readonly row: Row;
  readonly pattern: RegExp;
  readonly parameters: number;
}

const routes: readonly Route[] = OPERATIONS.map((row) => ({
  row,
  pattern: new RegExp(`^${row.path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`),
  parameters: row.path.split("{").length,
  // A literal segment wins over a parameter: /connectors/batch is not a connector (OpenAPI 3.1, Path Templating).
})).sort((a, b) => a.parameters - b.parameters);

/** The operation of the document that a request is for. */
export function findOperation(method: string, pathname: string): Row | undefined {
  return routes.find(({ row, pattern }) => row.method === method && pattern.test(pathname))?.row;
}
