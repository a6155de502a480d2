import type { ServerResponse } from "node:http";
import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../../src/testing/document.js";
import { createFindRoute } from "../../src/testing/routes.js";
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
  const findRoute = createFindRoute(operations.filter((one) => one.method === "GET" || one["x-safe"]));
  return startServer((request, response) => {
    const [path = "", search = ""] = request.url.split("?");
    const route = findRoute(request.method, path);
    if (!route) return send(response, { status: 500, headers: {}, body: "no read" });
    const change = changes[route.row.operationId] ?? ((answer) => answer);
    const inPath = Object.entries(route.values).map(([name, value]) => [name, decodeURIComponent(value)]);
    const values = { ...Object.fromEntries(inPath), ...Object.fromEntries(new URLSearchParams(search)) };
    send(response, change(responseOf(operations, route.row, values, request), response));
  });
}

type Values = Readonly<Record<string, string>>;

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  // The change may have sent or closed the response itself.
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, headers).end(body);
}

function responseOf(
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
  const value = example ? example.value : valueWithoutSchema(operations, operation);
  return { status: 200, headers: json, body: withIds(JSON.stringify(value), operation, values) };
}

/** For a response without a schema: a list of the items that the next path parameter selects, or one item. */
function valueWithoutSchema(operations: readonly DocumentOperation[], { path, parameters }: DocumentOperation) {
  const below = operations.find((one) => one.path.startsWith(`${path}/{`));
  const parameter = (below?.parameters ?? parameters).find(({ name }) => below?.path === `${path}/{${name}}`);
  return parameter ? { items: [{ id: parameter.example, name: "First" }] } : { id: parameters.at(-1)?.example };
}

/** Replaces the examples of the parameters by the requested values. */
function withIds(text: string, { parameters }: DocumentOperation, values: Values): string {
  return parameters.reduce((body, { name, example, schema }) => {
    const value = values[name];
    if (value === undefined || schema?.type !== "string") return body;
    return body.replaceAll(JSON.stringify(example), JSON.stringify(value));
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
