import type { ApiError } from "../../src/index.js";
import type { Violation } from "../../src/testing/index.js";

/** The violations in the mock server's response. */
export function violationsOf({ body }: ApiError): readonly Violation[] {
  return (body as { violations?: readonly Violation[] } | undefined)?.violations ?? [];
}

/** Whether an error body is from Prism, and not from the document. */
export function isPrismProblem(body: unknown): boolean {
  return String((body as { type?: unknown } | undefined)?.type).startsWith("https://stoplight.io/prism/errors#");
}
