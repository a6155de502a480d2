import { document, isSuccess, jsonOf } from "../../test/support/document.js";
import { createSampler } from "../../test/support/samples.js";
import type { DocumentOperation, Parameter, Schema } from "../document.js";

const samplesOf = createSampler(document);
const minimal = (schema: Schema) => samplesOf(schema).samples[0]?.value;

/** The source code of a call. */
export interface CallText {
  readonly method: string;
  readonly path: string;
  readonly init: object | undefined;
  /** The expression that reads the data, such as `data?.id`. */
  readonly read: string;
}

/** The clients whose types are compared. Both export a `Client<paths>` for the types of openapi-typescript. */
export type Library = "polyai-agents" | "openapi-fetch";

/** A program with one function for each call. The `paths` of the API are in `schema.d.ts`. */
export function programOf(library: Library, calls: readonly CallText[]): string {
  const functions = calls.map(
    ({ method, path, init, read }, at) => `
export async function call${at}() {
  const { data } = await client.${method}(${[path, init].filter(Boolean).map((value) => JSON.stringify(value))});
  use(${read});
}
`,
  );
  return `import type { Client } from "${library}";
import type { paths } from "./schema.js";

declare const client: Client<paths>;
declare function use(value: unknown): void;
use(client);
${functions.join("")}`;
}

/** Whether `callOf` supports the operation: it has a JSON body or no body. */
export function takesJson({ requestBody }: DocumentOperation): boolean {
  return requestBody === undefined || jsonOf(requestBody.content) !== undefined;
}

/** A valid call of an operation of the document: the required parameters, and the body. */
export function callOf({ method, path, parameters, requestBody, responses }: DocumentOperation): CallText {
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
