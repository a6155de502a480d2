/** Valid and wrong values for parameters that the client can send. */
import type { OpenApiDocument } from "../../scripts/openapi/document.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import type { AnyParameter } from "../../src/testing/mock/read-parameters.js";
import { wrapped } from "../../src/testing/mock/validate-request.js";
import { type Mutant, mutantsOf } from "./mutations.js";
import { createSampler, type Samples } from "./samples.js";

/** Header parameters that OpenAPI ignores (OpenAPI 3.1, Parameter Object). */
const NOT_PARAMETERS = ["accept", "content-type", "authorization"];

interface Examples {
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** The values of the parameters of a document. */
export class Parameters {
  readonly #sampler;
  readonly #finder;
  readonly #reserved: readonly string[];

  constructor(document: OpenApiDocument) {
    const keys = Object.values(document.components?.securitySchemes ?? {}).map(({ name = "" }) => name.toLowerCase());
    this.#reserved = [...NOT_PARAMETERS, ...keys];
    this.#sampler = createSampler(document);
    this.#finder = new ViolationFinder(document, "request", true);
  }

  /** Whether the caller gives the parameter. The client sets the key itself. */
  isGiven({ in: place, name }: AnyParameter): boolean {
    return place !== "cookie" && !(place === "header" && this.#reserved.includes(name.toLowerCase()));
  }

  /** Valid values that can be sent. Examples of the document come first. */
  valuesOf(parameter: AnyParameter): Samples {
    const { example, examples = {}, schema, content = {} } = parameter as AnyParameter & Examples;
    const made = this.#sampler(schema ?? Object.values(content)[0]?.schema ?? { type: "string" });
    const given = [example, ...Object.values(examples).map(({ value }) => value)].filter(
      (value) => value !== undefined,
    );
    // A generated text without limits can be empty.
    const some = made.samples.some(({ value }) => value === "") ? [{ about: "any text", value: "sample" }] : [];
    const all = [...given.map((value) => ({ about: "the example", value })), ...made.samples, ...some];
    const samples = all.filter(
      ({ value }) => canSend(parameter, value) && this.#violationsOf(parameter, value).length === 0,
    );
    return { ...made, samples };
  }

  /** Wrong values that the server can recognise as wrong: URLs and headers contain only text. */
  wrongValuesOf(parameter: AnyParameter): Mutant[] {
    const values = this.valuesOf(parameter).samples.map(({ value }) => value);
    const { style = "form", explode = style === "form", content, in: place, allowEmptyValue } = parameter;
    const kind = kindOf(values[0]);
    const isRepeatable = place === "query" && style === "form" && explode && !content && kind === "text";
    const twice = isRepeatable ? [[values[0], values[0]]] : [];
    const violationsOf = (value: unknown) => {
      const isSame = kindOf(value) === kind || twice.includes(value as unknown[]);
      if (!isSame || !canSend(parameter, value) || (value === "" && allowEmptyValue)) return [];
      return this.#violationsOf(parameter, value);
    };
    return mutantsOf(values, violationsOf, twice);
  }

  #violationsOf(parameter: AnyParameter, value: unknown) {
    // A copy, since Ajv converts it.
    const sent = parameter.content ? structuredClone(value) : asText(value);
    return this.#finder.find(wrapped(parameter) ?? {}, { [parameter.name]: sent }, parameter.in);
  }
}

/** Converts all leaves of a value to text, as the server receives them. */
export function asText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, leaf) => (typeof leaf === "object" ? leaf : String(leaf)));
}

export function kindOf(value: unknown): "list" | "object" | "text" {
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "object" : "text";
}

/** Delimiters between the values of a list or an object. */
const PART = /^[\w.:+/@-]+$/;

/** Whether the client can send a value, and the server can tell it from other values. */
function canSend({ in: place, content }: AnyParameter, value: unknown): boolean {
  if (content) return value !== undefined;
  if (kindOf(value) !== "text") {
    const parts = Object.values(value as object);
    return parts.length > 0 && parts.every((part) => kindOf(part) === "text" && PART.test(part ?? ""));
  }
  if (value === null || value === undefined) return false;
  if (place === "path") return PART.test(String(value)) && !/^\.+$/.test(String(value));
  // HTTP removes spaces around the value of a header.
  return place === "query" || /^[!-~]([ -~]*[!-~])?$/.test(String(value));
}
