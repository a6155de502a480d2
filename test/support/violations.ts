import type { ApiError } from "../../src/index.js";
import type { Violation as Reported } from "../../src/testing/violations.js";

/** One thing that the mock finds wrong with a request: where, and which keyword of the schema it violates. */
export interface Violation {
  readonly location: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** Why the mock refused a request, as it says in the body of its answer. */
export function violationsOf({ body }: ApiError): Violation[] {
  const { violations = [] } = Object(body) as { violations?: Reported[] };
  return violations.map(({ location, rule, message }) => ({ location: pathOf(location), code: rule, message }));
}

/** `body.list[2]` as a path; what concerns the whole request has none. */
function pathOf(location: string): string[] {
  return location === "request" ? [] : location.replaceAll("[", ".").replaceAll("]", "").split(".");
}

/** Whether Prism itself made up an error because the document has none for it. */
export function isPrismProblem(body: unknown): boolean {
  return String((body as { type?: unknown } | undefined)?.type).startsWith("https://stoplight.io/prism/errors#");
}
