/** The server of the loopback measurements, over http and over TLS. It answers the measured call, and refuses any other. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createIdentity } from "./certificate.js";
import { ANSWER, ANSWER_HEADERS, verifyRequest } from "./operation.js";
import { answerParent, sendToParent } from "./parent.js";

/** The first message to the parent. The private key stays in this process. */
export interface Listening {
  readonly baseUrls: { readonly http: string; readonly https: string };
  /** The certificate of the TLS server, as PEM. */
  readonly certificate: string;
}

const ANSWER_BYTES = Buffer.from(ANSWER);
/** Longer than the bench runs, so that the server never closes a connection that is kept. */
const OPTIONS = { keepAliveTimeout: 600_000 };
let connections = 0;

function isRight({ method, url, headers }: IncomingMessage, body: string): boolean {
  try {
    verifyRequest({ method, path: url, key: headers["x-api-key"], contentType: headers["content-type"], body });
    return true;
  } catch {
    return false;
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const status = isRight(request, body) ? 200 : 400;
  response.writeHead(status, { ...ANSWER_HEADERS, "content-length": ANSWER_BYTES.length }).end(ANSWER_BYTES);
}

async function portOf(server: Server): Promise<number> {
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const { key, cert } = createIdentity();
const http = await portOf(createServer(OPTIONS, answer));
const https = await portOf(createTlsServer({ ...OPTIONS, key, cert }, answer));
const baseUrls = { http: `http://127.0.0.1:${http}`, https: `https://127.0.0.1:${https}` };
sendToParent({ baseUrls, certificate: cert } satisfies Listening);
// The only question of the parent: how many connections the clients have opened so far.
answerParent(() => connections);
