import createClient from "openapi-fetch";
import { API_KEY_HEADER, SAFE, UNDESCRIBED } from "../generated/constants.js";
import type { paths } from "../generated/schema.js";
import { UsageError } from "./errors.js";
import {
  type CallOptions,
  type ClientOptions,
  mergeHeaders,
  refuseUnknown,
  resolveOptions,
  type Settings,
  sharedOptions,
} from "./options.js";
import { expandPath } from "./path.js";
import { type Call, type Reply, startProgress, type Transport } from "./transport/call.js";
import { createTransport, systemPlatform } from "./transport/transport.js";
import type { Client } from "./types.js";

/** A client for the Agents API: `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, and `with`. */
export type AgentsClient = Client<paths>;

/**
 * Creates a client. A call takes the path as the document has it, and an init:
 *
 * ```ts
 * const polyai = createAgentsClient({ region: "uk", apiKey: process.env.POLYAI_API_KEY });
 * const { data } = await polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
 *   params: { path: { agentId: "PROJECT-58RP822I" } },
 *   body: { phoneNumbers: ["+442071838750"] },
 * });
 * ```
 *
 * A call resolves to `{ data, response }` on a 2xx and rejects with an {@link AgentsError} otherwise: {@link ApiError}
 * for any other status, {@link ConnectionError}, {@link TimeoutError}, {@link RedirectError},
 * {@link ResponseFormatError}, and {@link UsageError} for wrong use, with nothing sent.
 *
 * @throws {UsageError} when an option is wrong or missing.
 */
export function createAgentsClient(options: ClientOptions = {}): AgentsClient {
  return clientOf(resolveOptions(options));
}

function clientOf(settings: Settings): AgentsClient {
  const transport = createTransport({ ...settings, keyHeader: API_KEY_HEADER });
  const caller = (method: string) => (path: string, init?: Init) => call(settings, transport, method, path, init);
  const client = {
    GET: caller("GET"),
    PUT: caller("PUT"),
    POST: caller("POST"),
    DELETE: caller("DELETE"),
    OPTIONS: caller("OPTIONS"),
    HEAD: caller("HEAD"),
    PATCH: caller("PATCH"),
    with: (options: ClientOptions) => clientOf(resolveOptions(options, settings)),
  };
  return client as unknown as AgentsClient;
}

interface Init extends CallOptions {
  params?: {
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, unknown>;
  };
  body?: unknown;
}

const INIT_OPTIONS = ["params", "body", "headers", "signal", "timeout", "totalTimeout", "maxRetries"];
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** openapi-fetch writes the URL's query, the body and the headers; the path and all that follows is the facade's. */
const core = /* @__PURE__ */ createClient<Record<string, never>>();

async function call(settings: Settings, transport: Transport, method: string, path: string, init: Init = {}) {
  const operation = `${method} ${path}`;
  refuseUnknown(operation, init, INIT_OPTIONS);
  const { params = {}, body } = init;
  const expanded = expandPath(operation, path, params.path);
  const url = new URL(settings.baseUrl + expanded);
  // A template that the document does not have could lead elsewhere: "@elsewhere.example/", "/v1/..".
  if (!path.startsWith("/") || url.origin + url.pathname !== settings.baseUrl + expanded) {
    throw new UsageError(operation, "the path is none of the document's");
  }
  const limits = { ...settings, ...sharedOptions(operation, init) };
  const result = await core.request(
    method as "get",
    expanded as never,
    {
      baseUrl: settings.baseUrl,
      params: { query: params.query, header: params.header },
      body,
      bodySerializer: (value: unknown) => serialize(operation, value),
      headers: mergeHeaders(operation, settings.headers, init.headers),
      Request: PlainRequest,
      fetch: async (request: PlainRequest) =>
        new PlainResponse(await transport(toCall(request, init, limits, operation, url.host))),
      // The transport has read and parsed the body; "stream" hands on what stands in its place.
      parseAs: "stream",
    } as never,
  );
  const { reply } = result.response as unknown as PlainResponse;
  return reply;
}

function toCall(request: PlainRequest, { signal }: Init, limits: Settings, operation: string, host: string): Call {
  const { timeout, totalTimeout, maxRetries } = limits;
  return {
    operation,
    method: request.method,
    url: request.url,
    host,
    headers: request.headers,
    body: request.body,
    signal,
    idempotent: IDEMPOTENT.has(request.method) || SAFE.has(operation),
    described: !UNDESCRIBED.has(operation),
    timeout,
    totalTimeout,
    maxRetries,
    secret: "",
    progress: startProgress(systemPlatform.now(), totalTimeout),
  };
}

function serialize(operation: string, body: unknown): BodyInit {
  if (body instanceof FormData || body instanceof Blob || body instanceof URLSearchParams) return body;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body as BodyInit;
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  if (json === undefined) throw new UsageError(operation, "the body cannot be written as JSON");
  return json;
}

/**
 * Takes the place of the platform's Request in openapi-fetch: a call stays data until an attempt sends it. Building a
 * Request is the largest single cost of a call, and one that has a body cannot be sent twice.
 */
class PlainRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;

  constructor(
    readonly url: string,
    init: { method: string; headers: Headers; body: BodyInit | undefined },
  ) {
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body;
    // openapi-fetch says JSON of every body; of these the platform knows better, or the caller does.
    if (init.body !== undefined && typeof init.body !== "string") init.headers.delete("content-type");
  }
}

/** Takes the place of the Response: the transport has read it already, and let nothing through that is not a success. */
class PlainResponse {
  readonly ok = true;
  readonly status = 200;
  readonly headers = { get: () => null };

  constructor(readonly reply: Reply) {}
}
