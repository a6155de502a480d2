import { API_KEY_HEADER, SAFE, UNDESCRIBED } from "../generated/constants.js";
import type { paths } from "../generated/schema.js";
import { UsageError } from "./errors.js";
import {
  type CallOptions,
  type ClientOptions,
  limitsOf,
  refuseUnknown,
  resolveOptions,
  type Settings,
  toHeaders,
} from "./options.js";
import { expandPath } from "./path.js";
import { createTransport } from "./transport/transport.js";
import type { Client, Method } from "./types.js";
import { createWriter } from "./writer.js";

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
  const write = createWriter(settings.baseUrl);
  const caller =
    (method: Uppercase<Method>) =>
    async (path: string, init: Init = {}) => {
      const operation = `${method} ${path}`;
      refuseUnknown(operation, init, INIT_OPTIONS);
      const { params = {}, body, signal } = init;
      const expanded = expandPath(operation, path, params.path);
      const { origin, pathname } = new URL(settings.baseUrl + expanded);
      // A template that the document does not have could lead elsewhere: "@elsewhere.example/", "/v1/..".
      if (!path.startsWith("/") || origin + pathname !== settings.baseUrl + expanded) {
        throw new UsageError(operation, "the path is none of the document's");
      }
      const limits = limitsOf(operation, init, settings);
      const given = { ...toHeaders(operation, init.headers), ...toHeaders(operation, params.header) };
      const send = (url: string, body: BodyInit | undefined) =>
        transport({
          operation,
          method,
          origin,
          url,
          headers: { ...(typeof body === "string" && JSON_TYPE), ...settings.headers, ...given },
          body,
          signal,
          idempotent: IDEMPOTENT.has(method) || SAFE.has(operation),
          promisesBody: !UNDESCRIBED.has(operation),
          limits,
        });
      return write({ operation, method, path: expanded, query: params.query, body, send });
    };
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
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown>; header?: Record<string, string> };
  body?: unknown;
}

const INIT_OPTIONS = ["params", "body", "headers", "signal", "timeout", "totalTimeout", "maxRetries"];
const JSON_TYPE = { "content-type": "application/json" };
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);
