import type { Api } from "./api.js";
import { type AnyInit, type ClientOptions, resolveCall, resolveOptions, type Settings } from "./options.js";
import { expandPath } from "./path.js";
import { toContent, toUrl } from "./request.js";
import type { CallRequest } from "./transport/call.js";
import { createTransport } from "./transport/transport.js";
import type { Client } from "./types.js";

/**
 * Creates a client for the API of any OpenAPI document: `api` has the generated facts, `Paths` the types that
 * openapi-typescript has written.
 *
 * @throws {UsageError} when an option is wrong or missing.
 */
export function createClient<Paths, Region extends string>(
  api: Api,
  options: ClientOptions<Region> = {},
): Client<Paths, Region> {
  return clientOf(resolveOptions(api, options)) as Client<Paths, Region>;
}

function clientOf(settings: Settings): object {
  const transport = createTransport({ ...settings, keyHeader: settings.api.apiKeyHeader });
  const calls = METHODS.map((method) => [
    method,
    async (path: string, init?: AnyInit) => transport(toRequest(settings, method, path, init)),
  ]);
  const client = {
    ...Object.fromEntries(calls),
    with: (options: ClientOptions) => clientOf(resolveOptions(settings.api, options, settings)),
  };
  // Not enumerable, so that printing a client does not show it within itself.
  return Object.defineProperty(client, "fetchClient", { value: client });
}

function toRequest(settings: Settings, method: string, path: string, init: AnyInit = {}): CallRequest {
  const operation = `${method} ${path}`;
  const { limits, headers: given } = resolveCall(operation, init, settings);
  const { params = {}, signal } = init;
  const { safe, open, sends, receives } = settings.api.traits[path]?.[method] ?? {};
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
