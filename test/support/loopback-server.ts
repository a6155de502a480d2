import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A request that a server has received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly at: number;
}

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Starts a server on loopback. The test's function responds after the server has read the request. */
export async function startServer(
  answer: (request: Received, response: ServerResponse, count: number) => void,
): Promise<TestServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
    received.push(one);
    answer(one, response, received.length);
  };
  const server = createServer(
    { maxHeaderSize: 2 ** 21 },
    (request, response) => void Promise.resolve(listener(request, response)).catch(() => {}),
  );
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `http://127.0.0.1:${port}`, received, close, [Symbol.asyncDispose]: close };
}

/** Sends a JSON response. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
