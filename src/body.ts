import type { Style, Traits } from "./api.js";
import { UsageError } from "./errors.js";
import { toJson } from "./json.js";
import { serializeQuery } from "./query.js";

const JSON_TYPE = "application/json";

/**
 * A body as it is sent, and the header for its content type: null where fetch writes it, as it does for a form. JSON needs
 * none, since openapi-fetch adds it. Of several media types of the document, the kind of the value decides: bytes, text,
 * a form where there is a file in it, JSON, a form.
 *
 * @throws {UsageError} when the value cannot be written as any of them.
 */
export function toContent(operation: string, value: unknown, { sends = { json: JSON_TYPE }, parts = {} }: Traits) {
  if (value === undefined) return { body: undefined, headers: {} };
  const typed = value instanceof FormData || value instanceof URLSearchParams || (value instanceof Blob && value.type);
  if (typed) return { body: value as BodyInit, headers: { "content-type": null } };
  const { json, text, bytes, multipart, urlencoded } = sends;
  const isBytes = value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const raw = isBytes
    ? (bytes ?? text ?? urlencoded ?? json)
    : typeof value === "string" && (text ?? urlencoded ?? bytes);
  if (raw) return { body: value as BodyInit, headers: headersFor(raw) };
  const hasFile = Object.values(value ?? {})
    .flat()
    .some((part) => part instanceof Blob);
  if (json && !(multipart && hasFile)) return { body: toJson(operation, value), headers: headersFor(json) };
  if (isBytes || typeof value !== "object" || !value || !(multipart ?? urlencoded)) {
    throw new UsageError(operation, `the body cannot be sent as ${Object.values(sends).join(" or ")}`);
  }
  const form = multipart ? new FormData() : new URLSearchParams();
  for (const [name, field] of Object.entries(value)) appendField(operation, form as FormData, name, field, parts[name]);
  return { body: form, headers: { "content-type": null } };
}

function headersFor(mediaType: string): Record<string, string> {
  return mediaType === JSON_TYPE ? {} : { "content-type": mediaType };
}

/** Adds a part, several for a list; what is neither text nor bytes is written as JSON. */
function appendField(operation: string, form: FormData, name: string, field: unknown, as: string | Style | undefined) {
  if (typeof as === "object") {
    for (const [key, value] of new URLSearchParams(serializeQuery(operation, { [name]: field }, { [name]: as }))) {
      form.append(key, value);
    }
    return;
  }
  for (const value of [field].flat()) {
    if (value === undefined) continue;
    const part = typeof value === "string" || value instanceof Blob ? value : toJson(operation, value);
    const isTyped = !as || (part instanceof Blob && part.type !== "") || !(form instanceof FormData);
    if (isTyped) form.append(name, part);
    else form.append(name, new Blob([part], { type: as }), (part as File).name ?? "blob");
  }
}
