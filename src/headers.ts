import { UsageError } from "./errors.js";

/**
 * Headers by their lower-case name.
 *
 * @throws {UsageError} when a header is refused or cannot be sent. The message never has the value, which may be a secret.
 */
export function toHeaders(
  operation: string,
  apiKeyHeader: string,
  given: RequestInit["headers"] | undefined,
): Record<string, string> | undefined {
  if (given === undefined) return undefined;
  let headers: Headers;
  try {
    headers = new Headers(given);
  } catch {
    // The platform's message quotes the value.
    throw new UsageError(operation, "headers has characters that no header can carry");
  }
  if (headers.has(apiKeyHeader)) throw new UsageError(operation, "headers: give the key as apiKey, not as a header");
  refuseHeaders(operation, headers);
  return Object.fromEntries(headers);
}

/** @throws {UsageError} when a header is there that would take the request, and with it the key, elsewhere. */
export function refuseHeaders(operation: string, headers: Headers): void {
  if (headers.has("host")) throw new UsageError(operation, "headers: host cannot be set; baseUrl says where to call");
}
