import type { OpenApiDocument, Schema } from "../../scripts/document.js";
import type { Closing } from "../../src/testing/closed.js";
import { Validators } from "../../src/testing/mock/validators.js";
import type { Violation } from "../../src/testing/violations.js";

/** Finds how a value departs from a schema of a document. */
export type Judge = (schema: Schema, value: unknown, place?: string) => Violation[];

/** Judges as the mock does: Ajv, with closed schemas. `text`: the leaves of the value are text, as in a query. */
export function createJudge(document: OpenApiDocument, direction: Closing["direction"], text = false): Judge {
  const validators = new Validators(document, direction, text);
  // Reading text as a number changes the value.
  return (schema, value, place = "body") => validators.of(schema, place)(text ? structuredClone(value) : value, place);
}
