import { UsageError } from "./errors.js";
import type { HeadersOption, HeaderValues } from "./options.js";

/**
 * Headers by lower-case name. Undefined values are left out; null values stay null.
 *
 * @throws {UsageError} when a header is not allowed or cannot be sent. The message has no value, which may be a secret.
 */
export function toHeaders(
  operation: string,
  apiKeyHeader: string,
  given: HeadersOption | undefined,
): HeaderValues | undefined {
  if (given === undefined) return undefined;
  let headers: Headers;
  let entries: [string, string | null][];
  try {
    const all = Symbol.iterator in given ? given : Object.entries(given);
    entries = [...(all as typeof entries)].filter(([, value]) => value !== undefined);
    headers = new Headers(
      entries.map(([name, ...values]) => [name, ...values.map((value) => value ?? "")]) as [string, string][],
    );
  } catch {
    // The platform's message quotes the value.
    throw new UsageError(operation, "headers has characters that no header can carry");
  }
  if (headers.has(apiKeyHeader)) throw new UsageError(operation, "headers: give the key as apiKey, not as a header");
  refuseHeaders(operation, headers);
  const removed = entries.filter(([, value]) => value === null);
  return Object.fromEntries([...headers, ...removed.map(([name]) => [name.toLowerCase(), null])]);
}

/** Headers of the connection (RFC 9110, 7.6.1; RFC 9113, 8.2.2), and headers that fetch computes. */
const REFUSED = "connection content-length expect host keep-alive proxy-connection transfer-encoding upgrade".split(
  " ",
);

/** @throws {UsageError} for a header that only fetch can set, or that would send the key to another server (`host`). */
export function refuseHeaders(operation: string, headers: Headers): void {
  const refused = REFUSED.find((name) => headers.has(name));
  if (refused)
    throw new UsageError(operation, `headers: ${refused} cannot be set; fetch sets it, from baseUrl and body`);
}
