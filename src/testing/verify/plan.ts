import type { OpenApiDocument, Parameter, Schema } from "../document.js";
import { JSON_TYPE } from "../json-text.js";
import type { ResolvedOperation } from "../resolved-operations.js";
import { partsOf } from "../schema-parts.js";
import type { KnownValues, Values } from "./known-values.js";

/** The parameters and body of one call. */
export interface PlannedCall {
  readonly path: Values;
  readonly query: Values;
  readonly body: unknown;
}

/** An operation to call: with required parameters only, or with optional parameters too. */
export interface Task {
  readonly operation: ResolvedOperation;
  readonly optional: boolean;
}

/** The maximum number of calls for one task: an agent may have a thousand numbers. */
const MAX_CALLS = 5;

/** The operations that only read. Lists come first, because items need their ids; operations with a body come last. */
export function tasksOf(operations: readonly ResolvedOperation[]): Task[] {
  const reading = operations
    .filter((operation) => operation.method === "GET" || operation["x-safe"] === true)
    .map((operation) => ({ operation, depth: inPath(operation).length + (operation.requestBody ? 100 : 0) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ operation }) => operation);
  const more = reading.filter(({ parameters }) => parameters.some((one) => one.in === "query" && !one.required));
  return [...reading.map((operation) => ({ operation, optional: false })), ...optionally(more)];
}

function optionally(operations: readonly ResolvedOperation[]): Task[] {
  return operations.map((operation) => ({ operation, optional: true }));
}

/** The calls of a task, or the name of the first parameter without a known value. */
export function plan(task: Task, given: Values, known: KnownValues, document: OpenApiDocument): PlannedCall[] | string {
  const { operation, optional } = task;
  let calls: PlannedCall[] = [{ path: given, query: {}, body: undefined }];
  for (const one of inPath(operation)) {
    if (one.name in given) continue;
    calls = calls.flatMap((call) => fill(call, "path", one.name, choose(known, one, call)));
    if (calls.length === 0) return one.name;
  }
  const query = operation.parameters.filter((one) => one.in === "query");
  for (const one of query.filter(({ required }) => required)) {
    calls = calls.flatMap((call) => fill(call, "query", one.name, choose(known, one, call)));
    if (calls.length === 0) return one.name;
  }
  if (optional) {
    const fuller = query.filter(({ required }) => !required);
    calls = calls.flatMap((call) => withOptional(call, fuller, known));
  }
  return withBodies(calls, operation, known, document);
}

/** Adds a value for each optional parameter that has a known one. Empty if no parameter has one. */
function withOptional(call: PlannedCall, parameters: readonly Parameter[], known: KnownValues): PlannedCall[] {
  const values = parameters.flatMap((one) => choose(known, one, call, 1).map((value) => [one.name, value] as const));
  return values.length > 0 ? [{ ...call, query: { ...call.query, ...Object.fromEntries(values) } }] : [];
}

function withBodies(
  calls: readonly PlannedCall[],
  { requestBody }: ResolvedOperation,
  known: KnownValues,
  { components }: OpenApiDocument,
): PlannedCall[] | string {
  const schema = Object.entries(requestBody?.content ?? {}).find(([type]) => JSON_TYPE.test(type))?.[1].schema;
  if (!schema) return calls.slice(0, MAX_CALLS);
  const { properties, required } = partsOf(schema, components.schemas);
  let filled = calls.map((call): PlannedCall => ({ ...call, body: {} }));
  for (const name of required) {
    filled = filled.flatMap((call) => fill(call, "body", name, bodyValues(name, properties[name] ?? {}, known, call)));
    if (filled.length === 0) return name;
  }
  return filled.slice(0, MAX_CALLS);
}

function choose(known: KnownValues, { name, schema = {}, example }: Named, call: PlannedCall, most = MAX_CALLS) {
  return known.candidates({ name, schema, example }, call.path).slice(0, most);
}

type Named = Pick<Parameter, "name" | "schema" | "example">;

/** One call for each value. */
function fill(call: PlannedCall, place: keyof PlannedCall, name: string, values: readonly unknown[]): PlannedCall[] {
  return values.map((value) => ({ ...call, [place]: { ...(call[place] as object), [name]: value } }));
}

/** Values for a body property. For a list such as `connectorIds`: one list of all known values of `connectorId`. */
function bodyValues(name: string, schema: Schema, known: KnownValues, call: PlannedCall): unknown[] {
  if (schema.type !== "array") return choose(known, { name, schema }, call);
  const { items = {}, minItems = 0, maxItems = MAX_CALLS } = schema;
  const singular = { name: name.replace(/s$/, ""), schema: items as Schema };
  const values = choose(known, singular, call, Number(maxItems));
  return values.length > 0 && values.length >= Number(minItems) ? [values] : [];
}

function inPath({ parameters, path }: ResolvedOperation) {
  const position = (name: string) => path.indexOf(`{${name}}`);
  return parameters.filter((one) => one.in === "path").sort((a, b) => position(a.name) - position(b.name));
}

/** The URL of a call. */
export function urlOf(baseUrl: string, template: string, { path, query }: PlannedCall): string {
  const filled = template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return `${baseUrl}${filled}${search.size > 0 ? `?${search}` : ""}`;
}
