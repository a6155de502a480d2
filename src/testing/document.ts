/** Reads the OpenAPI document. The test kit, the generator and the tests share this file. */
import { readFile } from "node:fs/promises";
import { importPeer } from "./peer.js";

/** A JSON Schema of the document. */
export interface Schema {
  readonly $ref?: string;
  readonly [keyword: string]: unknown;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** An operation of the document, with its method and path. */
export interface DocumentOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, MediaType>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, MediaType>> }>
  >;
  readonly "x-safe"?: boolean;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<
      Record<string, { readonly type: string; readonly in?: string; readonly name?: string }>
    >;
  };
}

/** The document of this package. */
export const DOCUMENT_URL = new URL("../../openapi/agents.yaml", import.meta.url);

/**
 * Reads the document of this package.
 *
 * @throws {MissingPeerError} when `yaml`, an optional peer dependency, is not installed.
 */
export async function readDocument(url: URL = DOCUMENT_URL): Promise<OpenApiDocument> {
  const { parse } = await importPeer("reading the document needs yaml", "yaml@2", () => import("yaml"));
  return parse(await readFile(url, "utf8"), { maxAliasCount: 100 }) as OpenApiDocument;
}

// Without "trace": fetch forbids TRACE (fetch standard, 2.2.1), so no client can call it.
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];

/** Every operation in document order. Its parameters include those of the path item. */
export function operationsOf(document: OpenApiDocument): DocumentOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => {
      const operation = item[method] as Omit<DocumentOperation, "method" | "path">;
      const shared = (item.parameters ?? []) as Parameter[];
      return {
        ...operation,
        method: method.toUpperCase(),
        path,
        tags: operation.tags ?? [],
        parameters: [...shared, ...(operation.parameters ?? [])],
      };
    }),
  );
}
