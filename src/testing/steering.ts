import { OPERATIONS, type OperationId } from "../../generated/operations.js";
import type { Row } from "./routes.js";

/** What the mock is asked to answer to the operation of a row. */
export type AnswerOf<One extends Row> =
  /** A status that the document has for it. */
  | { readonly status: One["statuses"][number] }
  /** One of its named examples, with the status that the example belongs to. */
  | { readonly example: keyof One["examples"] }
  /** Data made up from its schema: other data for another seed, the same for the same. */
  | { readonly generate: true; readonly seed?: string };

/** What the mock is asked to answer to an operation of a table. */
export type AnswerIn<Rows extends readonly Row[], Id> = AnswerOf<Extract<Rows[number], { id: Id }>>;

/** What the mock is asked to answer to one operation. */
export type Answer<Id extends OperationId = OperationId> = AnswerIn<typeof OPERATIONS, Id>;

/** What the mock is asked to answer, by operation id; an operation that is not named answers its first example. */
export type Answers = { readonly [Id in OperationId]?: Answer<Id> };

/**
 * The header that asks Prism for an answer (RFC 7240), to be given with a call: `headers: prefer(operationId, { status:
 * 401 })`. {@link MockApi.client} takes the same answers for all calls of a client.
 *
 * @throws {Error} when the document has no such operation, status or example.
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

/** The headers that ask for the answers, by operation id. */
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
