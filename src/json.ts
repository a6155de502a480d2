import { UsageError } from "./errors.js";

/** @throws {UsageError} when the value cannot be written as JSON; `what` names it. */
export function toJson(operation: string, value: unknown, what = "the body"): string {
  try {
    const json = JSON.stringify(value) as string | undefined;
    if (json !== undefined) return json;
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  throw new UsageError(operation, `${what} cannot be written as JSON`);
}
