/** An operation as people and code know it. */
export interface OperationRef {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  readonly operationId: string | undefined;
}

/** One thing that differs between two versions of the document. */
export interface Change {
  /** A readable place: `body.names`, `response 200: data.items[].id`, `path parameter thingId`. */
  readonly where: string;
  /** One plain sentence without its subject, which is the place: `is required now`. */
  readonly what: string;
  /** Whether a caller of the current version can fail to compile, be refused, or get something else. */
  readonly breaking: boolean;
  /** Who rates it so: `redocly diff`, or this project where redocly rates it as harmless or does not see it. */
  readonly source: "redocly diff" | "own rule";
  /** The place in a schema under components, as `ConnectorResponse.name`. It is the same for all operations concerned. */
  readonly schema?: string;
  /** Whether something has come that a caller can use. */
  readonly adds?: boolean;
}

export interface ChangedOperation {
  readonly operation: OperationRef;
  readonly changes: Change[];
}

export interface MovedOperation {
  readonly method: string;
  readonly from: string;
  readonly to: string;
  readonly operationId: string | undefined;
}

/** What differs between two versions of the document, words aside. */
export interface Comparison {
  /** `info.version` of the current document. */
  readonly from: string;
  /** `info.version` of the next one. */
  readonly to: string;
  /** Origins outside of the domain to which the API key is sent today. */
  readonly destinations: readonly string[];
  readonly regions: { readonly added: string[]; readonly removed: string[] };
  readonly added: OperationRef[];
  readonly removed: OperationRef[];
  /** A moved operation breaks its callers, who name it by its path. */
  readonly moved: MovedOperation[];
  /** Every operation touched, in the order of the next document; one that has moved stands at its new path. */
  readonly changed: ChangedOperation[];
  /** What is not of one operation. */
  readonly general: Change[];
  readonly breaking: boolean;
}
