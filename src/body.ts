import { UsageError } from "./errors.js";

const JSON_TYPE = "application/json";

/**
 * A body as it is sent, and the header for its content type: null where fetch writes it, as it does for a form. JSON needs
 * none, since openapi-fetch adds it. What the caller could change between attempts is copied.
 *
 * @throws {UsageError} when the value cannot be written as that type.
 */
export function toContent(operation: string, value: unknown, mediaType = JSON_TYPE) {
  if (value === undefined) return { body: undefined, headers: {} };
  const form = value instanceof FormData || value instanceof URLSearchParams ? copyForm(value) : undefined;
  const typed = form ?? (value instanceof Blob && value.type ? value : undefined);
  if (typed) return { body: typed, headers: { "content-type": null } };
  if (mediaType.startsWith("multipart/")) return { body: toForm(operation, value), headers: { "content-type": null } };
  const text = typeof value === "string" && !mediaType.endsWith("json");
  const body = text || value instanceof Blob ? value : (copyBytes(value) ?? toJson(operation, value));
  return { body, headers: mediaType === JSON_TYPE ? {} : { "content-type": mediaType } };
}

function copyForm(form: FormData | URLSearchParams): FormData | URLSearchParams {
  const copy = form instanceof FormData ? new FormData() : new URLSearchParams();
  // A Blob cannot change.
  for (const [name, value] of form) copy.append(name, value as string);
  return copy;
}

function copyBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  return value instanceof ArrayBuffer ? new Uint8Array(value).slice() : undefined;
}

/** A part for each property, several for an array's; what is neither text nor a Blob is written as JSON. */
function toForm(operation: string, fields: unknown): FormData {
  if (typeof fields !== "object" || !isWritable(fields)) throw unwritable(operation);
  const form = new FormData();
  for (const [name, values] of Object.entries(fields as object)) {
    for (const value of [values].flat()) {
      if (value === undefined) continue;
      form.append(name, typeof value === "string" || value instanceof Blob ? value : toJson(operation, value));
    }
  }
  return form;
}

function toJson(operation: string, value: unknown): string {
  try {
    const json = JSON.stringify(value, refuseUnwritable) as string | undefined;
    if (json !== undefined) return json;
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  throw unwritable(operation);
}

const unwritable = (operation: string) =>
  new UsageError(operation, "the body cannot be written as JSON (a cycle, BigInt, NaN, Map or stream in it?)");

/** What JSON.stringify would turn into null or {} without a word ends it. */
function refuseUnwritable(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const invalidDate = value === null && this[key] instanceof Date;
  if (invalidDate || !isWritable(value)) throw value;
  return value;
}

/**
 * Whether JSON has a value as it is, or leaves it out: not NaN and Infinity, nor objects whose content it does not see, such
 * as a Map, a Set, a stream, bytes or a Promise. Instances of classes are written as their properties.
 */
function isWritable(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  if (Symbol.asyncIterator in value || ArrayBuffer.isView(value)) return false;
  const plain = Object.prototype.toString.call(value) === "[object Object]" && !(Symbol.iterator in value);
  return plain || Object.keys(value).length > 0;
}
