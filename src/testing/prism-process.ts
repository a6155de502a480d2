/**
 * Runs the mock server in its own process, so that loading Prism does not block the parent. The parent sends
 * `{ serve }` and gets `{ listening }` or `{ error }`. It gets `{ exchange }` after each request, and `{ pong }` after
 * `{ ping }`.
 */
import { readFile } from "node:fs/promises";
import type { OpenApiDocument } from "./document.js";
import { serve } from "./mock/http-server.js";
import { type MockedApi, mockDocument } from "./mock/mocked-api.js";
import type { Message, Request } from "./mock-child.js";

const INSTALL =
  "npm install --save-dev @stoplight/prism-core@5.8.0 @stoplight/prism-http@5.12.0 json-schema-faker@0.6.3 yaml";

async function start({ document: path, port, host }: Request): Promise<Message> {
  const document = await readDocument(path);
  let mocked: Promise<MockedApi> | undefined;
  const mock = () => (mocked ??= mockDocument(document));
  const respond = async (request: Parameters<MockedApi["answer"]>[0]) => (await mock()).answer(request);
  // Listens first: a port in use is reported before Prism is loaded.
  const url = await serve(respond, { port, host }, (exchange) => send({ exchange })).catch((error) => {
    throw error.code === "EADDRINUSE"
      ? new Error(`port ${port} is in use; choose another one, or leave it out for any free port`)
      : error;
  });
  const { withoutResponse } = await mock();
  return { listening: { url, withoutResponse } };
}

async function readDocument(path: string): Promise<OpenApiDocument> {
  const { parse } = await import("yaml");
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`there is no file ${path}`);
  });
  const document = attempt(() => parse(text, { maxAliasCount: 100 }), path);
  if (typeof document?.openapi === "string" && document.paths) return document as OpenApiDocument;
  throw new Error(`${path} is not an OpenAPI document`);
}

function attempt(parse: () => Partial<OpenApiDocument> | null, path: string) {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${path} is not YAML: ${(error as Error).message.split("\n")[0]?.replace(/:$/, "")}`);
  }
}

/** The first line of the error's message. */
function reasonOf(error: { code?: unknown; message?: string }): string {
  const isMissing = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(String(error.code));
  return isMissing ? `Prism is missing: ${INSTALL}` : (String(error.message ?? error).split("\n", 1)[0] ?? "");
}

function send(message: Message): void {
  process.send?.(message);
}

process.on("message", ({ ping, serve: request }: { ping?: number; serve?: Request }) => {
  if (ping !== undefined) send({ pong: ping });
  if (request) start(request).then(send, (error) => send({ error: reasonOf(error) }));
});

// The parent has ended or closed the channel, so nobody uses this server any more.
process.once("disconnect", () => process.exit());
