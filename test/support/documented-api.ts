import type { ServerResponse } from "node:http";
import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../../src/testing/document.js";
import type { Clock } from "../../src/testing/verify/pace.js";
import { type Received, startServer } from "./loopback-server.js";

/** A response before it is sent. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Changes a response, so that it does not match the document. */
export type ResponseChange = (answer: Answer, response: ServerResponse) => Answer;

export const API_KEY = "canary-5f2a";

/** The collection in the examples of the document. */
export const COLLECTION_ID = "jazz";

/**
 * Starts a server on loopback in place of the API. It responds to reads with the examples of the document and the
 * requested ids. `changes` changes the responses of operations. Any other request gets a 500.
 */
export async function startDocumentedApi(
  document: OpenApiDocument,
  changes: Readonly<Record<string, ResponseChange>> = {},
) {
  const operations = operationsOf(document);
  return startServer((request, response) => {
    const [path = "", search = ""] = request.url.split("?");
    const asked = match(operations, request.method, path);
    if (!asked) return send(response, { status: 500, headers: {}, body: "no read" });
    const change = changes[asked.operation.operationId] ?? ((answer) => answer);
    const values = { ...asked.values, ...Object.fromEntries(new URLSearchParams(search)) };
    send(response, change(documented(operations, asked.operation, values, request), response));
  });
}

type Values = Readonly<Record<string, string>>;

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  // The change may have sent or closed the response itself.
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, headers).end(body);
}

function match(operations: readonly DocumentOperation[], method: string, path: string) {
  const reads = operations.filter((one) => one.method === method && (method === "GET" || one["x-safe"]));
  const found = reads.flatMap((operation) => {
    const pattern = operation.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const match = new RegExp(`^${pattern}$`).exec(path);
    const values = Object.entries(match?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return match ? [{ operation, values: Object.fromEntries(values) as Values }] : [];
  });
  // A path without parameters wins over a path with parameters.
  return found.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)[0];
}

function documented(
  operations: readonly DocumentOperation[],
  operation: DocumentOperation,
  values: Values,
  { headers, body }: Received,
): Answer {
  const json = { "content-type": "application/json" };
  if (headers["x-api-key"] !== API_KEY) return { status: 401, headers: json, body: '{"message":"no such key"}' };
  if (values.collectionId !== undefined && values.collectionId !== COLLECTION_ID)
    return { status: 404, headers: json, body: "{}" };
  if (operation.requestBody && body === "") return { status: 400, headers: json, body: '{"message":"no body"}' };
  const [example] = Object.values(operation.responses["200"]?.content?.["application/json"]?.examples ?? {});
  const value = example ? example.value : undescribed(operations, operation);
  return { status: 200, headers: json, body: withIds(JSON.stringify(value), operation, values) };
}

/** What the document does not describe is a list of what is picked from it, or one such thing. */
function undescribed(operations: readonly DocumentOperation[], { path, parameters }: DocumentOperation): unknown {
  const below = operations.find((one) => one.path.startsWith(`${path}/{`));
  const parameter = (below?.parameters ?? parameters).find(({ name }) => below?.path === `${path}/{${name}}`);
  return parameter ? { items: [{ id: parameter.example, name: "First" }] } : { id: parameters.at(-1)?.example };
}

/** The examples are about the examples of the parameters; the answer is about what was asked for. */
function withIds(text: string, { parameters }: DocumentOperation, values: Values): string {
  return parameters.reduce((answer, { name, example, schema }) => {
    const value = values[name];
    if (value === undefined || schema?.type !== "string") return answer;
    return answer.replaceAll(JSON.stringify(example), JSON.stringify(value));
  }, text);
}

/** A clock that only sleeping moves. */
export function createClock(): Clock & { time: number } {
  return {
    time: 0,
    now() {
      return this.time;
    },
    async sleep(ms) {
      this.time += ms;
    },
  };
}
