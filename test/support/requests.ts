import type { OpenApiDocument } from "../../scripts/openapi/document.js";
import type { ResolvedOperation } from "../../src/testing/resolved-operations.js";
import type { Violation } from "../../src/testing/violations.js";
import { Bodies } from "./bodies.js";
import { Parameters } from "./parameter-values.js";
import type { Sample } from "./samples.js";

type Place = "path" | "query" | "header";
type Params = Readonly<Partial<Record<Place, Readonly<Record<string, unknown>>>>>;
type Parameter = ResolvedOperation["parameters"][number];

/** The parameters and the body of a call. `about`: what is special about them. */
export interface Request {
  readonly about: string;
  readonly params: Params;
  readonly body?: unknown;
}

/** A request that does not match the document, and the expected violations. */
export interface WrongRequest extends Request {
  readonly violations: readonly Violation[];
}

/** The requests of the operations of a document. */
export class Requests {
  /** What the requests do not cover, and why. Filled while requests are made. */
  readonly notTried = new Set<string>();
  readonly #bodies;
  readonly #parameters;
  readonly #made = new Map<ResolvedOperation, Request[]>();

  constructor(document: OpenApiDocument) {
    this.#bodies = new Bodies(document);
    this.#parameters = new Parameters(document);
    for (const name of Object.keys((document as { webhooks?: object }).webhooks ?? {})) {
      this.notTried.add(`the webhook ${name}: the API sends it, the client does not`);
    }
  }

  /**
   * The valid requests of an operation: one for each example, each alternative and each limit of its schemas. Empty if
   * a required part cannot be made.
   */
  of(operation: ResolvedOperation): readonly Request[] {
    const known = this.#made.get(operation) ?? this.#make(operation);
    this.#made.set(operation, known);
    return known;
  }

  #make(operation: ResolvedOperation): Request[] {
    const { operationId: id, callbacks = {} } = operation as ResolvedOperation & { callbacks?: object };
    for (const name of Object.keys(callbacks)) this.notTried.add(`${id}: the callback ${name}: the API sends it`);
    const parameters = operation.parameters.map((one) => ({ one, values: this.#valuesOf(id, one) }));
    const given = parameters.filter(({ values }) => values.length > 0);
    if (parameters.some(({ one, values }) => one.required && this.#parameters.isGiven(one) && values.length === 0))
      return [];
    const fill = (some: typeof given) =>
      some.reduce<Params>((params, { one, values }) => withValue(params, one, values[0]?.value), {});
    const params = fill(given.filter(({ one }) => one.required));
    const all = fill(given);
    const { samples, missing } = this.#bodies.of(operation);
    for (const reason of missing) this.notTried.add(`${id}: the body: ${reason}`);
    const bodies = samples.map(({ about, value }) => ({ about, params, body: value }));
    const [first] = bodies;
    if (!first) return [];
    const others = given.flatMap(({ one, values }) =>
      values.slice(1).map(({ about, value }) => ({
        ...first,
        about: `${one.name}: ${about}`,
        params: withValue(all, one, value),
      })),
    );
    const hasOptional = given.some(({ one }) => !one.required);
    return [...bodies, ...(hasOptional ? [{ ...first, about: "all parameters", params: all }] : []), ...others];
  }

  #valuesOf(id: string, parameter: Parameter): readonly Sample[] {
    const name = `${id}: the ${parameter.in} parameter ${parameter.name}`;
    if (parameter.in === "cookie") this.notTried.add(`${name}: a browser sends cookies, not the client`);
    if (!this.#parameters.isGiven(parameter)) return [];
    const { samples, missing } = this.#parameters.valuesOf(parameter);
    for (const reason of missing) this.notTried.add(`${name}: ${reason}`);
    if (samples.length === 0) this.notTried.add(`${name}: has no value that the client can send`);
    return samples;
  }

  /** Requests with a wrong body. */
  wrongBodies(operation: ResolvedOperation): WrongRequest[] {
    const [request] = this.of(operation);
    if (!request || !operation.requestBody) return [];
    const mutants = this.#bodies.wrong(operation);
    if (!mutants) this.notTried.add(`${operation.operationId}: a wrong body: the mock does not check its media type`);
    const wrong = (mutants ?? []).map(({ value, ...mutant }) => ({ ...request, ...mutant, body: value }));
    const violations = [{ location: "request", rule: "required", message: "body is required" }];
    const none = { ...request, about: "no body", body: undefined, violations };
    return operation.requestBody.required ? [none, ...wrong] : wrong;
  }

  /** Requests with one wrong parameter. */
  wrongParameters(operation: ResolvedOperation): WrongRequest[] {
    const [request] = this.of(operation);
    if (!request) return [];
    return operation.parameters
      .filter((one) => this.#parameters.isGiven(one))
      .flatMap((parameter): WrongRequest[] => {
        const { name, in: place, required } = parameter;
        const wrong = this.#parameters.wrongValuesOf(parameter).map(({ value, ...mutant }) => ({
          ...request,
          ...mutant,
          params: withValue(request.params, parameter, value),
        }));
        if (!required || place === "path") return wrong;
        const violations = [{ location: place, rule: "required", message: `must have required property '${name}'` }];
        const params = withValue(request.params, parameter, undefined);
        return [{ ...request, about: `${name} is missing`, params, violations }, ...wrong];
      });
  }
}

function withValue(params: Params, { in: place, name }: Parameter, value: unknown): Params {
  return { ...params, [place]: { ...params[place as Place], [name]: value } };
}
