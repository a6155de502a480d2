import type { OpenApiDocument, Schema } from "../../scripts/openapi/document.js";
import type { Closing } from "../../src/testing/closed.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import type { Violation } from "../../src/testing/violations.js";

/** Finds the violations of a value against a schema of a document. */
export type Judge = (schema: Schema, value: unknown, place?: string) => Violation[];

/**
 * Validates with Ajv and closed schemas, as the mock server does. `text`: all leaves of the value are text, as in a
 * query.
 */
export function createJudge(document: OpenApiDocument, direction: Closing["direction"], text = false): Judge {
  const finder = new ViolationFinder(document, direction, text);
  // A copy, since Ajv replaces a text by a number.
  return (schema, value, place = "body") => finder.find(schema, text ? structuredClone(value) : value, place);
}
