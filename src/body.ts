import type { Sends, Style, Traits } from "./api.js";
import { UsageError } from "./errors.js";
import { isWritable, toJson } from "./json.js";
import { serializeQuery } from "./query.js";

const JSON_TYPE = "application/json";
const JSON_ONLY: Sends = { json: JSON_TYPE, bytes: JSON_TYPE };

/**
 * Serializes a body, and returns the `content-type` header for it: null where fetch sets the header (forms), none for
 * JSON, where openapi-fetch sets it. If the document has several media types, the kind of the value decides: bytes,
 * text, form or JSON. An object is sent as JSON if the document allows JSON, unless it contains a file. Bytes and forms
 * are copied, so that every attempt sends the same.
 *
 * @throws {UsageError} when the document has no media type for this kind of value, or the value cannot be serialized.
 */
export function toContent(operation: string, value: unknown, { sends = JSON_ONLY, parts = {} }: Traits) {
  if (value === undefined) return { body: value, headers: {} };
  const form = value instanceof FormData || value instanceof URLSearchParams ? copyForm(value) : undefined;
  const bytes = isBlob(value) ? value : copyBytes(value);
  let type: string | null | undefined = sends.json;
  let body: unknown = form ?? bytes ?? value;
  if (form || (isBlob(value) && value.type)) type = null;
  else if (bytes) type = sends.bytes;
  else if (typeof value === "string" && sends.text) type = sends.text;
  else if (sends.form && isFields(value) && (!type || Object.values(value).flat().some(isBlob))) {
    body = sends.form.startsWith("m")
      ? toForm(operation, value, parts as Types)
      : new URLSearchParams(serializeQuery(operation, value, parts as Styles, "field"));
    type = null;
  } else if (type) body = toJson(operation, value);
  if (type === undefined) throw new UsageError(operation, `the body cannot be sent as ${Object.values(sends)}`);
  return { body: body as BodyInit, headers: type === JSON_TYPE ? {} : { "content-type": type } };
}

const isBlob = (value: unknown): value is Blob => value instanceof Blob;

function copyForm(form: FormData | URLSearchParams): FormData | URLSearchParams {
  const copy = form instanceof FormData ? new FormData() : new URLSearchParams();
  // Blobs are immutable and need no copy.
  for (const [name, value] of form) copy.append(name, value as string);
  return copy;
}

function copyBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  return value instanceof ArrayBuffer ? new Uint8Array(value).slice() : undefined;
}

type Fields = Readonly<Record<string, unknown>>;
type Types = Readonly<Record<string, string>>;
type Styles = Readonly<Record<string, Style>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && isWritable(value);

/**
 * Writes a part for each field, and one for each item of a list. Values that are neither text nor a Blob become JSON.
 */
function toForm(operation: string, fields: object, types: Types): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    const type = types[name];
    for (const value of [values].flat()) {
      if (value === undefined) continue;
      const part = typeof value === "string" || isBlob(value) ? value : toJson(operation, value);
      if (!type || (part as Blob).type) form.append(name, part);
      else form.append(name, new Blob([part], { type }), (part as File).name ?? "blob");
    }
  }
  return form;
}
