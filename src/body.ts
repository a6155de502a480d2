import { UsageError } from "./errors.js";

const JSON_TYPE = "application/json";

/**
 * A body as it is sent, and the header for its content type: null where fetch writes it, as it does for a form. JSON needs
 * none, since openapi-fetch adds it.
 */
export function toContent(operation: string, value: unknown, mediaType = JSON_TYPE) {
  if (value === undefined) return { body: undefined, headers: {} };
  const typed = value instanceof FormData || value instanceof URLSearchParams || (value instanceof Blob && value.type);
  if (typed) return { body: value as BodyInit, headers: { "content-type": null } };
  if (mediaType.startsWith("multipart/")) {
    return { body: toForm(operation, value as object), headers: { "content-type": null } };
  }
  const bytes = value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const text = typeof value === "string" && !mediaType.endsWith("json");
  const body = bytes || text ? (value as BodyInit) : toJson(operation, value);
  return { body, headers: mediaType === JSON_TYPE ? {} : { "content-type": mediaType } };
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
  try {
    const json = JSON.stringify(value) as string | undefined;
    if (json !== undefined) return json;
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  throw new UsageError(operation, "the body cannot be written as JSON");
}
