/** Requests and validation for the shipped document. */
import type { Schema } from "../../scripts/openapi/document.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import type { ResolvedOperation } from "../../src/testing/resolved-operations.js";
import { type Request, Requests } from "./requests.js";
import { document } from "./shipped-document.js";

/** The requests for the shipped document. */
export const shipped = new Requests(document);

/** The valid requests of an operation. */
export function requestsOf(operation: ResolvedOperation): readonly Request[] {
  return shipped.of(operation);
}

const finder = new ViolationFinder(document, "response");

/** The violations of a response body, one line each. */
export function problemsWith(value: unknown, schema: Schema): string[] {
  return finder.find(schema, value, "body").map(({ location, rule, message }) => `${location} ${rule}: ${message}`);
}
