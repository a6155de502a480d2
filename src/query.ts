import type { Style } from "./api.js";
import { UsageError } from "./errors.js";
import { toJson } from "./json.js";
import { serializeQueryParameter } from "./openapi-fetch.js";
import { own } from "./own.js";

const DEFAULT_STYLE: Style = { style: "form", explode: true };
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Serializes query parameters in the `style` of the document (OpenAPI 3.1, 4.8.12), without "?". Names and values are
 * percent-encoded. `undefined` and `null` are left out, also in lists and objects. `what` names the parameters in
 * errors.
 *
 * @throws {UsageError} when `query` is not an object, or when a value is not a string, a finite number, a boolean, or a
 * list or plain object of these.
 */
export function serializeQuery(
  operation: string,
  query: Readonly<Record<string, unknown>> = {},
  styles: Readonly<Record<string, Style>> = {},
  what = "query parameter",
): string {
  // Object.entries sees nothing in URLSearchParams or a Map.
  if (Symbol.iterator in Object(query)) throw new UsageError(operation, "the query must be an object");
  const parts = Object.entries(query).map(([name, value]) => {
    const style = Object.hasOwn(styles, name) ? (styles[name] as Style) : DEFAULT_STYLE;
    if (style.style === "json") {
      if (value === undefined) return "";
      return `${encodeURIComponent(name)}=${encodeURIComponent(toJson(operation, value, `${what} ${name}`))}`;
    }
    if ([name, value].flatMap(partsOf).every(isWritable)) {
      return serializeQueryParameter(encodeURIComponent(name), prepare(value, style), style);
    }
    const allowed = "a string, finite number or boolean, or a list or plain object of these, without lone surrogates";
    throw new UsageError(operation, `${what} ${name} must be ${allowed}`);
  });
  return parts.filter(Boolean).join("&");
}

/** The items of a list, the keys and values of a plain object, or the value itself. */
export function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isPlainObject(value) ? Object.entries(value).flat() : [value];
}

function isWritable(part: unknown): boolean {
  if (typeof part === "string") return !LONE_SURROGATE.test(part);
  return part == null || typeof part === "boolean" || Number.isFinite(part);
}

/** Removes `undefined` and `null` from a list or an object, and percent-encodes the keys of an object. */
export function prepare(value: unknown, { style, explode }: Style): unknown {
  if (Array.isArray(value)) return value.filter((item) => item != null);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item != null);
  // Without `explode`, an object is written as the list of its keys and values (OpenAPI 3.1, 4.8.12.6).
  if (!explode && style !== "deepObject") return entries.flat();
  return own(Object.fromEntries(entries.map(([key, item]) => [encodeURIComponent(key), item])));
}

/** Compares no constructors, since objects of another realm have others, as in Jest. */
function isPlainObject(value: unknown): value is object {
  const prototype = Object.getPrototypeOf(value ?? "");
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
