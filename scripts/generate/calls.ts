import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../document.js";
import { jsdoc } from "./jsdoc.js";

/**
 * The calls by name: a table of operation ids for run time, and an interface with the document's words. It is one plain
 * interface, since TypeScript shows the JSDoc of its members on hover, but not that of a mapped type with `as`.
 *
 * @param typesPath the module specifier of src/types.js, seen from the generated file.
 */
export function callsFile(document: OpenApiDocument, typesPath: string): string {
  // The client has no TRACE, which fetch refuses.
  const operations = operationsOf(document).filter(({ method }) => method !== "TRACE");
  const rows = operations.map(({ operationId, method, path }) => [operationId, `${method} ${path}`]);
  return `import type { Arguments, CallData, CallInit, CallResult } from ${JSON.stringify(typesPath)};
import type { operations } from "./schema.js";

/** Method and path template of every operation, by its id. */
export const CALLS = ${JSON.stringify(Object.fromEntries(rows))} as const;

/** Every operation of the document as a function. \`Defaults\`: the path parameters that the client has a default for. */
export interface Operations<Defaults extends string = never> {
${operations.map(memberOf).join("\n")}
}
`;
}

function memberOf(operation: DocumentOperation): string {
  const { operationId, method, path, summary, description, deprecated } = operation;
  const comment = jsdoc(
    [summary, description?.trim(), `\`${method} ${path}\``, statusesOf(operation), deprecated && "@deprecated"],
    2,
  );
  const id = JSON.stringify(operationId);
  const type = `operations[${id}]`;
  // The response of a HEAD has no body, whatever the document describes.
  const head = method === "HEAD" ? ', "head"' : "";
  return `${comment}  ${id}(...init: Arguments<CallInit<${type}, Defaults>>): Promise<CallResult<CallData<${type}${head}>>>;\n`;
}

function statusesOf({ responses }: DocumentOperation): string {
  return Object.entries(responses)
    .map(([status, { description = "" }]) => `- ${status}: ${description.trim().replace(/\s+/g, " ")}`)
    .join("\n");
}
