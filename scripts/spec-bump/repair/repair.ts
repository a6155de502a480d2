import type { JsonObject } from "../json.js";
import type { Operation } from "../operations.js";

/** One thing that was put right. */
export interface Repair {
  /** Which kind of repair it is: `undeclared-path-parameter`, `nullable`, … */
  readonly name: string;
  /** An operation (`GET /v1/things`), or a JSONPath into the document. */
  readonly where: string;
  /** What was done, in a few words. */
  readonly what: string;
}

/** What a repair goes by, beside the document itself. */
export interface Given {
  readonly current: JsonObject;
  /** What an operation was in the current document, at the same place or before it moved; undefined when it is new. */
  before(operation: Operation): Operation | undefined;
  /** Takes down a repair. */
  report(repair: Repair): void;
}
