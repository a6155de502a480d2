/** Reading the OpenAPI document: what the generator, the tests and the demo have in common. */
import { parse } from "yaml";

/** A JSON Schema as it stands in the document; keywords are read where they are needed. */
export interface Schema {
  readonly $ref?: string;
  readonly [keyword: string]: unknown;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** An operation object of the document together with the method and path that it stands under. */
export interface DocumentOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, MediaType>>;
  };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>>;
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

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Parses the document's YAML or JSON. Whether it is a sound OpenAPI document is Redocly's to say. */
export function parseDocument(text: string): OpenApiDocument {
  return parse(text, { maxAliasCount: 100 }) as OpenApiDocument;
}

/** Every operation in the order of the document, the parameters of its path item included. */
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
