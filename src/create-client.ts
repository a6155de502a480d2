import type { Middleware } from "openapi-fetch";
import type { Api, Traits } from "./api.js";
import { toContent } from "./body.js";
import { UsageError } from "./errors.js";
import { LightRequest } from "./openapi-fetch.js";
import type { AnyInit, ClientOptions } from "./options.js";
import { own } from "./own.js";
import { expandPath } from "./path.js";
import { serializeQuery } from "./query.js";
import { completeBaseUrl } from "./server.js";
import { resolveCall, resolveOptions, type Settings } from "./settings.js";
import { type Call, isIdempotent, type Platform } from "./transport/call.js";
import { createTransport, systemPlatform } from "./transport/transport.js";
import type { Client } from "./types.js";

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];
const HOOKS = ["onRequest", "onResponse", "onError"];

/**
 * Creates a client for the API of any OpenAPI document: `api` has the generated facts, `Paths` the types that
 * openapi-typescript has written.
 *
 * @throws {UsageError} when an option is wrong or missing.
 */
export function createClient<Paths, Region extends string, Defaults extends string = never>(
  api: Api,
  options: ClientOptions<Region> = {},
  platform: Platform = systemPlatform,
): Client<Paths, Region, Defaults> {
  return clientOf(resolveOptions(api, options), platform) as Client<Paths, Region, Defaults>;
}

function clientOf(settings: Settings, platform: Platform): object {
  const transport = createTransport(settings);
  const calls = METHODS.map((method) => [
    method,
    (path: string, init?: AnyInit) => transport(() => toCall(settings, platform, method, path, init)),
  ]);
  const client = {
    ...Object.fromEntries(calls),
    with: (options: ClientOptions) => clientOf(resolveOptions(settings.api, options, settings), platform),
    use: (...middleware: Middleware[]) => void settings.middleware.push(...middleware.filter(isMiddleware)),
    eject: (...middleware: Middleware[]) => {
      for (const one of middleware) {
        const at = settings.middleware.indexOf(one);
        if (at >= 0) settings.middleware.splice(at, 1);
      }
    },
  };
  // Not enumerable, so that printing a client does not show it within itself.
  return Object.defineProperty(client, "fetchClient", { value: client });
}

/** What is falsy is skipped, as openapi-fetch does, so that `use(condition && middleware)` works. */
function isMiddleware(value: unknown): boolean {
  if (!value) return false;
  if (HOOKS.some((hook) => hook in Object(value))) return true;
  throw new UsageError("use", `a middleware must be an object with ${HOOKS.join(" or ")}`);
}

function toCall(settings: Settings, platform: Platform, method: string, path: string, given: AnyInit = {}): Call {
  const operation = `${method} ${path}`;
  const { params, body, headers, ...options } = resolveCall(operation, given, settings);
  const baseUrl = completeBaseUrl(operation, settings.baseUrl, settings.allowHttp);
  const traits: Traits = own(settings.api.traits[path]?.[method]);
  // Serialized once, so that every attempt sends the same.
  const url = baseUrl + expandPath(operation, path, params.path, traits.path);
  const query = serializeQuery(operation, params.query, traits.query);
  const content = toContent(operation, body, traits);
  const middleware = [...settings.middleware];
  const init: Call["init"] = {
    // Headers are checked and merged already; openapi-fetch would take those in `params` as they are.
    params: { ...params, header: undefined },
    headers: { ...content.headers, ...headers },
    body: content.body,
    middleware,
    pathSerializer: () => url,
    querySerializer: () => query,
    bodySerializer: (body) => body,
    Request: middleware.length > 0 ? globalThis.Request : LightRequest,
    baseUrl,
    // Decoded and parsed by us: openapi-fetch reads UTF-8 only, and throws a bare SyntaxError.
    parseAs: "stream",
  };
  return {
    operation,
    method,
    path,
    baseUrl,
    init,
    ...options,
    traits,
    platform,
    startedAt: platform.now(),
    idempotent: traits.safe ?? isIdempotent(method),
    attempts: 0,
    sentAt: 0,
    mayHaveExecuted: false,
    keys: [],
    timeoutError: undefined,
    keyGeneration: undefined,
    rejected: undefined,
  };
}
