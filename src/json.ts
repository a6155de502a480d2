import { UsageError } from "./errors.js";

/** @throws {UsageError} when the value cannot be written as JSON. `what` names the value in the message. */
export function toJson(operation: string, value: unknown, what = "the body"): string {
  try {
    const json = JSON.stringify(value, isPlain(value, 0) ? undefined : refuseUnwritable) as string | undefined;
    if (json !== undefined) return json;
  } catch {
    // The platform's message would quote the data.
  }
  const reasons = "(a cycle, BigInt, NaN, Map or stream in it?)";
  throw new UsageError(operation, `${what} cannot be written as JSON ${reasons}`);
}

/** Whether a value has only parts that JSON has. Used first, since a replacer is called for each part and slow. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string" || typeof value === "boolean" || value == null) return true;
  if (typeof value !== "object") return Number.isFinite(value);
  const prototype = Object.getPrototypeOf(value);
  const known = prototype === Object.prototype || prototype === Array.prototype;
  // The limit ends a cycle.
  return known && depth < 9 && !("toJSON" in value) && Object.values(value).every((item) => isPlain(item, depth + 1));
}

/** A replacer that throws where JSON.stringify would silently write null or {}. */
function refuseUnwritable(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const invalidDate = value === null && this[key] instanceof Date;
  if (invalidDate || !isWritable(value)) throw value;
  return value;
}

/**
 * Whether JSON.stringify writes the value without losing anything. False for NaN and Infinity, and for objects whose
 * content it does not see: Map, Set, streams, bytes, promises. Instances of classes are written as their properties.
 */
export function isWritable(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  if (Symbol.asyncIterator in value || ArrayBuffer.isView(value)) return false;
  const plain = Object.prototype.toString.call(value) === "[object Object]" && !(Symbol.iterator in value);
  return plain || Object.keys(value).length > 0;
}
