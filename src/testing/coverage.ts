import { columns } from "./columns.js";
import type { Exchange } from "./mock-child.js";
import { createFindRoute, type Row } from "./routes.js";

/** The operations and statuses of the OpenAPI document that were called. */
export interface Coverage {
  readonly operations: { readonly covered: number; readonly total: number };
  readonly statuses: { readonly covered: number; readonly total: number };
  /** Every operation, with the documented statuses that were seen and those that were not. */
  readonly rows: readonly CoverageRow[];
  /** A table to print: the counts, and for each operation the statuses that were seen and those that were not. */
  toString(): string;
}

export interface CoverageRow {
  readonly id: string;
  readonly operation: string;
  readonly seen: readonly number[];
  readonly missing: readonly number[];
}

/** Compares the recorded exchanges with the operations of the document. */
export function coverageOf(operations: readonly Row[], exchanges: readonly Exchange[]): Coverage {
  const findRoute = createFindRoute(operations);
  const called = exchanges.map(({ method, path, status }) => ({ id: findRoute(method, path)?.row.id, status }));
  const seen = new Set(called.map(({ id, status }) => `${id} ${status}`));
  // An operation may have no status but a range or `default`.
  const succeeded = new Set(called.filter(({ status }) => status < 400).map(({ id }) => id));
  const rows = operations.map(({ id, method, path, statuses }) => ({
    id,
    operation: `${method} ${path}`,
    seen: statuses.filter((status) => seen.has(`${id} ${status}`)),
    missing: statuses.filter((status) => !seen.has(`${id} ${status}`)),
  }));
  const count = (of: "seen" | "missing") => rows.reduce((sum, row) => sum + row[of].length, 0);
  const covered = rows.filter(({ id, seen }) => seen.length > 0 || succeeded.has(id)).length;
  const counts = { covered, total: rows.length };
  const statuses = { covered: count("seen"), total: count("seen") + count("missing") };
  return { operations: counts, statuses, rows, toString: () => table(counts, statuses, rows) };
}

function table(operations: Coverage["operations"], statuses: Coverage["statuses"], rows: Coverage["rows"]): string {
  const counts = `${operations.covered} of ${operations.total} operations, ${statuses.covered} of ${statuses.total} statuses`;
  const cells = rows.map(({ id, seen, missing }) => [id, seen.join(", ") || "-", missing.join(", ") || "-"]);
  return [counts, ...columns([["operation", "seen", "missing"], ...cells])].join("\n");
}
