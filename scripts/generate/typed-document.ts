import type { MediaType, OpenApiDocument, Parameter, Schema } from "../openapi/document.js";
import { below, isWithin } from "../openapi/pointer.js";
import { apiKeyHeader } from "./constants.js";
import { essenceOf, isJson, isString, kindOf, resolveSchema, sentAs } from "./media.js";
import { type Place, reachedFrom, splitByDirection } from "./read-write.js";
import { mapSubschemas, mapValues, withMappedReferences } from "./subschemas.js";

type Contents = Record<string, MediaType>;
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: Contents };
  responses?: Record<string, { content?: Contents; headers?: Record<string, { schema?: Schema }> }>;
  callbacks?: Record<string, Record<string, Record<string, unknown>>>;
}

/**
 * Prepares the document for openapi-typescript: media types and parameters as a call has them, and separate schemas for
 * requests and responses if they differ.
 */
export function documentForTypes(given: OpenApiDocument): OpenApiDocument {
  const document = withoutDefs(given);
  const places = operationsIn(document).flatMap((operation) => placesIn(document, operation));
  const schemas = document.components?.schemas ?? {};
  const prepare = (schema: Schema, bytes: boolean) => withBytes(withMappedReferences(schema, schemas), bytes);
  for (const { holder, bytes } of places) if (holder.schema) holder.schema = prepare(holder.schema, bytes);
  if (!document.components) return splitByDirection(document, places);
  const inForms = reachedFrom(
    places.filter(({ bytes }) => bytes),
    schemas,
  );
  const prepared = mapValues(schemas, (schema, name) => prepare(schema, inForms.has(name)));
  return splitByDirection({ ...document, components: { ...document.components, schemas: prepared } }, places);
}

/**
 * A copy in which the `$defs` of a component schema are components, since openapi-typescript would type `$defs` as a
 * property of the schema.
 */
function withoutDefs(given: OpenApiDocument): OpenApiDocument {
  const document = structuredClone(given);
  const moved: Record<string, Schema> = {};
  const references = new Map<string, string>();
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const { $defs, ...rest } = Object(schema) as { $defs?: Record<string, Schema> };
    if (!$defs) continue;
    for (const [key, one] of Object.entries($defs)) {
      moved[`${name}.${key}`] = one;
      const from = below("#", "components", "schemas", name, "$defs", key);
      references.set(from, below("#", "components", "schemas", `${name}.${key}`));
    }
    Object.assign(document.components.schemas, { [name]: rest });
  }
  if (references.size === 0) return document;
  const { components } = document;
  const all = { ...document, components: { ...components, schemas: { ...components.schemas, ...moved } } };
  return JSON.parse(JSON.stringify(all), (key, value) => {
    if (key !== "$ref") return value;
    const from = [...references.keys()].find((one) => isWithin(String(value), one)) ?? "";
    return `${references.get(from) ?? ""}${String(value).slice(from.length)}`;
  });
}

/** All operations and path items, also those of webhooks and callbacks. */
function operationsIn({ paths, webhooks }: OpenApiDocument & { webhooks?: OpenApiDocument["paths"] }): Operation[] {
  return [...Object.values(paths ?? {}), ...Object.values(webhooks ?? {})].flatMap(operationsOfItem);
}

function operationsOfItem(item: Readonly<Record<string, unknown>>): Operation[] {
  const inner = Object.values(item).filter(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  );
  const callbacks = (inner as Operation[]).flatMap((operation) => Object.values(operation.callbacks ?? {}));
  return [item as Operation, ...(inner as Operation[]), ...callbacks.flatMap(Object.values).flatMap(operationsOfItem)];
}

/** Changes the media types and parameters of an operation to those of its call. Returns the places of its schemas. */
function placesIn(document: OpenApiDocument, operation: Operation): Place[] {
  const { parameters, requestBody, responses = {} } = operation;
  if (parameters) operation.parameters = parameters.filter((one) => isTyped(document, one)).map(withSchema);
  if (requestBody?.content) requestBody.content = requestContents(document, requestBody.content);
  for (const response of Object.values(responses)) {
    if (response.content) response.content = responseContents(document, response.content);
  }
  const bodies = Object.entries(requestBody?.content ?? {});
  const received = Object.values(responses).flatMap(({ content = {} }) => Object.entries(content));
  const headers = Object.values(responses).flatMap((response) => Object.values(response.headers ?? {}));
  return [
    ...(operation.parameters ?? []).map((holder): Place => ({ holder, direction: "request", bytes: false })),
    ...bodies.map(([type, holder]): Place => ({ holder, direction: "request", bytes: !isJson(type) })),
    ...received.map(([type, holder]): Place => ({ holder, direction: "response", bytes: !isJson(type) })),
    ...headers.map((holder): Place => ({ holder, direction: "response", bytes: false })),
  ];
}

/**
 * False for the key's header, which is a client option, and for headers that OpenAPI ignores (OpenAPI 3.1, 4.8.12.1).
 */
function isTyped(document: OpenApiDocument, { in: place, name }: Parameter): boolean {
  if (place !== "header") return true;
  return !["accept", "content-type", "authorization", apiKeyHeader(document).toLowerCase()].includes(
    name.toLowerCase(),
  );
}

/** A parameter with JSON content gets the schema of that content. */
function withSchema(parameter: Parameter & { content?: Contents }): Parameter {
  const { content = {}, ...rest } = parameter;
  const [type, media] = Object.entries(content)[0] ?? [];
  return type && /json$/.test(essenceOf(type))
    ? { ...rest, ...(media?.schema && { schema: media.schema }) }
    : parameter;
}

function requestContents(document: OpenApiDocument, contents: Contents): Contents {
  const typed: Contents = {};
  for (const [type, media] of Object.entries(contents)) {
    const [, sent] = sentAs(document, type, media);
    const { schema } = typed[essenceOf(sent)] ?? {};
    typed[essenceOf(sent)] = schema && media.schema ? { ...media, schema: { anyOf: [schema, media.schema] } } : media;
  }
  return typed;
}

function responseContents(document: OpenApiDocument, contents: Contents): Contents {
  return mapValues(contents, (media, type) => {
    const kind = kindOf(document, type, media);
    if (kind === "bytes") return { ...media, schema: { type: "string", format: "binary" } };
    const isText = kind === "text" && !isString(resolveSchema(document, media.schema));
    return isText ? { ...media, schema: { type: "string" } } : media;
  });
}

/**
 * Adds the `type` that bytes may lack in OpenAPI 3.1 (4.8.14) and that openapi-typescript needs. In JSON, bytes are a
 * string.
 */
function withBytes(schema: Schema, bytes: boolean): Schema {
  const { contentMediaType, format, ...rest } = schema;
  const typed: Schema = contentMediaType && !rest.type && !rest.$ref ? { ...schema, type: "string" } : schema;
  const isText = !bytes && (format === "binary" || contentMediaType);
  return mapSubschemas(isText ? { ...rest, type: typed.type } : typed, (subschema) => withBytes(subschema, bytes));
}
