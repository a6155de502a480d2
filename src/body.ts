import type { Sends, Style, Traits } from "./api.js";
import { UsageError } from "./errors.js";
import { toJson } from "./json.js";
import { serializeQuery } from "./query.js";

const JSON_TYPE = "application/json";
const JSON_ONLY: Sends = { json: JSON_TYPE, bytes: JSON_TYPE };

/**
 * A body as it is sent, and the header for its content type: null where fetch writes it, as it does for a form. JSON needs
 * none, since openapi-fetch adds it. Where the document has several media types, the value decides: bytes and text are sent
 * as what they are, an object as JSON, unless it has a file and may be a form.
 *
 * @throws {UsageError} when the document has no media type for such a value.
 */
export function toContent(operation: string, value: unknown, { sends = JSON_ONLY, parts = {} }: Traits) {
  if (value === undefined) return { body: value, headers: {} };
  const isForm = value instanceof FormData || value instanceof URLSearchParams;
  const isBytes = isBlob(value) || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  let type: string | null | undefined = sends.json;
  let body = value;
  if (isForm || (isBlob(value) && value.type)) type = null;
  else if (isBytes) type = sends.bytes;
  else if (typeof value === "string" && sends.text) type = sends.text;
  else if (sends.form && typeof value === "object" && value && (!type || Object.values(value).flat().some(isBlob))) {
    body = sends.form.startsWith("m")
      ? toForm(operation, value, parts as Types)
      : new URLSearchParams(serializeQuery(operation, value as Fields, parts as Styles, "field"));
    type = null;
  } else if (type) body = toJson(operation, value);
  if (type === undefined) throw new UsageError(operation, `the body cannot be sent as ${Object.values(sends)}`);
  return { body: body as BodyInit, headers: type === JSON_TYPE ? {} : { "content-type": type } };
}

const isBlob = (value: unknown): value is Blob => value instanceof Blob;

type Fields = Readonly<Record<string, unknown>>;
type Types = Readonly<Record<string, string>>;
type Styles = Readonly<Record<string, Style>>;

/** A part for each field, several for a list; what is neither text nor a Blob is written as JSON. */
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
