import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument } from "../openapi/document.js";
import { allowUndefined } from "./optional.js";
import { aliasRecursive } from "./recursive.js";
import { documentForTypes } from "./typed-document.js";

/**
 * The types of paths, operations and schemas. Uses openapi-typescript's API, because its command reads redocly.yaml and
 * then ignores its own arguments for input and output.
 */
export async function schemaFile(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTS(documentForTypes(document) as unknown as OpenAPI3, {
    // A request may leave out a property that has a default.
    defaultNonNullable: false,
    // `type: object` without properties allows any property.
    emptyObjectsUnknown: true,
    transform: bytesAsBlob,
    silent: true,
  });
  return astToString(aliasRecursive(allowUndefined(ast)) as ts.Statement[]);
}

/**
 * Types bytes as Blob: `format: binary` (OpenAPI 3.0), or a `contentMediaType` that is not text (OpenAPI 3.1, 4.8.14).
 */
function bytesAsBlob(schema: object): ts.TypeNode | undefined {
  const { type, format, contentMediaType, contentEncoding } = schema as Record<string, unknown>;
  const types = [type ?? "string"].flat();
  const raw = typeof contentMediaType === "string" && !/^text\/|json/.test(contentMediaType) && !contentEncoding;
  if (!types.includes("string") || (format !== "binary" && !raw)) return undefined;
  const blob = ts.factory.createTypeReferenceNode("Blob");
  return types.includes("null") ? ts.factory.createUnionTypeNode([blob, NULL]) : blob;
}

const NULL = ts.factory.createLiteralTypeNode(ts.factory.createNull());
