/** The server of the loopback measurements: answers the one call, and refuses any other. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWER, ANSWER_HEADERS, verifyRequest } from "./operation.js";
import { tell } from "./told.js";

const ANSWER_BYTES = Buffer.from(ANSWER);

function isRight({ method, url, headers }: IncomingMessage, body: string): boolean {
  try {
    verifyRequest({ method, path: url, key: headers["x-api-key"], contentType: headers["content-type"], body });
    return true;
  } catch {
    return false;
  }
}

const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const status = isRight(request, body) ? 200 : 400;
  response.writeHead(status, { ...ANSWER_HEADERS, "content-length": ANSWER_BYTES.length }).end(ANSWER_BYTES);
});
server.listen(0, "127.0.0.1", () => tell((server.address() as AddressInfo).port));
