/** The requests and the answers of the shipped document. */
import type { Schema } from "../../scripts/document.js";
import type { MockedOperation } from "../../src/testing/mock/operations.js";
import { document } from "./document.js";
import { type Request, Requests } from "./requests.js";
import { createJudge } from "./validate.js";

/** The requests of the operations of the shipped document. */
export const shipped = new Requests(document);

/** The valid requests of an operation of the shipped document. */
export function requestsOf(operation: MockedOperation): readonly Request[] {
  return shipped.of(operation);
}

const judge = createJudge(document, "response");

/** What is wrong with an answer by a schema of the shipped document, one line for each problem; empty when it is valid. */
export function problemsWith(value: unknown, schema: Schema): string[] {
  return judge(schema, value).map(({ location, rule, message }) => `${location} ${rule}: ${message}`);
}
