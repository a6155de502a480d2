import type { MediaType, Schema } from "../../scripts/document.js";
import { JSON_TYPE } from "../../src/testing/mock/body.js";
import { essenceOf, type MockedOperation } from "../../src/testing/mock/operations.js";
import { partsOf } from "../../src/testing/schema.js";
import type { Violation } from "../../src/testing/violations.js";
import { document, examplesOf } from "./document.js";
import { literalsOf, type Mutant, mutantsOf } from "./mutations.js";
import { reachableFrom } from "./narrow.js";
import { notTried } from "./not-tried.js";
import { asText, isGiven, kindOf, valuesOf, wrongValuesOf } from "./parameters.js";
import { createSampler, type Sample } from "./samples.js";
import { createJudge } from "./validate.js";

type Place = "path" | "query" | "header";
type Params = Readonly<Partial<Record<Place, Readonly<Record<string, unknown>>>>>;

/** What a call of an operation takes, and what is particular about it. */
export interface Request {
  readonly about: string;
  readonly params: Params;
  readonly body?: unknown;
}

/** A request that departs from the document, and how. */
export interface WrongRequest extends Request {
  readonly violations: readonly Violation[];
}

const schemas = document.components?.schemas ?? {};
const sampler = createSampler(document);
const typed = createJudge(document, "request");
const text = createJudge(document, "request", true);
const made = new Map<MockedOperation, Request[]>();

/**
 * The valid requests of an operation: one for each example, each alternative and each limit of its schemas. None if a
 * required part of it cannot be made.
 */
export function requestsOf(operation: MockedOperation): Request[] {
  const known = made.get(operation) ?? makeRequests(operation);
  made.set(operation, known);
  return known;
}

function makeRequests(operation: MockedOperation): Request[] {
  const parameters = operation.parameters.map((parameter) => ({
    ...parameter,
    values: samplesOf(operation, parameter),
  }));
  const given = parameters.filter(({ values }) => values.length > 0);
  if (parameters.some((one) => one.required && isGiven(one) && one.values.length === 0)) return [];
  const put = (params: Params, { in: place, name }: (typeof given)[number], value: unknown): Params => ({
    ...params,
    [place]: { ...params[place as Place], [name]: value },
  });
  const fill = (some: typeof given) =>
    some.reduce((params, one) => put(params, one, one.values[0]?.value), {} as Params);
  const params = fill(given.filter(({ required }) => required));
  const all = fill(given);
  const bodies = bodiesOf(operation).map(({ about, value }) => ({ about, params, body: value }));
  const [first] = bodies;
  if (!first) return [];
  const others = given.flatMap((parameter) =>
    parameter.values.slice(1).map(({ about, value }) => ({
      ...first,
      about: `${parameter.name}: ${about}`,
      params: put(all, parameter, value),
    })),
  );
  const optional = given.some(({ required }) => !required) ? [{ ...first, about: "all parameters", params: all }] : [];
  return [...bodies, ...optional, ...others];
}

function samplesOf({ operationId }: MockedOperation, parameter: MockedOperation["parameters"][number]) {
  const name = `${operationId}: the ${parameter.in} parameter ${parameter.name}`;
  if (parameter.in === "cookie") notTried.add(`${name}: a browser sends cookies, not the client`);
  if (!isGiven(parameter)) return [];
  const { samples, missing } = valuesOf(parameter);
  for (const reason of missing) notTried.add(`${name}: ${reason}`);
  if (samples.length === 0) notTried.add(`${name}: has no value that the client can send`);
  return samples;
}

/** How the client writes a body, from its media type. */
type Format = "json" | "form" | "text" | "bytes";

function bodyOf({ requestBody }: MockedOperation): (MediaType & { type: string; format: Format }) | undefined {
  const content = Object.entries(requestBody?.content ?? {});
  const [type, media] = content.find(([name]) => JSON_TYPE.test(name)) ?? content[0] ?? [];
  if (type === undefined) return undefined;
  const essence = essenceOf(type);
  const isForm = essence === "multipart/form-data" || essence === "application/x-www-form-urlencoded";
  const isText = essence.startsWith("text/") || /json(l|-seq)$/.test(essence);
  const format = JSON_TYPE.test(type) ? "json" : isForm ? "form" : isText ? "text" : "bytes";
  return { ...media, type, format };
}

function bodiesOf(operation: MockedOperation): Sample[] {
  const body = bodyOf(operation);
  if (!body) return [{ about: "the required parameters", value: undefined }];
  const { type, format, schema } = body;
  if (format === "bytes") return [{ about: type, value: new Blob(["RIFF"], { type }) }];
  const { samples, missing } = sampler(schema ?? {});
  for (const reason of missing) notTried.add(`${operation.operationId}: the body: ${reason}`);
  const examples = examplesOf(body).map(([name, value]) => ({ about: `the example ${name}`, value }));
  const values = [...examples, ...samples].filter(({ value }) => canWrite(format, value));
  if (values.length === 0)
    notTried.add(`${operation.operationId}: the body: has no valid value that ${type} can write`);
  const none = operation.requestBody?.required ? [] : [{ about: "no body", value: undefined }];
  return [...values.map(({ about, value }) => ({ about, value: sent(body, value) })), ...none];
}

/** A value as the client takes it: the files of a form are Blobs. */
function sent({ format, schema }: { format: Format; schema?: Schema }, value: unknown): unknown {
  if (format !== "form") return value;
  const { properties } = partsOf(schema, schemas);
  const isFile = (name: string) =>
    properties[name]?.format === "binary" || "contentMediaType" in (properties[name] ?? {});
  const entries = Object.entries(value as object);
  return Object.fromEntries(entries.map(([name, one]) => [name, isFile(name) ? new Blob([String(one)]) : one]));
}

/** The requests of an operation that are wrong in their body: each is a valid one, changed in one place. */
export function wrongBodiesOf(operation: MockedOperation): WrongRequest[] {
  const [request] = requestsOf(operation);
  const body = bodyOf(operation);
  if (!request || !body) return [];
  const missing = { location: "request", rule: "required", message: "body is required" };
  const none = { ...request, about: "no body", body: undefined, violations: [missing] };
  const { schema, format, type } = body;
  const isJudged = schema && format !== "bytes" && (format !== "text" || type.startsWith("text/"));
  if (!isJudged) notTried.add(`${operation.operationId}: a wrong body: nothing of ${type} is judged`);
  const mutants = isJudged ? mutantsOfBody(schema, format) : [];
  const wrong = mutants.map(({ value, ...mutant }) => ({ ...request, ...mutant, body: sent(body, value) }));
  return operation.requestBody?.required ? [none, ...wrong] : wrong;
}

function mutantsOfBody(schema: Schema, format: Format): Mutant[] {
  const values = sampler(schema).samples.map(({ value }) => value);
  const judge = (value: unknown) => {
    if (!canWrite(format, value, values)) return [];
    return format === "form" ? text(schema, asText(value)) : typed(schema, value);
  };
  return mutantsOf(values, judge, literalsOf(reachableFrom(document, schema)));
}

/** Whether a body can have a value, and the server can tell it from others. `like` are values that it can have. */
function canWrite(format: Format, value: unknown, like: readonly unknown[] = []): boolean {
  if (format === "json") return value !== undefined;
  if (format === "text") return typeof value === "string" && value !== "";
  if (kindOf(value) !== "object" || Object.keys(value as object).length === 0) return false;
  return Object.entries(value as object).every(([name, field]) => {
    const fields = like.map((one) => Object(one)[name]).filter((one) => one !== undefined);
    const shape = shapeOf(field);
    return shape !== undefined && (fields.length === 0 || fields.map(shapeOf).includes(shape));
  });
}

/** How a form writes a field; undefined where it leaves it out, or writes it as it writes others. */
function shapeOf(field: unknown): string | undefined {
  if (!Array.isArray(field)) return field === null || field === "" ? undefined : kindOf(field);
  const shapes = new Set(field.map(shapeOf));
  const [shape] = shapes;
  return shapes.size === 1 && shape !== undefined && !shape.startsWith("list") ? `list of ${shape}` : undefined;
}

/** The requests of an operation that are wrong in one parameter. */
export function wrongParametersOf(operation: MockedOperation): WrongRequest[] {
  const [request] = requestsOf(operation);
  if (!request) return [];
  return operation.parameters.filter(isGiven).flatMap((parameter) => {
    const place = parameter.in as Place;
    const { [parameter.name]: _, ...others } = request.params[place] ?? {};
    const mutants = wrongValuesOf(parameter).map(({ value, ...mutant }) => ({
      ...request,
      ...mutant,
      params: { ...request.params, [place]: { ...others, [parameter.name]: value } },
    }));
    if (!parameter.required || place === "path") return mutants;
    const violations = [
      { location: place, rule: "required", message: `must have required property '${parameter.name}'` },
    ];
    const missing = { ...request, about: "nothing", params: { ...request.params, [place]: others }, violations };
    return [missing, ...mutants];
  });
}
