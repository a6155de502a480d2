import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../openapi/document.js";
import { jsdoc } from "./jsdoc.js";

/**
 * The calls by name: a table of operation ids, and an interface with the descriptions of the document. It is one plain
 * interface, because TypeScript shows the JSDoc of its members on hover, but not that of a mapped type with `as`.
 *
 * @param main the module specifier of the package's main entry, relative to the generated file.
 * @param schema the module specifier of the generated types. If the main entry exports them, use `main`: the declarations
 *   of `polyai-agents/operations` then refer to those of the main entry instead of repeating them.
 */
export function callsFile(document: OpenApiDocument, main: string, schema = "./schema.js"): string {
  const operations = operationsOf(document);
  const rows = operations.map(({ operationId, method, path }) => [operationId, `${method} ${path}`]);
  const imports =
    main === schema
      ? importOf("CallArguments, CallData, CallResult, operations, paths", main)
      : importOf("CallArguments, CallData, CallResult", main) + importOf("operations, paths", schema);
  return `${imports}
/** Method and path template of every operation, by its id. */
export const CALLS = ${JSON.stringify(Object.fromEntries(rows))} as const;

/**
 * Every operation of the document as a function. \`Defaults\`: the path parameters that the client has a default for.
 */
export interface Operations<Defaults extends string = never> {
${operations.map(memberOf).join("\n")}
}
`;
}

const importOf = (names: string, module: string) => `import type { ${names} } from ${JSON.stringify(module)};\n`;

function memberOf(operation: DocumentOperation): string {
  const { operationId, method, path, summary, description, deprecated } = operation;
  const comment = jsdoc(
    [summary, description?.trim(), `\`${method} ${path}\``, statusesOf(operation), deprecated && "@deprecated"],
    2,
  );
  const id = JSON.stringify(operationId);
  const verb = JSON.stringify(method.toLowerCase());
  // A HEAD response never has a body, even if the document describes one.
  const data = `CallData<operations[${id}]${method === "HEAD" ? `, ${verb}` : ""}>`;
  const init = `CallArguments<paths, ${verb}, ${JSON.stringify(path)}, Defaults>`;
  return `${comment}  ${id}(...init: ${init}): Promise<CallResult<${data}>>;\n`;
}

function statusesOf({ responses }: DocumentOperation): string {
  return Object.entries(responses)
    .map(([status, { description = "" }]) => `- ${status}: ${description.trim().replace(/\s+/g, " ")}`)
    .join("\n");
}
