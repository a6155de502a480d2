import { OPERATIONS, type OperationId } from "../../generated/operations.js";

type Row<Id extends OperationId> = Extract<(typeof OPERATIONS)[number], { id: Id }>;

/** What the mock is asked to answer to one operation. */
export type Answer<Id extends OperationId = OperationId> =
  /** A status that the document has for it. */
  | { readonly status: Row<Id>["statuses"][number] }
  /** One of its named examples, with the status that the example belongs to. */
  | { readonly example: keyof Row<Id>["examples"] }
  /** Data made up from its schema: other data for another seed, the same for the same. */
  | { readonly generate: true; readonly seed?: string };

/** What the mock is asked to answer, by operation id; an operation that is not named answers its first example. */
export type Answers = { readonly [Id in OperationId]?: Answer<Id> };

/**
 * The header that asks Prism for an answer (RFC 7240), to be given with a call: `headers: prefer("listAgents", { status:
 * 401 })`. {@link MockApi.client} takes the same answers for all calls of a client.
 *
 * @throws {Error} when the document has no such operation, status or example.
 */
export function prefer<Id extends OperationId>(operationId: Id, answer: Answer<Id>): { prefer: string } {
  const row = OPERATIONS.find(({ id }) => id === operationId);
  if (!row) throw new Error(`there is no operation "${operationId}" in the document`);
  return { prefer: preference(row, answer as Answer) };
}

/** The headers that ask for the answers, by operation id. */
export function preferences(answers: Answers): Readonly<Record<string, { prefer: string }>> {
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  return Object.fromEntries(given.map(([id, answer]) => [id, prefer(id as OperationId, answer as never)]));
}

function preference(row: (typeof OPERATIONS)[number], answer: Answer): string {
  if ("generate" in answer) return answer.seed === undefined ? "dynamic=true" : `dynamic=true, seed=${answer.seed}`;
  if ("status" in answer) {
    const statuses: readonly number[] = row.statuses;
    if (statuses.includes(answer.status)) return `code=${answer.status}`;
    throw new Error(`${row.id} has no status ${answer.status}; the document has ${statuses.join(", ")}`);
  }
  const examples: Readonly<Record<string, number>> = row.examples;
  const status = examples[answer.example];
  if (status !== undefined) return `code=${status}, example=${answer.example}`;
  throw new Error(`${row.id} has no example "${answer.example}"; it has ${Object.keys(examples).join(", ") || "none"}`);
}
