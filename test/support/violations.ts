import type { ApiError } from "../../src/index.js";

/** One thing that Prism finds wrong with a request: where, and which keyword of the schema it violates. */
export interface Violation {
  readonly location: readonly string[];
  readonly code: string;
  readonly message: string;
}

/**
 * Why Prism refused a request. It says so in the header `sl-violations` where the document describes a 400 (the body is
 * then the document's), and in the body of a problem of its own where it does not.
 */
export function violationsOf({ headers, body }: ApiError): Violation[] {
  const header = headers.get("sl-violations");
  if (header !== null) {
    const violations = JSON.parse(header) as Violation[];
    return violations.map((violation) => ({ ...violation, location: violation.location.slice(1) }));
  }
  const { validation = [] } = (body ?? {}) as { validation?: (Omit<Violation, "location"> & Partial<Violation>)[] };
  // Prism gives no location for what concerns the whole request.
  return validation.map((violation) => ({ ...violation, location: violation.location ?? [] }));
}

/** Whether Prism itself made up an error because the document has none for it. */
export function isPrismProblem(body: unknown): boolean {
  return String((body as { type?: unknown } | undefined)?.type).startsWith("https://stoplight.io/prism/errors#");
}
