import type { JsonObject } from "../../openapi/json-value.js";
import type { Operation } from "../document-operations.js";

/** One correction of the document. */
export interface Repair {
  /** The kind of repair, as `undeclared-path-parameter`. */
  readonly name: string;
  /** An operation (`GET /v1/things`), or a JSON pointer into the document. */
  readonly where: string;
  /** What was done. */
  readonly what: string;
}

export interface RepairContext {
  /** The current document. */
  readonly current: JsonObject;
  /** The operation in the current document, also if its path was another one; undefined for a new operation. */
  before(operation: Operation): Operation | undefined;
  /** Adds a repair to the report. */
  report(repair: Repair): void;
}
