/** Requests and validation for the shipped document. */
import type { Schema } from "../../scripts/openapi/document.js";
import type { ResolvedOperation } from "../../src/testing/resolved-operations.js";
import { type Request, Requests } from "./requests.js";
import { document } from "./shipped-document.js";
import { createJudge } from "./validate.js";

/** The requests for the shipped document. */
export const shipped = new Requests(document);

/** The valid requests of an operation. */
export function requestsOf(operation: ResolvedOperation): readonly Request[] {
  return shipped.of(operation);
}

const judge = createJudge(document, "response");

/** The violations of a response body, one line each. */
export function problemsWith(value: unknown, schema: Schema): string[] {
  return judge(schema, value).map(({ location, rule, message }) => `${location} ${rule}: ${message}`);
}
