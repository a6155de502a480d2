import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { JSON_TYPE } from "../json-text.js";
import type { MockAnswer } from "./prism.js";
import { pairsOf, type RawRequest } from "./raw-request.js";

type Respond = (request: Omit<RawRequest, "path">) => Promise<MockAnswer>;

/** Called after each request. */
export type OnExchange = (exchange: { method: string; path: string; status: number }) => void;

/** Serves responses over HTTP, also to browsers of any origin. Returns the URL. */
export async function serve(
  respond: Respond,
  { port, host }: { port: number; host: string },
  onExchange: OnExchange,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    allow(incoming, outgoing);
    if (isPreflight(incoming)) return void outgoing.writeHead(204).end();
    void read(incoming)
      .then((request) => answer(respond, request, outgoing, onExchange))
      // The client disconnected before it had sent its whole request.
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: listening } = server.address() as AddressInfo;
  // A server on all addresses is reached on loopback from this machine.
  const name = { "0.0.0.0": "127.0.0.1", "::": "127.0.0.1" }[address] ?? (family === "IPv6" ? `[${address}]` : address);
  return `http://${name}:${listening}`;
}

async function answer(
  respond: Respond,
  request: Omit<RawRequest, "path">,
  outgoing: ServerResponse,
  onExchange: OnExchange,
): Promise<void> {
  const { method, pathname: path } = request;
  const answer = await respond(request).catch(failure);
  onExchange({ method, path, status: answer.status });
  send(outgoing, method, answer);
}

/** Any origin may call the mock (Fetch Standard, CORS protocol). */
function allow({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader("access-control-allow-origin", headers.origin ?? "*");
  outgoing.setHeader("access-control-expose-headers", "*");
  outgoing.setHeader("access-control-allow-methods", headers["access-control-request-method"] ?? "*");
  outgoing.setHeader("access-control-allow-headers", headers["access-control-request-headers"] ?? "*");
  outgoing.setHeader("vary", "origin");
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && "access-control-request-method" in headers;
}

async function read(incoming: IncomingMessage): Promise<Omit<RawRequest, "path">> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = "GET", url = "/", headers } = incoming;
  const at = url.indexOf("?");
  const named = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    method,
    pathname: at < 0 ? url : url.slice(0, at),
    query: at < 0 ? [] : pairsOf(url.slice(at + 1), "&"),
    cookies: pairsOf(headers.cookie ?? "", ";"),
    headers: Object.fromEntries(named),
    body: new Uint8Array(Buffer.concat(chunks)),
  };
}

function send(outgoing: ServerResponse, method: string, { status, headers, body }: MockAnswer): void {
  const { "content-type": type = "application/json", ...others } = headers;
  const text = typeof body === "string" && !JSON_TYPE.test(type) ? body : JSON.stringify(body);
  const hasBody = text !== undefined && method !== "HEAD" && status !== 204 && status !== 304;
  outgoing.writeHead(status, hasBody ? { ...others, "content-type": type } : others).end(hasBody ? text : undefined);
}

/** A bug of the mock server. The status is 501, because clients retry a 500. */
function failure(error: Error): MockAnswer {
  const detail = error.message.split("\n")[0];
  const headers = { "content-type": "application/problem+json" };
  return { status: 501, headers, body: { title: "The mock server failed", status: 501, detail } };
}
