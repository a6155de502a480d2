import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../openapi/document.js";

/** The table of operations for the test kit, tests and tools. The main entry never imports it. */
export function operationsFile(document: OpenApiDocument): string {
  const rows = operationsOf(document).map((operation) => ({
    id: operation.operationId,
    method: operation.method,
    path: operation.path,
    tag: operation.tags[0],
    query: operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
    statuses: Object.keys(operation.responses)
      .filter((status) => /^\d{3}$/.test(status))
      .map(Number),
    examples: examplesOf(operation),
  }));
  return `/** Every operation of the document, in its order: its statuses, and its named examples with the status of each. */
export const OPERATIONS = ${JSON.stringify(rows)} as const;

/** The \`operationId\` of an operation. */
export type OperationId = (typeof OPERATIONS)[number]["id"];
`;
}

function examplesOf({ responses }: DocumentOperation): Record<string, number> {
  // The mock server can select an exact status only, not a range or `default`.
  const exact = Object.entries(responses).filter(([status]) => /^\d{3}$/.test(status));
  const named = exact.flatMap(([status, { content = {} }]) =>
    Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples).map((name) => [name, Number(status)])),
  );
  return Object.fromEntries(named);
}
