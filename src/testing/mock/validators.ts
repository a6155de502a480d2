import type { AnySchema, ErrorObject, ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { type Closing, closed, closedMembers, DOCUMENT_ID } from "../closed.js";
import type { OpenApiDocument, Schema } from "../document.js";
import { partsOf, unescaped } from "../schema-parts.js";
import type { Violation } from "../violations.js";
import { requireOfPrism } from "./require-of-prism.js";

/** Validates a value. `place` is the start of each location, such as `body`. */
export type Validate = (value: unknown, place: string) => Violation[];

/** Compiles closed schemas for requests or for responses. */
export class Validators {
  readonly #ajv: Ajv2020;
  readonly #closing: Closing;
  readonly #compiled = new Map<Schema, Validate>();

  /** `text`: the values are text, as in a query, and are converted to the schema's types. */
  constructor(document: OpenApiDocument, direction: Closing["direction"], text = false) {
    const schemas = document.components?.schemas ?? {};
    this.#closing = { schemas, direction };
    // Not strict: documents contain OpenAPI keywords and vendor extensions.
    const options = {
      strict: false,
      allErrors: true,
      verbose: true,
      logger: false,
      code: { optimize: false },
    } as const;
    const { default: Ajv } = requireOfPrism("ajv/dist/2020") as typeof import("ajv/dist/2020.js");
    this.#ajv = new Ajv({ ...options, ...(text && { coerceTypes: "array" }) });
    (requireOfPrism("ajv-formats").default as (ajv: Ajv2020) => void)(this.#ajv);
    const components = { ...document.components, schemas: closedMembers(this.#closing) };
    this.#ajv.addSchema({ ...document, $id: DOCUMENT_ID, components } as AnySchema, undefined, undefined, false);
  }

  /**
   * Compiles a schema once.
   *
   * @throws {Error} if the schema cannot be compiled. The message has its location and the reason.
   */
  of(schema: Schema, where: string): Validate {
    const known = this.#compiled.get(schema);
    if (known) return known;
    const compiled = this.#compile(closed(schema, this.#closing), where);
    const { schemas } = this.#closing;
    const validate: Validate = (value, place) => {
      try {
        if (compiled(value)) return [];
      } catch (error) {
        // Endless recursion in the schema or in the value.
        return [{ location: place, rule: "schema", message: `cannot be validated: ${(error as Error).message}` }];
      }
      return violationsOf(compiled.errors ?? [], place, schemas);
    };
    this.#compiled.set(schema, validate);
    return validate;
  }

  /** Compiles all component schemas. */
  compileComponents(): void {
    for (const [name, schema] of Object.entries(closedMembers(this.#closing))) {
      const where = `#/components/schemas/${name}`;
      if (typeof schema === "object") this.#check(schema, where);
      this.of({ $ref: `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` }, where);
    }
  }

  #compile(schema: Schema, where: string): ValidateFunction {
    try {
      return this.#ajv.compile(schema);
    } catch (error) {
      throw new Error(`the schema at ${where} cannot be compiled: ${(error as Error).message}`);
    }
  }

  /** Validates a component schema against the meta-schema. Compiling does that only for the compiled schema itself. */
  #check(schema: Schema, where: string): void {
    if (this.#ajv.validateSchema(schema)) return;
    throw new Error(`the schema at ${where} cannot be compiled: ${this.#ajv.errorsText(this.#ajv.errors)}`);
  }
}

const UNKNOWN = ["additionalProperties", "unevaluatedProperties"];

function violationsOf(errors: readonly ErrorObject[], place: string, schemas: Closing["schemas"]): Violation[] {
  const others = errors.filter(({ keyword }) => keyword !== "unevaluatedProperties");
  // When a combination fails, Ajv also reports its known properties as unevaluated. Drop these errors.
  const relevant = errors.filter(({ keyword, instancePath, params, parentSchema = {} }) => {
    if (keyword !== "unevaluatedProperties") return true;
    const isDescribed = Object.hasOwn(partsOf(parentSchema, schemas).properties, params.unevaluatedProperty);
    return !isDescribed || !others.some((other) => `${other.instancePath}/`.startsWith(`${instancePath}/`));
  });
  const lengths = new Map<unknown, number>();
  // Unknown properties first: a misspelt name often explains the other errors.
  const isUnknown = ({ keyword }: ErrorObject) => UNKNOWN.includes(keyword);
  const sorted = [...relevant.filter(isUnknown), ...relevant.filter((error) => !isUnknown(error))];
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
