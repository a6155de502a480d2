import { createRedact } from "../transport/redact.js";

/** One place where a request, or the mock server's response, does not match the OpenAPI document. */
export interface Violation {
  /**
   * Where: `body.phoneNumbers[2]`, `query.environment`, `header.x`, `path`, `request` as a whole, or `response.body…`.
   */
  readonly location: string;
  /** The rule that failed, usually a JSON Schema keyword: `required`, `type`, `additionalProperties`. */
  readonly rule: string;
  readonly message: string;
  /** The value that was sent there, if any. */
  readonly sent?: unknown;
}

/**
 * Thrown when a request, or the mock server's response, does not match the OpenAPI document. It never contains the key.
 */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";

  constructor(
    /** Method and path template. If the document has no such path: the path that was sent. */
    readonly operation: string,
    readonly violations: readonly Violation[],
  ) {
    const listed = violations.slice(0, MAX_LISTED).map(sentence);
    const more = violations.length - listed.length;
    const subject = violations.every(({ location }) => location.startsWith("response")) ? "mock's response" : "request";
    const end = more > 0 ? `; and ${more} more` : "";
    super(`${operation}: the ${subject} does not match the OpenAPI document: ${listed.join("; ")}${end}`);
  }
}

/** The message lists at most this many violations; the property `violations` has all of them. */
const MAX_LISTED = 10;

function sentence({ location, message, sent }: Violation): string {
  return `${location} ${message}${sent === undefined ? "" : `, sent ${JSON.stringify(sent)?.slice(0, 100)}`}`;
}

/** The violations in a problem response (RFC 9457) of the mock server; empty for any other response. */
export async function reportedViolations(response: Response): Promise<readonly Violation[]> {
  if (response.headers.get("content-type") !== "application/problem+json") return [];
  // A response that a test made up may have the same content type and any body.
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const { violations } = Object(body) as { violations?: unknown };
  return Array.isArray(violations) ? violations.filter(isViolation) : [];
}

function isViolation(value: unknown): value is Violation {
  const { location, rule, message } = Object(value) as Record<string, unknown>;
  return [location, rule, message].every((part) => typeof part === "string");
}

/** Removes the key from a violation: the caller may have put it in the query or the body by mistake. */
export function withoutKey(violation: Violation, key: string): Violation {
  const { text, json } = createRedact([key]);
  const { location, rule, message, sent } = violation;
  const safe = { location: text(location), rule: text(rule), message: text(message) };
  // A copy: the value may be an object of the caller.
  return sent === undefined ? safe : { ...safe, sent: json(structuredClone(sent)) };
}
