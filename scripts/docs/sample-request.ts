import { isJson, sentAs } from "../generate/media.js";
import type { DocumentOperation, MediaType, OpenApiDocument, Parameter, Schema } from "../openapi/document.js";
import { resolve, valueFor } from "./schema-value.js";

type Values = Readonly<Record<string, unknown>>;

/** A request in a code sample. */
export interface SampleRequest {
  readonly path: Values;
  readonly query: Values;
  readonly header: Values;
  readonly body: SampleBody | undefined;
}

/** A body: JSON, the fields of a form, a text, or {@link BYTES}, which may also be a field. */
export interface SampleBody {
  readonly mediaType: string;
  readonly value: unknown;
}

/** A placeholder for the content of a file. */
export const BYTES = Symbol("bytes");

/**
 * A request for an operation, made from the examples of the document, or from its schemas if there are no examples.
 * Optional parameters are left out, except the query of a GET. An optional body is included.
 */
export function sampleRequest(operation: DocumentOperation, document: OpenApiDocument): SampleRequest {
  const parameters = operation.parameters.map((parameter) => resolve(document, parameter));
  const valuesIn = (place: Parameter["in"], optional = false) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place && (parameter.required || optional))
        .map((parameter) => [parameter.name, exampleOf(parameter) ?? valueFor(document, schemaOf(parameter))]),
    );
  return {
    path: valuesIn("path"),
    query: valuesIn("query", operation.method === "GET"),
    header: valuesIn("header"),
    body: operation.requestBody && bodyOf(document, resolve(document, operation.requestBody).content),
  };
}

function schemaOf({ schema, content = {} }: Parameter & { content?: Readonly<Record<string, MediaType>> }) {
  return schema ?? Object.values(content)[0]?.schema;
}

function bodyOf(document: OpenApiDocument, content: Readonly<Record<string, MediaType>>): SampleBody | undefined {
  const types = Object.keys(content);
  const range = types.find(isJson) ?? types[0];
  if (range === undefined) return undefined;
  const media = content[range] ?? {};
  const [, mediaType] = sentAs(document, range, media);
  const { schema, ...examples } = media;
  const example = exampleOf(examples);
  if (isJson(mediaType)) return { mediaType, value: example ?? valueFor(document, schema) };
  if (isForm(mediaType)) return { mediaType, value: fieldsOf(document, schema, example) };
  return { mediaType, value: typeof example === "string" ? example : BYTES };
}

/** Whether a body of this media type has fields. */
export function isForm(mediaType: string): boolean {
  return mediaType.startsWith("multipart/") || mediaType === "application/x-www-form-urlencoded";
}

function fieldsOf(document: OpenApiDocument, schema: Schema = {}, example: unknown): Values {
  const { properties = {} } = resolve(document, schema) as { properties?: Record<string, Schema> };
  const values = [valueFor(document, schema), example].flatMap((given) =>
    typeof given === "object" && given !== null ? Object.entries(given) : [],
  );
  // An example cannot contain bytes, so its value is a placeholder.
  const isFile = (name: string) => isBytes(resolve(document, properties[name] ?? {}));
  return Object.fromEntries(values.map(([name, value]) => [name, isFile(name) ? BYTES : value]));
}

/** Bytes have `format: binary` in OpenAPI 3.0, and a `contentMediaType` that is not text in 3.1. */
function isBytes({ format, contentMediaType, contentEncoding }: Schema): boolean {
  if (format === "binary") return true;
  return typeof contentMediaType === "string" && !/^text\/|json/.test(contentMediaType) && !contentEncoding;
}

interface Examples {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

function exampleOf({ example, examples = {} }: Examples): unknown {
  return example ?? Object.values(examples)[0]?.value;
}
