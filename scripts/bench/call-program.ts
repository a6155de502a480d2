import { createSampler } from "../../test/support/samples.js";
import { document, isSuccess, jsonOf } from "../../test/support/shipped-document.js";
import type { DocumentOperation, Parameter, Schema } from "../openapi/document.js";

const samplesOf = createSampler(document);
const minimal = (schema: Schema) => samplesOf(schema).samples[0]?.value;

/** The source code of a call. */
export interface CallText {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly init: object | undefined;
  /** The expression that reads the data, such as `data?.id`. */
  readonly read: string;
}

/** The clients whose types are compared: a `Client<paths>` of either package, or the calls by name. */
export type Library = "polyai-agents" | "openapi-fetch" | "polyai-agents/operations";

/** A program with one function for each call. The types of the API are in `schema.d.ts` and `calls.d.ts`. */
export function programOf(library: Library, calls: readonly CallText[]): string {
  const byName = library === "polyai-agents/operations";
  const functions = calls.map(({ operationId, method, path, init, read }, at) => {
    const args = (byName ? [init] : [path, init]).filter(Boolean).map((value) => JSON.stringify(value));
    return `
export async function call${at}() {
  const { data } = await client.${byName ? operationId : method}(${args});
  use(${read});
}
`;
  });
  return `${byName ? IMPORT_OPERATIONS : importClient(library)}
declare function use(value: unknown): void;
use(client);
${functions.join("")}`;
}

const IMPORT_OPERATIONS = `import type { Operations } from "./calls.js";

declare const client: Operations;`;

const importClient = (library: Library) => `import type { Client } from "${library}";
import type { paths } from "./schema.js";

declare const client: Client<paths>;`;

/** Whether `callOf` supports the operation: it has a JSON body or no body. */
export function takesJson({ requestBody }: DocumentOperation): boolean {
  return requestBody === undefined || jsonOf(requestBody.content) !== undefined;
}

/** A valid call of an operation of the document: the required parameters, and the body. */
export function callOf({ operationId, method, path, parameters, requestBody, responses }: DocumentOperation): CallText {
  const valuesIn = (place: Parameter["in"]) => {
    const required = parameters.filter((parameter) => parameter.in === place && parameter.required);
    return required.length > 0 && Object.fromEntries(required.map(({ name, schema }) => [name, minimal(schema ?? {})]));
  };
  const [pathValues, query] = [valuesIn("path"), valuesIn("query")];
  const params = { ...(pathValues && { path: pathValues }), ...(query && { query }) };
  const body = jsonOf(requestBody?.content);
  const init = { ...((pathValues || query) && { params }), ...(body && { body: minimal(body.schema) }) };
  const success = Object.entries(responses).find(([status]) => isSuccess(Number(status)))?.[1];
  const data = jsonOf(success?.content);
  return {
    operationId,
    method,
    path,
    init: Object.keys(init).length > 0 ? init : undefined,
    read: readOf(data && samplesOf(data.schema).samples.map(({ value }) => value)),
  };
}

/** Reads the length of a list, or the first property that every value has. */
function readOf([first, ...others]: readonly unknown[] = []): string {
  if (Array.isArray(first)) return "data?.length";
  const property = Object.keys(Object(first)).find((name) => others.every((one) => name in Object(one)));
  return property === undefined ? "data" : `data?.[${JSON.stringify(property)}]`;
}
