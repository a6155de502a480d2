import type { Middleware } from "openapi-fetch";
import type { Api, Traits } from "./api.js";
import { toContent } from "./body.js";
import type { Client } from "./client-type.js";
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

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];
const HOOKS = ["onRequest", "onResponse", "onError"];

/**
 * Creates a client for any OpenAPI document. `api` is the data that `npm run generate` writes for the document, and
 * `Paths` the type that openapi-typescript writes for it.
 *
 * @throws {UsageError} when an option is wrong or missing.
 */
export function createClient<Paths, Region extends string, Defaults extends string = never>(
  api: Api,
  options: ClientOptions<Region> = {},
  platform: Platform = systemPlatform,
): Client<Paths, Region, Defaults> {
  return toClient(resolveOptions(api, options), platform) as Client<Paths, Region, Defaults>;
}

function toClient(settings: Settings, platform: Platform): object {
  const transport = createTransport(settings);
  const calls = METHODS.map((method) => [
    method,
    (path: string, init?: AnyInit) => transport(() => toCall(settings, platform, method, path, init)),
  ]);
  const client = {
    ...Object.fromEntries(calls),
    with: (options: ClientOptions) => toClient(resolveOptions(settings.api, options, settings), platform),
    use: (...middleware: Middleware[]) => void settings.middleware.push(...middleware.filter(isMiddleware)),
    eject: (...middleware: Middleware[]) => {
      for (const one of middleware) {
        const at = settings.middleware.indexOf(one);
        if (at >= 0) settings.middleware.splice(at, 1);
      }
    },
  };
  // Not enumerable, so that a printed client does not contain itself.
  return Object.defineProperty(client, "fetchClient", { value: client });
}

/** Falsy values are skipped, as in openapi-fetch, so that `use(condition && middleware)` works. */
function isMiddleware(value: unknown): boolean {
  if (!value) return false;
  if (HOOKS.some((hook) => hook in Object(value))) return true;
  throw new UsageError("use", `a middleware must be an object with ${HOOKS.join(" or ")}`);
}

function toCall(settings: Settings, platform: Platform, method: string, path: string, init: AnyInit = {}): Call {
  const operation = `${method} ${path}`;
  const { params, body, headers, ...options } = resolveCall(operation, init, settings);
  const baseUrl = completeBaseUrl(operation, settings.baseUrl, settings.allowHttp);
  const traits: Traits = own(settings.api.traits[path]?.[method]);
  // Serialized once, so that every attempt sends the same request.
  const url = baseUrl + expandPath(operation, path, params.path, traits.path);
  const query = serializeQuery(operation, params.query, traits.query);
  const content = toContent(operation, body, traits);
  const middleware = [...settings.middleware];
  const coreInit: Call["init"] = {
    // The headers in `params` are already checked and in `headers`; openapi-fetch would add them again.
    params: { ...params, header: undefined },
    headers: { ...content.headers, ...headers },
    body: content.body,
    middleware,
    pathSerializer: () => url,
    querySerializer: () => query,
    bodySerializer: (body) => body,
    Request: middleware.length > 0 ? globalThis.Request : LightRequest,
    baseUrl,
    // The transport decodes and parses the body, since openapi-fetch reads UTF-8 only and throws a bare SyntaxError.
    parseAs: "stream",
  };
  return {
    operation,
    method,
    path,
    baseUrl,
    init: coreInit,
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
