import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { OpenApiDocument } from "../document.js";

/**
 * The types of paths, operations and schemas, by openapi-typescript's programmatic interface: its command reads
 * redocly.yaml and then ignores the input and output that it is given.
 */
export async function schemaFile(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    // A default is what the server assumes, so a request may leave the property out.
    defaultNonNullable: false,
    // `type: object` without properties holds anything, not nothing.
    emptyObjectsUnknown: true,
    silent: true,
  });
  return astToString(ast);
}
