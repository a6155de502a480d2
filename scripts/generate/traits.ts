import type { Kind, Sends, Style } from "../../src/api.js";
import {
  type DocumentOperation,
  type MediaType,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  type Schema,
} from "../openapi/document.js";
import { essenceOf, isJson, kindOf, resolveSchema, sentAs, type Written } from "./media.js";

type Contents = Readonly<Record<string, MediaType>>;
const JSON_TYPE = "application/json";
const JSON_STYLE: Style = { style: "json", explode: false };

/** The traits of operations, by path template and method. Operations without traits are left out. */
export function traitsByPath(document: OpenApiDocument): Record<string, Record<string, object>> {
  const byPath: Record<string, Record<string, object>> = {};
  for (const operation of operationsOf(document)) {
    const traits = traitsOf(document, operation);
    if (Object.keys(traits).length === 0) continue;
    byPath[operation.path] = { ...byPath[operation.path], [operation.method]: traits };
  }
  return byPath;
}

function traitsOf(document: OpenApiDocument, operation: DocumentOperation): object {
  const { "x-safe": safe, method, parameters, requestBody } = operation;
  const contents = requestBody?.content ?? {};
  const sends = sendsOf(document, contents);
  const receives = receivesOf(document, operation);
  const parts = partsOf(document, contents, sends.form);
  const path = pathStylesOf(document, parameters);
  const query = queryStylesOf(parameters);
  return {
    ...(safe && { safe }),
    ...(mayBeEmpty(operation) && { mayBeEmpty: true }),
    ...(Object.keys(contents).length > 0 && !isPlainJson(sends) && { sends }),
    ...(Object.values(receives).some((kind) => kind !== "json") && { receives }),
    ...(Object.keys(parts).length > 0 && { parts }),
    ...(method === "DELETE" && requestBody && { deleteBody: true }),
    ...(Object.keys(path).length > 0 && { path }),
    ...(Object.keys(query).length > 0 && { query }),
  };
}

/** The responses for a success: the 2xx responses, or `default` if there are none. */
function successesOf({ responses }: DocumentOperation): [status: string, Contents][] {
  const entries = Object.entries(responses).map(([status, { content = {} }]): [string, Contents] => [status, content]);
  const successes = entries.filter(([status]) => status.startsWith("2"));
  return successes.length > 0 ? successes : entries.filter(([status]) => status === "default");
}

/** Whether a success may have no body. */
function mayBeEmpty(operation: DocumentOperation): boolean {
  const successes = successesOf(operation);
  const bodiless = successes.some(
    ([status, contents]) => /^20[45]$/.test(status) || Object.keys(contents).length === 0,
  );
  return bodiless || operation.method === "HEAD" || successes.length === 0;
}

function receivesOf(document: OpenApiDocument, operation: DocumentOperation): Record<string, Kind> {
  const kinds: Record<string, Kind> = {};
  if (operation.method === "HEAD") return kinds;
  for (const [type, media] of successesOf(operation).flatMap(([, contents]) => Object.entries(contents))) {
    const kind = kindOf(document, type, media);
    const essence = essenceOf(type);
    kinds[essence] = kind === (kinds[essence] ?? kind) ? kind : "any";
  }
  return kinds;
}

/** The media type for each kind of body: the first one of that kind, but `application/json` if it is among several. */
function sendsOf(document: OpenApiDocument, contents: Contents): Sends {
  const first: { [How in Written]?: string } = {};
  for (const [type, media] of Object.entries(contents)) {
    const [how, sent] = sentAs(document, type, media);
    if (essenceOf(sent) === JSON_TYPE) first[how] = sent;
    else first[how] ??= sent;
  }
  const { json, text, bytes, multipart, urlencoded } = first;
  const sends = {
    json,
    bytes: bytes ?? text ?? urlencoded ?? json,
    text: text ?? urlencoded ?? bytes,
    form: multipart ?? (json ? undefined : urlencoded),
  };
  return Object.fromEntries(Object.entries(sends).filter(([, type]) => type));
}

function isPlainJson({ json, text, form }: Sends): boolean {
  return json === JSON_TYPE && !text && !form;
}

type Encoding = Readonly<Record<string, { contentType?: string; style?: string; explode?: boolean }>>;

/**
 * Of a multipart form, the media types of parts. Of a URL-encoded form, the styles of fields. As far as the document
 * has them.
 */
function partsOf(document: OpenApiDocument, contents: Contents, form = ""): Record<string, string | Style> {
  const media = Object.entries(contents).find(([type]) => essenceOf(type) === essenceOf(form))?.[1];
  const { schema, encoding = {} } = (media ?? {}) as MediaType & { encoding?: Encoding };
  if (form.startsWith("multipart/")) {
    const types = Object.entries(encoding).map(([name, { contentType = "" }]) => [name, contentType]);
    // If there are several types, or a range, the type of the caller's Blob decides.
    return Object.fromEntries(types.filter(([, type]) => type && !/[,*]/.test(type)));
  }
  const { properties = {} } = resolveSchema(document, schema) as { properties?: Record<string, Schema> };
  const objects = Object.keys(properties).filter(
    (name) => !encoding[name]?.style && isObject(document, properties[name]),
  );
  const parameters = Object.entries(encoding).map(([name, one]) => ({ ...one, name, in: "query" as const }));
  return { ...Object.fromEntries(objects.map((name) => [name, JSON_STYLE])), ...queryStylesOf(parameters) };
}

function isObject(document: OpenApiDocument, schema: Schema | undefined): boolean {
  const { type, properties, allOf } = resolveSchema(document, schema);
  return type === "object" || properties !== undefined || allOf !== undefined;
}

/** The style of each query parameter that does not have the default, `form` with `explode` (OpenAPI 3.1, 4.8.12.2). */
export function queryStylesOf(parameters: readonly Parameter[]): Record<string, Style> {
  const styles: Record<string, Style> = {};
  for (const { name, in: place, style = "form", explode = style === "form", ...rest } of parameters) {
    if (place !== "query") continue;
    // A parameter of the operation replaces the same parameter of the path item.
    delete styles[name];
    const { content } = rest as { content?: Contents };
    if (Object.keys(content ?? {}).some(isJson)) styles[name] = JSON_STYLE;
    else if (!(style === "form" && explode)) styles[name] = { style, explode } as Style;
  }
  return styles;
}

/** The style of each path parameter that is a list or an object, or does not have the style `simple`. */
export function pathStylesOf(document: OpenApiDocument, parameters: readonly Parameter[]): Record<string, Style> {
  const styles: Record<string, Style> = {};
  for (const { name, in: place, style = "simple", explode = false, schema } of parameters) {
    if (place !== "path") continue;
    delete styles[name];
    const isList = [resolveSchema(document, schema).type].flat().includes("array");
    if (style !== "simple" || isList || isObject(document, schema)) styles[name] = { style, explode } as Style;
  }
  return styles;
}
