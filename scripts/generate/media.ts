/** How a media type decides the way that a body is written, read and typed. */

import type { Kind } from "../../src/api.js";
import type { MediaType, OpenApiDocument, Schema } from "../openapi/document.js";
import { below, keysOf } from "../openapi/pointer.js";

const JSON_TYPE = /^application\/json$|\+json$/;
/** A stream of JSON values is not one JSON value, so it is read as text (RFC 7464, NDJSON, JSON Lines). */
const TEXT = /^text\/|^application\/(x-)?(ndjson|jsonl|json-?lines|json-stream)$|[/+]json-seq$/;
const ANNOTATIONS = ["title", "description", "example", "examples", "deprecated"];
const WILDCARD = /^(\*|application)\/\*$/;

/** A media type in lower case, without parameters. Use it to compare media types (RFC 9110, 8.3.1). */
export function essenceOf(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return JSON_TYPE.test(essenceOf(mediaType));
}

/** How a success response of this media type is read. For a wildcard, the schema decides. */
export function kindOf(document: OpenApiDocument, mediaType: string, { schema }: MediaType): Kind {
  const type = essenceOf(mediaType);
  if (JSON_TYPE.test(type)) return "json";
  if (TEXT.test(type)) return "text";
  if (!WILDCARD.test(type)) return "bytes";
  const resolved = resolveSchema(document, schema);
  if (isBinary(resolved)) return "bytes";
  return isString(resolved) || Object.keys(resolved).every((keyword) => ANNOTATIONS.includes(keyword)) ? "any" : "json";
}

function isBinary({ format, contentMediaType, contentEncoding }: Schema): boolean {
  return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
}

/** Whether the schema describes a string (or null), and not bytes. */
export function isString(schema: Schema): boolean {
  const types = [schema.type].flat().filter((type) => type !== "null");
  return types.length === 1 && types[0] === "string" && !isBinary(schema);
}

/** The ways to write a request body. */
export type Written = "json" | "text" | "bytes" | "multipart" | "urlencoded";

/** How a request body of this media type is written, and the media type that is sent: never a wildcard. */
export function sentAs(document: OpenApiDocument, mediaType: string, media: MediaType): [Written, string] {
  const type = essenceOf(mediaType);
  const concrete = type.includes("*") ? undefined : mediaType;
  if (type.startsWith("multipart/")) return ["multipart", concrete ?? "multipart/form-data"];
  if (type === "application/x-www-form-urlencoded") return ["urlencoded", mediaType];
  const kind = kindOf(document, mediaType, media);
  if (kind === "json") return ["json", concrete ?? "application/json"];
  if (kind === "text" || (kind === "any" && media.schema)) return ["text", concrete ?? "text/plain"];
  return ["bytes", concrete ?? "application/octet-stream"];
}

/** Resolves a reference, also through other references; `{}` if its target does not exist. */
export function resolveSchema(document: OpenApiDocument, schema: Schema = {}, seen: readonly string[] = []): Schema {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  if (seen.includes($ref)) return {};
  const target = document.components?.schemas?.[schemaName($ref) ?? ""];
  return { ...resolveSchema(document, target, [...seen, $ref]), ...withoutRef(schema) };
}

function withoutRef({ $ref: _, ...rest }: Schema): Schema {
  return rest;
}

/** The schema name in a reference such as `#/components/schemas/Agent`. */
export function schemaName($ref: string): string | undefined {
  return /^#\/components\/schemas\/[^/]+$/.test($ref) ? keysOf($ref)[2] : undefined;
}

export function schemaRef(name: string): string {
  return below("#", "components", "schemas", name);
}
