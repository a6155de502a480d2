import { type OpenApiDocument, operationsOf } from "../document.js";

/** The table of operations. The main entry never imports it: it is for tests, coverage and tools. */
export function operationsFile(document: OpenApiDocument): string {
  const rows = operationsOf(document).map((operation) => ({
    id: operation.operationId,
    method: operation.method,
    path: operation.path,
    tag: operation.tags[0],
    statuses: Object.keys(operation.responses)
      .filter((status) => /^\d{3}$/.test(status))
      .map(Number),
  }));
  return `/** Every operation of the document, in its order, with the statuses that it documents. */
export const OPERATIONS = ${JSON.stringify(rows)} as const;

/** The \`operationId\` of an operation. */
export type OperationId = (typeof OPERATIONS)[number]["id"];
`;
}
