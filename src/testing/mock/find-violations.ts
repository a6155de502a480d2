import type { Ajv, ErrorObject } from "ajv";
import { type Closing, closedMembers } from "../closed.js";
import type { OpenApiDocument, Schema } from "../document.js";
import { COMPONENT, unescaped } from "../schema-parts.js";
import { AJV_OPTIONS, type AjvClass, Validators } from "../validators.js";
import type { Violation } from "../violations.js";
import { requireOfPrism } from "./require-of-prism.js";

/** Validates values against the schemas of a document, for requests or for responses. */
export class ViolationFinder {
  readonly #validators: Validators;
  readonly #closing: Closing;

  /** `text`: the values are text, as in a query, and are converted to the schema's types. */
  constructor(document: OpenApiDocument, direction: Closing["direction"], text = false) {
    this.#closing = { schemas: document.components?.schemas ?? {}, direction };
    this.#validators = new Validators(loadAjv(), document, direction, text ? { coerceTypes: "array" } : {});
    (requireOfPrism("ajv-formats").default as (ajv: Ajv) => void)(this.#validators.ajv);
  }

  /** The violations of a value. `place` is the start of each location, such as `body`. */
  find(schema: Schema, value: unknown, place: string): Violation[] {
    const validate = this.#validators.of(schema);
    try {
      return violationsOf(validate(value), place);
    } catch (error) {
      // Endless recursion in the schema or in the value.
      return [{ location: place, rule: "schema", message: `cannot be validated: ${(error as Error).message}` }];
    }
  }

  /**
   * Compiles a schema before it is used.
   *
   * @throws {Error} if that is not possible. The message has its location and the reason.
   */
  compile(schema: Schema, where: string): void {
    named(where, () => this.#validators.of(schema, checkSchema));
  }

  /** Compiles all component schemas. Throws as `compile` does. */
  compileComponents(): void {
    for (const [name, schema] of Object.entries(closedMembers(this.#closing))) {
      const where = COMPONENT + name;
      // Compiling a reference does not check its target.
      named(where, () => checkSchema(schema));
      this.compile({ $ref: COMPONENT + name.replaceAll("~", "~0").replaceAll("/", "~1") }, where);
    }
  }
}

function named(where: string, compile: () => unknown): void {
  try {
    compile();
  } catch (error) {
    throw new Error(`the schema at ${where} cannot be compiled: ${(error as Error).message}`);
  }
}

const loadAjv = (): AjvClass => requireOfPrism("ajv/dist/2020").default;

/** Ajv with the meta-schema, which takes as long to compile as a small document. */
let ofMetaSchema: Ajv | undefined;

/** @throws {Error} if a schema is not valid JSON Schema. */
function checkSchema(schema: Schema): void {
  ofMetaSchema ??= new (loadAjv())(AJV_OPTIONS);
  if (typeof schema !== "object" || ofMetaSchema.validateSchema(schema)) return;
  throw new Error(ofMetaSchema.errorsText(ofMetaSchema.errors));
}

const UNKNOWN = ["additionalProperties", "unevaluatedProperties"];

function violationsOf(errors: readonly ErrorObject[], place: string): Violation[] {
  const lengths = new Map<unknown, number>();
  // Unknown properties first: a misspelt name often explains the other errors.
  const isUnknown = ({ keyword }: ErrorObject) => UNKNOWN.includes(keyword);
  const sorted = [...errors.filter(isUnknown), ...errors.filter((error) => !isUnknown(error))];
  const found = sorted.map((error): Violation => {
    const path = error.instancePath.split("/").slice(1).map(unescaped);
    const location = path.reduce((all, part) => all + (/^\d+$/.test(part) ? `[${part}]` : `.${part}`), place);
    const sent = error.data;
    const length = lengths.get(sent) ?? JSON.stringify(sent)?.length ?? 0;
    lengths.set(sent, length);
    return { location, rule: ruleOf(error), message: messageOf(error), ...(length <= MAX_SENT && { sent }) };
  });
  // Two branches of a combination can report the same violation.
  return [...new Map(found.map((one) => [`${one.location} ${one.rule} ${one.message}`, one])).values()];
}

/** Longer values are left out of a violation: each of their items may have a violation too. */
const MAX_SENT = 1_000;

/** The keyword (`readOnly`, `writeOnly`) that excludes the property, if that is the reason of the error. */
function markerOf({ keyword, parentSchema }: ErrorObject): string | undefined {
  return keyword === "not" ? ["readOnly", "writeOnly"].find((name) => parentSchema?.[name] === true) : undefined;
}

function ruleOf(error: ErrorObject): string {
  return UNKNOWN.includes(error.keyword) ? "additionalProperties" : (markerOf(error) ?? error.keyword);
}

function messageOf(error: ErrorObject): string {
  const { keyword, params, message = "" } = error;
  const marker = markerOf(error);
  if (marker) return `is ${marker} and must not be in a ${marker === "readOnly" ? "request" : "response"}`;
  if (UNKNOWN.includes(keyword)) {
    const name = params.additionalProperty ?? params.unevaluatedProperty;
    return `has an unknown property '${name}'`;
  }
  if (keyword === "enum") return `${message}: ${params.allowedValues.join(", ")}`;
  if (keyword === "const") return `${message}: ${JSON.stringify(params.allowedValue)}`;
  return message;
}
