import type { DocumentOperation, OpenApiDocument, Parameter, Schema } from "../document.js";
import { partsOf } from "../schema.js";
import type { Found, Values } from "./found.js";

/** A call to make: of what operation, and with what. */
export interface PlannedCall {
  readonly path: Values;
  readonly query: Values;
  readonly body: unknown;
}

/** An operation to call, once with what it requires alone and once with whatever else it takes. */
export interface Task {
  readonly operation: DocumentOperation;
  readonly optional: boolean;
}

/** Calls of one task at most: an agent may have a thousand numbers. */
const MOST = 5;

/** The operations that only read, in an order in which the answers lead on: lists, items, and what takes a body. */
export function tasksOf(operations: readonly DocumentOperation[]): Task[] {
  const reading = operations
    .filter((operation) => operation.method === "GET" || operation["x-safe"] === true)
    .map((operation) => ({ operation, depth: inPath(operation).length + (operation.requestBody ? 100 : 0) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ operation }) => operation);
  const more = reading.filter(({ parameters }) => parameters.some((one) => one.in === "query" && !one.required));
  return [...reading.map((operation) => ({ operation, optional: false })), ...optionally(more)];
}

function optionally(operations: readonly DocumentOperation[]): Task[] {
  return operations.map((operation) => ({ operation, optional: true }));
}

/** The calls of a task, or the name of what there is no value for. */
export function plan(task: Task, given: Values, found: Found, document: OpenApiDocument): PlannedCall[] | string {
  const { operation, optional } = task;
  let calls: PlannedCall[] = [{ path: given, query: {}, body: undefined }];
  for (const one of inPath(operation)) {
    if (one.name in given) continue;
    calls = calls.flatMap((call) => fill(call, "path", one.name, choose(found, one, call)));
    if (calls.length === 0) return one.name;
  }
  const query = operation.parameters.filter((one) => one.in === "query");
  for (const one of query.filter(({ required }) => required)) {
    calls = calls.flatMap((call) => fill(call, "query", one.name, choose(found, one, call)));
    if (calls.length === 0) return one.name;
  }
  if (optional) {
    const fuller = query.filter(({ required }) => !required);
    calls = calls.flatMap((call) => withOptional(call, fuller, found));
  }
  return withBodies(calls, operation, found, document);
}

/** A call with a value for every optional parameter that there is one for; none when there is for no parameter. */
function withOptional(call: PlannedCall, parameters: readonly Parameter[], found: Found): PlannedCall[] {
  const values = parameters.flatMap((one) => choose(found, one, call, 1).map((value) => [one.name, value] as const));
  return values.length > 0 ? [{ ...call, query: { ...call.query, ...Object.fromEntries(values) } }] : [];
}

function withBodies(
  calls: readonly PlannedCall[],
  { requestBody }: DocumentOperation,
  found: Found,
  { components }: OpenApiDocument,
): PlannedCall[] | string {
  const schema = Object.entries(requestBody?.content ?? {}).find(([type]) => /[/+]json/.test(type))?.[1].schema;
  if (!schema) return calls.slice(0, MOST);
  const { properties, required } = partsOf(schema, components.schemas);
  let filled = calls.map((call): PlannedCall => ({ ...call, body: {} }));
  for (const name of required) {
    filled = filled.flatMap((call) => fill(call, "body", name, partOfBody(name, properties[name] ?? {}, found, call)));
    if (filled.length === 0) return name;
  }
  return filled.slice(0, MOST);
}

function choose(found: Found, { name, schema = {}, example }: Named, call: PlannedCall, most = MOST) {
  return found.candidates({ name, schema, example }, call.path).slice(0, most);
}

type Named = Pick<Parameter, "name" | "schema" | "example">;

/** One call for each value. */
function fill(call: PlannedCall, place: keyof PlannedCall, name: string, values: readonly unknown[]): PlannedCall[] {
  return values.map((value) => ({ ...call, [place]: { ...(call[place] as object), [name]: value } }));
}

/** What a property of a body can be: for a list (`connectorIds`), one list of all that its singular can be. */
function partOfBody(name: string, schema: Schema, found: Found, call: PlannedCall): unknown[] {
  if (schema.type !== "array") return choose(found, { name, schema }, call);
  const { items = {}, minItems = 0, maxItems = MOST } = schema;
  const singular = { name: name.replace(/s$/, ""), schema: items as Schema };
  const values = choose(found, singular, call, Number(maxItems));
  return values.length > 0 && values.length >= Number(minItems) ? [values] : [];
}

function inPath({ parameters, path }: DocumentOperation) {
  const position = (name: string) => path.indexOf(`{${name}}`);
  return parameters.filter((one) => one.in === "path").sort((a, b) => position(a.name) - position(b.name));
}

/** The address of a call. */
export function urlOf(baseUrl: string, template: string, { path, query }: PlannedCall): string {
  const filled = template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return `${baseUrl}${filled}${search.size > 0 ? `?${search}` : ""}`;
}
