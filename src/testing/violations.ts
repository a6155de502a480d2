/** One way in which an exchange departs from the document. */
export interface Violation {
  /** Where: `body.phoneNumbers[2]`, `query.environment`, `header.x`, `path`, `request` as a whole, or `response.body…`. */
  readonly location: string;
  /** The rule that is broken, a JSON Schema keyword mostly: `required`, `type`, `additionalProperties`. */
  readonly rule: string;
  readonly message: string;
  /** The value that was sent there, where there is one. */
  readonly sent?: unknown;
}

/** A request, or the mock's answer to it, that departs from the document. Holds no key. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";

  constructor(
    /** Method and path template, or the path as it was sent when the document has none like it. */
    readonly operation: string,
    readonly violations: readonly Violation[],
  ) {
    const told = violations.slice(0, TOLD).map(sentence);
    const more = violations.length - told.length;
    super(`${operation} departs from the document: ${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}`);
  }
}

/** How many violations the message tells; `violations` has all. */
const TOLD = 10;

function sentence({ location, message, sent }: Violation): string {
  return `${location} ${message}${sent === undefined ? "" : `, sent ${JSON.stringify(sent)?.slice(0, 100)}`}`;
}

/** The violations that the mock reports in the body of a problem; none where it reports none. */
export async function reportedViolations(response: Response): Promise<readonly Violation[]> {
  if (response.headers.get("content-type") !== "application/problem+json") return [];
  // An answer that a test has made up may say so, too, and hold anything.
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

/** A violation without the key, which may have been put where it does not belong, such as the query. */
export function withoutKey(violation: Violation, key: string): Violation {
  return JSON.parse(JSON.stringify(violation), (_, value) =>
    typeof value === "string" ? value.replaceAll(key, "[redacted]") : value,
  );
}
