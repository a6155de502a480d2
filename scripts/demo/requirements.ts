import { OPERATIONS } from "../../generated/operations.js";

/** What a step of the demo needs from the OpenAPI document: an operation, and a status or a named example. */
export interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly status?: number;
  readonly example?: string;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  readonly examples: Readonly<Record<string, number>>;
}

/** Returns what the document does not have, since another version may have less. Returns undefined if nothing is missing. */
export function missingFrom(wanted: Wanted, operations: readonly Operation[] = OPERATIONS): string | undefined {
  const { method, path, status, example } = wanted;
  const name = `${method} ${path}`;
  const operation = operations.find((one) => one.method === method && one.path === path);
  if (!operation) return `the OpenAPI document has no ${name}`;
  if (status !== undefined && !operation.statuses.includes(status)) return `${name} has no response ${status}`;
  if (example !== undefined && !(example in operation.examples)) return `${name} has no example ${example}`;
  return undefined;
}
