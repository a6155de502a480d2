import type { DocumentOperation, MediaType, OpenApiDocument, Parameter } from "./document.js";
import { operationsOf } from "./document.js";
import { unescaped } from "./schema-parts.js";

/** A response of the document. The mock server sends `x-example` if the response has no schema. */
export interface DocumentResponse {
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly "x-example"?: unknown;
}

type Security = Readonly<Record<string, readonly string[]>>;

/** An operation with all references resolved, except those to schemas. */
export interface ResolvedOperation extends DocumentOperation {
  readonly responses: Readonly<Record<string, DocumentResponse>>;
  readonly security?: readonly Security[];
}

/** Resolves a reference. Returns any other value unchanged. */
export function resolved<T>(document: OpenApiDocument, value: T): T {
  let target: unknown = value;
  for (let depth = 0; depth < 10; depth += 1) {
    const { $ref } = Object(target) as { $ref?: unknown };
    if (typeof $ref !== "string" || !$ref.startsWith("#/")) break;
    const path = $ref.slice(2).split("/").map(unescaped);
    target = path.reduce<unknown>((at, name) => (Object(at) as Record<string, unknown>)[name], document);
  }
  return target as T;
}

/**
 * The operations of a document, with resolved references. A parameter of the operation replaces the same parameter of
 * its path item.
 */
export function resolvedOperations(document: OpenApiDocument): ResolvedOperation[] {
  const each = <T>(of: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, resolved(document, value)]));
  const paths = each(document.paths);
  return operationsOf({ ...document, paths }).map((operation) => {
    const named = operation.parameters.map((one) => resolved(document, one));
    const parameters = [...new Map(named.map((one): [string, Parameter] => [`${one.in} ${one.name}`, one])).values()];
    const requestBody = resolved(document, operation.requestBody);
    const responses = each(operation.responses);
    return { ...operation, parameters, ...(requestBody && { requestBody }), responses } as ResolvedOperation;
  });
}

/** The response for a status: its own, that of its range (`4XX`), or `default` (OpenAPI 3.1, Responses Object). */
export function responseOf(
  { responses }: Pick<ResolvedOperation, "responses">,
  status: number,
): DocumentResponse | undefined {
  return responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
}

/**
 * The entry of a `content` for a media type, by the most specific of its ranges (RFC 9110, 12.5.1; OpenAPI 3.1, Media
 * Type Object). Parameters such as `charset` do not count.
 */
export function mediaTypeOf<T>(content: Readonly<Record<string, T>>, type: string): [range: string, T] | undefined {
  const essence = essenceOf(type);
  const ranges = [essence, `${essence.split("/")[0]}/*`, "*/*"];
  const entries = Object.entries(content);
  return ranges.map((range) => entries.find(([key]) => essenceOf(key) === range)).find(Boolean);
}

/** A media type without its parameters, in lower case. */
export function essenceOf(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
