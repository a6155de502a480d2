import type { Kind, Sends, Style } from "../../src/api.js";
import {
  type DocumentOperation,
  type MediaType,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
} from "../document.js";
import { essenceOf, kindOf, resolveSchema, sentAs } from "./media.js";

type Contents = Readonly<Record<string, MediaType>>;
interface Encoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
}

/** Path template → method → traits of the operation, where it has any. */
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
  const parts = partsOf(contents);
  const path = pathStylesOf(document, parameters);
  const query = queryStylesOf(parameters);
  return {
    ...(safe && { safe }),
    ...(isOpen(operation) && { open: true }),
    ...(!isPlainJson(sends) && { sends }),
    ...(Object.values(receives).some((kind) => kind !== "json") && { receives }),
    ...(Object.keys(parts).length > 0 && { parts }),
    ...(method === "DELETE" && requestBody && { deleteBody: true }),
    ...(Object.keys(path).length > 0 && { path }),
    ...(Object.keys(query).length > 0 && { query }),
  };
}

/** The responses that a success can be: the 2xx, or `default` where there is none. */
function successesOf({ responses }: DocumentOperation): [status: string, Contents][] {
  const entries = Object.entries(responses).map(([status, { content = {} }]): [string, Contents] => [status, content]);
  const successes = entries.filter(([status]) => status.startsWith("2"));
  return successes.length > 0 ? successes : entries.filter(([status]) => status === "default");
}

/** Whether a success may have no body. */
function isOpen(operation: DocumentOperation): boolean {
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

/** The first media type of each kind; of JSON, `application/json` where it is there. */
function sendsOf(document: OpenApiDocument, contents: Contents): Sends {
  const sends: { -readonly [K in keyof Sends]: string } = {};
  for (const [type, media] of Object.entries(contents)) {
    const [kind, sent] = sentAs(document, type, media);
    if (essenceOf(sent) === "application/json") sends[kind] = sent;
    else sends[kind] ??= sent;
  }
  return sends;
}

function isPlainJson({ json = "application/json", ...others }: Sends): boolean {
  return json === "application/json" && Object.keys(others).length === 0;
}

/** The media type of each part of a form where the document names one, or how an encoded field is written. */
function partsOf(contents: Contents): Record<string, string | Style> {
  const parts: Record<string, string | Style> = {};
  for (const { encoding = {} } of Object.values(contents) as { encoding?: Record<string, Encoding> }[]) {
    for (const [name, { contentType, style, explode = style === "form" }] of Object.entries(encoding)) {
      if (style) parts[name] = { style, explode } as Style;
      // Of several, or of a range, the caller's Blob says which.
      else if (contentType && !/[,*]/.test(contentType)) parts[name] = contentType;
    }
  }
  return parts;
}

/** The serialization of each query parameter, where it is not the default: `form`, exploded (OpenAPI 3.1, 4.8.12.2). */
export function queryStylesOf(parameters: readonly Parameter[]): Record<string, Style> {
  const styles: Record<string, Style> = {};
  for (const { name, in: place, style = "form", explode = style === "form", ...rest } of parameters) {
    if (place !== "query") continue;
    // The operation's own parameter takes the place of one of its path.
    delete styles[name];
    const { content } = rest as { content?: Contents };
    const isJson = Object.keys(content ?? {}).some((type) => /json$/.test(essenceOf(type)));
    if (isJson) styles[name] = { style: "json", explode: false };
    else if (!(style === "form" && explode)) styles[name] = { style, explode } as Style;
  }
  return styles;
}

/** The serialization of each path parameter that is a list or an object, or that has another style than `simple`. */
function pathStylesOf(document: OpenApiDocument, parameters: readonly Parameter[]): Record<string, Style> {
  const styles: Record<string, Style> = {};
  for (const { name, in: place, style = "simple", explode = false, schema } of parameters) {
    if (place !== "path") continue;
    delete styles[name];
    const { type = "string", properties } = resolveSchema(document, schema);
    const scalar = ![type].flat().some((one) => one === "array" || one === "object") && !properties;
    if (style !== "simple" || !scalar) styles[name] = { style, explode } as Style;
  }
  return styles;
}
