import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import type { OpenApiDocument } from "../document.js";
import { documentForTypes } from "./typed-document.js";

/**
 * The types of paths, operations and schemas, by openapi-typescript's programmatic interface: its command reads
 * redocly.yaml and then ignores the input and output that it is given.
 */
export async function schemaFile(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTS(documentForTypes(document) as unknown as OpenAPI3, {
    // A default is what the server assumes, so a request may leave the property out.
    defaultNonNullable: false,
    // `type: object` without properties holds anything, not nothing.
    emptyObjectsUnknown: true,
    transform: bytesAsBlob,
    silent: true,
  });
  return astToString(ast);
}

/** Bytes are a Blob: `format: binary` as in OpenAPI 3.0, or a `contentMediaType` that is no text as in 3.1 (4.8.14). */
function bytesAsBlob(schema: object): ts.TypeNode | undefined {
  const { type, format, contentMediaType, contentEncoding } = schema as Record<string, unknown>;
  const types = [type ?? "string"].flat();
  const raw = typeof contentMediaType === "string" && !/^text\/|json/.test(contentMediaType) && !contentEncoding;
  if (!types.includes("string") || (format !== "binary" && !raw)) return undefined;
  const blob = ts.factory.createTypeReferenceNode("Blob");
  return types.includes("null") ? ts.factory.createUnionTypeNode([blob, NULL]) : blob;
}

const NULL = ts.factory.createLiteralTypeNode(ts.factory.createNull());
