import type { Ajv as AnyAjv, AnySchema, ErrorObject, Options, ValidateFunction } from "ajv";
import { type Closing, closed, closedMembers, DOCUMENT_ID } from "./closed.js";
import type { OpenApiDocument, Schema } from "./document.js";
import { partsOf } from "./schema-parts.js";

/** The class of Ajv for JSON Schema 2020-12. The mock server and `verifyLive` load it from different places. */
export type AjvClass = typeof import("ajv/dist/2020.js").Ajv2020;

/** Returns the errors of a value; empty if it is valid. */
export type Validate = (value: unknown) => readonly ErrorObject[];

/**
 * The settings of every Ajv here. Not strict: documents contain OpenAPI keywords and vendor extensions. No optimization,
 * which takes longer than the validation.
 */
export const AJV_OPTIONS: Options = {
  strict: false,
  allErrors: true,
  verbose: true,
  logger: false,
  code: { optimize: false },
};

/** Compiles the schemas of a document for requests or for responses, with unknown properties as errors. */
export class Validators {
  readonly ajv: AnyAjv;
  readonly #closing: Closing;
  readonly #compiled = new Map<Schema, Validate>();

  /** Checks no schema: the mock server does so once for all its validators. */
  constructor(Ajv: AjvClass, document: OpenApiDocument, direction: Closing["direction"], options: Options = {}) {
    this.#closing = { schemas: document.components?.schemas ?? {}, direction };
    this.ajv = new Ajv({ ...AJV_OPTIONS, meta: false, validateSchema: false, ...options });
    const components = { ...document.components, schemas: closedMembers(this.#closing) };
    this.ajv.addSchema({ ...document, $id: DOCUMENT_ID, components } as AnySchema);
  }

  /**
   * Compiles a schema once.
   *
   * @param check is called before, with the closed schema.
   * @throws {Error} if the schema cannot be compiled.
   */
  of(schema: Schema, check?: (closed: Schema) => void): Validate {
    const known = this.#compiled.get(schema);
    if (known) return known;
    const own = closed(schema, this.#closing);
    check?.(own);
    const compiled = this.ajv.compile(own);
    const validate: Validate = (value) => (compiled(value) ? [] : relevant(compiled, this.#closing.schemas));
    this.#compiled.set(schema, validate);
    return validate;
  }
}

/**
 * The errors, without the known properties that Ajv also reports as unevaluated when a combination fails, or a value
 * below.
 */
function relevant({ errors }: ValidateFunction, schemas: Closing["schemas"]): ErrorObject[] {
  const all = errors ?? [];
  const isKnown = ({ keyword, params, parentSchema = {} }: ErrorObject) =>
    keyword === "unevaluatedProperties" &&
    Object.hasOwn(partsOf(parentSchema, schemas).properties, params.unevaluatedProperty);
  const others = all.filter((error) => !isKnown(error));
  const hasReason = ({ instancePath }: ErrorObject) =>
    others.some((other) => `${other.instancePath}/`.startsWith(`${instancePath}/`));
  return all.filter((error) => !isKnown(error) || !hasReason(error));
}
