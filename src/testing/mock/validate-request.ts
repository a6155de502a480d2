import type { OpenApiDocument, Schema } from "../document.js";
import type { ResolvedOperation } from "../resolved-operations.js";
import type { Violation } from "../violations.js";
import { decoded, type RawRequest } from "./raw-request.js";
import { type AnyParameter, readParameter } from "./read-parameters.js";
import { type RequestFinders, validateBody } from "./request-body.js";

/** The response to a request that does not match the document: the status and the violations. */
export interface Refusal {
  readonly status: number;
  readonly violations: readonly Violation[];
}

/** Validates a request; undefined if it matches the document. */
export async function validateRequest(
  document: OpenApiDocument,
  operation: ResolvedOperation,
  request: RawRequest,
  finders: RequestFinders,
): Promise<Refusal | undefined> {
  const missing = missingKey(document, operation, request);
  if (missing) return { status: 401, violations: [missing] };
  const { status, violations: inBody } = await validateBody(operation, request, finders);
  const violations = [...validateParameters(document, operation, request, finders), ...inBody];
  if (violations.length === 0) return undefined;
  const documented = [status, 422, 400].find((code) => code && operation.responses[code]);
  return { status: documented ?? status ?? 422, violations };
}

/** Checks only that a key is present. The mock server accepts any key. */
function missingKey(
  document: OpenApiDocument,
  operation: ResolvedOperation,
  request: RawRequest,
): Violation | undefined {
  const alternatives = operation.security ?? document.security ?? [];
  const locations = alternatives.map((schemes) => Object.keys(schemes).map((name) => keyOf(document, name)));
  const given = ([place, name]: readonly [string, string]) =>
    place === "header"
      ? request.headers[name.toLowerCase()] !== undefined
      : (place === "query" ? request.query : request.cookies).some((pair) => pair.name === name);
  const [first] = locations;
  if (!first || locations.some((all) => all.every(given))) return undefined;
  const [place, name] = first.find((one) => !given(one)) ?? ["header", "authorization"];
  return { location: `${place}.${name}`, rule: "security", message: "is missing" };
}

/** The place and name of a security scheme's key. */
function keyOf({ components }: OpenApiDocument, scheme: string): readonly [place: string, name: string] {
  const { type, in: place = "header", name = "authorization" } = components?.securitySchemes?.[scheme] ?? {};
  return type === "apiKey" ? [place, name] : ["header", "authorization"];
}

function validateParameters(
  document: OpenApiDocument,
  { parameters, security = document.security ?? [] }: ResolvedOperation,
  request: RawRequest,
  { text, schemas }: RequestFinders,
): Violation[] {
  const keys = security.flatMap((schemes) => Object.keys(schemes).map((name) => keyOf(document, name)));
  const taken = keys.filter(([place]) => place === "query").map(([, name]) => name);
  const violations = parameters.flatMap((parameter: AnyParameter): Violation[] => {
    const { name, in: place, required, allowEmptyValue } = parameter;
    // These headers are described elsewhere (OpenAPI 3.1, Parameter Object).
    if (place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase())) return [];
    const { value, names } = readParameter(parameter, request, schemas);
    taken.push(...names);
    const missing = { location: place, rule: "required", message: `must have required property '${name}'` };
    if (value === undefined) return required ? [missing] : [];
    // Ajv can convert a text to the schema's type only inside an object.
    const schema = wrapped(parameter);
    if (schema === undefined || (allowEmptyValue && value === "")) return [];
    return text.find(schema, { [name]: value }, place);
  });
  return [...unknownQuery(parameters, request, taken), ...violations];
}

const wrappers = new WeakMap<AnyParameter, Schema>();

/** The schema of an object with the parameter as its property. */
export function wrapped(parameter: AnyParameter): Schema | undefined {
  const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
  if (schema === undefined) return undefined;
  const wrapper = wrappers.get(parameter) ?? { properties: { [parameter.name]: schema } };
  wrappers.set(parameter, wrapper);
  return wrapper;
}

function unknownQuery(
  parameters: readonly AnyParameter[],
  { query }: RawRequest,
  taken: readonly string[],
): Violation[] {
  const there = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const names = [...new Set(query.map(({ name }) => name))].filter((name) => !taken.includes(name));
  return names.map((name) => ({
    location: `query.${name}`,
    rule: "additionalProperties",
    message: there.length > 0 ? `is not a parameter (known: ${there.join(", ")})` : "is not a parameter",
    sent: decoded(query.find((pair) => pair.name === name)?.raw ?? ""),
  }));
}
