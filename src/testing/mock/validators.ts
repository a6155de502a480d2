import { createRequire } from "node:module";
import type { AnySchema, ErrorObject, ValidateFunction } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { type Closing, closed, closedMembers, DOCUMENT_ID } from "../closed.js";
import type { OpenApiDocument, Schema } from "../document.js";
import { partsOf, unescaped } from "../schema.js";
import type { Violation } from "../violations.js";

/** Finds how a value departs from a schema; `place` is where the value stands, such as `body`. */
export type Validate = (value: unknown, place: string) => Violation[];

/** Requires what Prism itself depends on, wherever the package manager has put that. */
export const requireOfPrism = (name: string) => {
  const own = createRequire(import.meta.url);
  return createRequire(own.resolve("@stoplight/prism-http"))(name);
};

/** Compiles the schemas of one direction, closed. */
export class Validators {
  readonly #ajv: Ajv2020;
  readonly #closing: Closing;
  readonly #compiled = new Map<Schema, Validate>();

  /** `text`: the values are text, as in a query, and are read as the types of the schema. */
  constructor(document: OpenApiDocument, direction: Closing["direction"], text = false) {
    const schemas = document.components?.schemas ?? {};
    this.#closing = { schemas, direction };
    // Not strict: vendors write keywords of OpenAPI and of their own.
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
   * @throws {Error} that says where the schema stands, and why it cannot be compiled.
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
        // A recursion without end, in the schema or in the value.
        return [{ location: place, rule: "schema", message: `cannot be validated: ${(error as Error).message}` }];
      }
      return violationsOf(compiled.errors ?? [], place, schemas);
    };
    this.#compiled.set(schema, validate);
    return validate;
  }

  /** Compiles the schemas of the components. */
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

  /** Holds a schema that others refer to against the meta-schema, which compiling does for their own only. */
  #check(schema: Schema, where: string): void {
    if (this.#ajv.validateSchema(schema)) return;
    throw new Error(`the schema at ${where} cannot be compiled: ${this.#ajv.errorsText(this.#ajv.errors)}`);
  }
}

const UNKNOWN = ["additionalProperties", "unevaluatedProperties"];

function violationsOf(errors: readonly ErrorObject[], place: string, schemas: Closing["schemas"]): Violation[] {
  const others = errors.filter(({ keyword }) => keyword !== "unevaluatedProperties");
  // Where a combination fails, the properties that it describes have not been evaluated. The failure says why.
  const told = errors.filter(({ keyword, instancePath, params, parentSchema = {} }) => {
    if (keyword !== "unevaluatedProperties") return true;
    const isDescribed = Object.hasOwn(partsOf(parentSchema, schemas).properties, params.unevaluatedProperty);
    return !isDescribed || !others.some((other) => `${other.instancePath}/`.startsWith(`${instancePath}/`));
  });
  const lengths = new Map<unknown, number>();
  // A misspelt name says most.
  const isUnknown = ({ keyword }: ErrorObject) => UNKNOWN.includes(keyword);
  const sorted = [...told.filter(isUnknown), ...told.filter((error) => !isUnknown(error))];
  const found = sorted.map((error): Violation => {
    const path = error.instancePath.split("/").slice(1).map(unescaped);
    const location = path.reduce((all, part) => all + (/^\d+$/.test(part) ? `[${part}]` : `.${part}`), place);
    const sent = error.data;
    const length = lengths.get(sent) ?? JSON.stringify(sent)?.length ?? 0;
    lengths.set(sent, length);
    return { location, rule: ruleOf(error), message: messageOf(error), ...(length <= MAX_SENT && { sent }) };
  });
  // Two branches of a combination may find the same.
  return [...new Map(found.map((one) => [`${one.location} ${one.rule} ${one.message}`, one])).values()];
}

/** Longer values are not repeated: there may be a violation for each of their items. */
const MAX_SENT = 1_000;

/** The keyword that a property with no place in the direction has been marked with. */
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
