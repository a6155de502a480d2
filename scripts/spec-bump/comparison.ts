import type { Move } from "./moves.js";

/** An operation as people and code know it. */
export interface OperationRef {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
}

/** One difference between two versions of the document. */
export interface Change {
  /**
   * The place in words: `body.names`, `response 200: data.items[].id`, `path parameter thingId`. In a shared schema,
   * the place is the same for all operations that use the schema: `ConnectorResponse.name`.
   */
  readonly where: string;
  /** What has changed there: `is required now`, or a sentence of Redocly. */
  readonly what: string;
  /** Whether a call of the current version may no longer compile, be refused, or get another response. */
  readonly breaking: boolean;
  /** Whether callers can use something new. */
  readonly adds?: boolean;
}

/** A change, with the JSON pointers to it in the two documents. */
export interface Finding extends Change {
  readonly at: readonly string[];
}

export interface ChangedOperation {
  readonly operation: OperationRef;
  readonly changes: Change[];
}

export interface MovedOperation extends Move {
  readonly operationId: string | undefined;
}

/** The differences between two versions of the document, without descriptions and examples. */
export interface Comparison {
  /** `info.version` of the current document. */
  readonly from: string;
  /** `info.version` of the next document. */
  readonly to: string;
  /** Origins outside the domain to which the client sends the API key today. */
  readonly destinations: readonly string[];
  readonly regions: { readonly added: string[]; readonly removed: string[] };
  readonly added: OperationRef[];
  readonly removed: OperationRef[];
  /** A move breaks the callers, who name an operation by its path. */
  readonly moved: MovedOperation[];
  /** All changed operations, in the order of the next document and under its paths. */
  readonly changed: ChangedOperation[];
  /** Changes that belong to no operation. */
  readonly general: Change[];
  readonly breaking: boolean;
}
