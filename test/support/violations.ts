import type { ApiError } from "../../src/index.js";
import type { Violation } from "../../src/testing/index.js";

/** Why the mock refused a request: it says so in the body of its answer. */
export function violationsOf({ body }: ApiError): readonly Violation[] {
  return (body as { violations?: readonly Violation[] } | undefined)?.violations ?? [];
}

/** Whether Prism itself made up an error because the document has none for it. */
export function isPrismProblem(body: unknown): boolean {
  return String((body as { type?: unknown } | undefined)?.type).startsWith("https://stoplight.io/prism/errors#");
}
