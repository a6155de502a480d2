import { OPERATIONS, type OperationId } from "../../generated/operations.js";
import type { Row } from "./routes.js";

/** Selects the mock server's response to one operation. */
export type AnswerOf<One extends Row> =
  /** One of its statuses in the document. */
  | { readonly status: One["statuses"][number] }
  /** One of its named examples, with the example's status. */
  | { readonly example: keyof One["examples"] }
  /** Data generated from the schema. The same seed gives the same data. */
  | { readonly generate: true; readonly seed?: string };

/** `AnswerOf` for the operation with the id `Id`. */
export type AnswerIn<Rows extends readonly Row[], Id> = AnswerOf<Extract<Rows[number], { id: Id }>>;

/** Selects the mock server's response to one operation. */
export type Answer<Id extends OperationId = OperationId> = AnswerIn<typeof OPERATIONS, Id>;

/** Selects a response for each operation id. Default: the first example of the operation. */
export type Answers = { readonly [Id in OperationId]?: Answer<Id> };

/**
 * Returns the `Prefer` header (RFC 7240) that selects a response for one call: `headers: prefer(operationId, { status:
 * 401 })`. To select a response for all calls of a client, use the option `answers` of {@link MockApi.client}.
 *
 * @throws {Error} if the document has no such operation, status or example.
 */
export function prefer<Id extends OperationId>(operationId: Id, answer: Answer<Id>): { prefer: string } {
  return preferenceFor(OPERATIONS, operationId, answer);
}

/** `prefer` for the operations of a table. */
export function preferenceFor(operations: readonly Row[], operationId: string, answer: object): { prefer: string } {
  const row = operations.find(({ id }) => id === operationId);
  if (!row) throw new Error(`the OpenAPI document has no operation "${operationId}"`);
  return { prefer: preference(row, answer as AnswerOf<Row>) };
}

/** The `Prefer` header for each operation id. */
export function preferences(operations: readonly Row[], answers: object): Record<string, { prefer: string }> {
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  return Object.fromEntries(given.map(([id, answer]) => [id, preferenceFor(operations, id, answer)]));
}

function preference(row: Row, answer: AnswerOf<Row>): string {
  if ("generate" in answer) return answer.seed === undefined ? "dynamic=true" : `dynamic=true, seed=${answer.seed}`;
  if ("status" in answer) {
    if (row.statuses.includes(answer.status)) return `code=${answer.status}`;
    throw new Error(`${row.id} has no status ${answer.status}; the document has ${row.statuses.join(", ")}`);
  }
  const status = row.examples[answer.example];
  if (status !== undefined) return `code=${status}, example=${answer.example}`;
  const names = Object.keys(row.examples).join(", ") || "none";
  throw new Error(`${row.id} has no example "${answer.example}"; it has ${names}`);
}
