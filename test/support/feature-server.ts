/** A server that keeps the last request and answers what the test says. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createFeatureClient } from "./feature-client.js";

interface Answer {
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly status?: number;
}

export async function startStudio() {
  const state = { answer: {} as Answer, url: "", type: undefined as string | undefined, bytes: Buffer.of(), calls: 0 };
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = "", headers } = request;
    Object.assign(state, { url, type: headers["content-type"], bytes: Buffer.concat(chunks), calls: state.calls + 1 });
    const { type, body, status = request.method === "POST" && !body ? 204 : 200 } = state.answer;
    response.writeHead(status, type === undefined ? {} : { "content-type": type }).end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const answer = (type: string | undefined, body: string | Uint8Array = "", status?: number) => {
    state.answer = { ...(type !== undefined && { type }), body, ...(status && { status }) };
  };
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const studio = createFeatureClient({ baseUrl, apiKey: "k", maxRetries: 0 });
  return { state, answer, studio, close };
}
