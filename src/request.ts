import { serializePrimitiveParam } from "openapi-fetch";
import { UsageError } from "./errors.js";

// The one place that calls openapi-fetch, which writes each parameter. Its client would build a Request that cannot be
// sent twice, take a 401 without a body for a success, and read bodies where no hook sees them fail; its serializers of
// lists and objects have every style in them, of which the document uses one.

/** The URL of a call. In its query a list is the parameter once for each value, an object once for each key: `a[key]`. */
export function toUrl(baseUrl: string, path: string, query: object | undefined): string {
  if (query === undefined) return baseUrl + path;
  const pairs = Object.entries(query).flatMap(([name, value]) => toPairs(name, value));
  return baseUrl + path + (pairs.length > 0 ? `?${pairs.join("&")}` : "");
}

function toPairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [serializePrimitiveParam(name, value as string)];
  return Object.entries(value).flatMap(([key, part]) => toPairs(Array.isArray(value) ? name : `${name}[${key}]`, part));
}

/** A body as it is sent, with the header that says what it is; where the body tells fetch, as a form does, without. */
export function toContent(operation: string, value: unknown, mediaType = "application/json") {
  const told = value instanceof FormData || value instanceof URLSearchParams || (value instanceof Blob && value.type);
  if (value === undefined || told) return { body: value as BodyInit | undefined };
  if (mediaType.startsWith("multipart/")) return { body: toForm(operation, value as object) };
  const bytes = value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const text = typeof value === "string" && !mediaType.endsWith("json");
  const body = bytes || text ? (value as BodyInit) : toJson(operation, value);
  return { body, headers: { "content-type": mediaType } };
}

/** A part for each property, several for an array's; what is neither text nor bytes is written as JSON. */
function toForm(operation: string, fields: object): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) {
      if (value === undefined) continue;
      form.append(name, typeof value === "string" || value instanceof Blob ? value : toJson(operation, value));
    }
  }
  return form;
}

function toJson(operation: string, value: unknown): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(value);
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  if (json === undefined) throw new UsageError(operation, "the body cannot be written as JSON");
  return json;
}
