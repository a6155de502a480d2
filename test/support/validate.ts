import type { OpenApiDocument, Schema } from "../../scripts/document.js";
import { Validators } from "../../src/testing/mock/validators.js";
import type { Closing } from "../../src/testing/schema.js";
import type { Violation } from "../../src/testing/violations.js";
import { document } from "./document.js";

/** Finds how a value departs from a schema of a document. */
export type Judge = (schema: Schema, value: unknown, place?: string) => Violation[];

/** Judges as the mock does: Ajv, with closed schemas. `text`: the leaves of the value are text, as in a query. */
export function createJudge(document: OpenApiDocument, direction: Closing["direction"], text = false): Judge {
  const validators = new Validators(document, direction, text);
  // Reading text as a number changes the value.
  return (schema, value, place = "body") => validators.of(schema, place)(text ? structuredClone(value) : value, place);
}

const judge = createJudge(document, "response");

/** What is wrong with an answer by a schema of the document, one line for each problem; empty when it is valid. */
export function problemsWith(value: unknown, schema: Schema): string[] {
  return judge(schema, value).map(({ location, rule, message }) => `${location} ${rule}: ${message}`);
}
