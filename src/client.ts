import { API_KEY_HEADER, TRAITS } from "../generated/constants.js";
import type { paths } from "../generated/schema.js";
import { type AnyInit, type ClientOptions, resolveCall, resolveOptions, type Settings } from "./options.js";
import { expandPath } from "./path.js";
import { toContent, toUrl } from "./request.js";
import type { CallRequest } from "./transport/call.js";
import { createTransport } from "./transport/transport.js";
import type { Client } from "./types.js";

/** A client for the Agents API: `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `with`, and `fetchClient`. */
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
  const calls = METHODS.map((method) => [
    method,
    async (path: string, init?: AnyInit) => transport(toRequest(settings, method, path, init)),
  ]);
  const client = {
    ...Object.fromEntries(calls),
    with: (options: ClientOptions) => clientOf(resolveOptions(options, settings)),
  };
  // Not enumerable, so that printing a client does not show it within itself.
  return Object.defineProperty(client, "fetchClient", { value: client }) as AgentsClient;
}

function toRequest(settings: Settings, method: string, path: string, init: AnyInit = {}): CallRequest {
  const operation = `${method} ${path}`;
  const { limits, headers: given } = resolveCall(operation, init, settings);
  const { params = {}, signal } = init;
  const { safe, open, sends, receives } = TRAITS[path]?.[method] ?? {};
  const { body, headers } = toContent(operation, init.body, sends);
  return {
    operation,
    method,
    url: toUrl(settings.baseUrl, expandPath(operation, path, params.path), params.query),
    headers: { ...headers, ...given },
    body,
    signal,
    idempotent: safe ?? !/^P(?:OST|ATCH)$/.test(method),
    promisesBody: !open,
    receives,
    limits,
  };
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];
