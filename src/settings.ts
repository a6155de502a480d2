import type { Middleware } from "openapi-fetch";
import type { Api } from "./api.js";
import type { AttemptEvent } from "./attempt-event.js";
import { userAgent } from "./environment.js";
import { UsageError } from "./errors.js";
import { RESERVED } from "./fetch-options.js";
import { toHeaders } from "./headers.js";
import { createKey, type Key } from "./key.js";
import { createLog, type Logging } from "./log.js";
import type {
  AnyInit,
  ClientOptions,
  HeadersOption,
  HeaderValues,
  Limits,
  PathDefaults,
  SharedOptions,
} from "./options.js";
import { own } from "./own.js";
import { type Server, serverOf } from "./server.js";
import type { Fetch } from "./transport/any-fetch.js";

/** The options of a client, checked and complete. Defaults are applied here and nowhere else. */
export interface Settings extends Limits, Server, Logging {
  readonly api: Api;
  /** Undefined if no key is sent (`apiKey: false`). */
  readonly key: Key | undefined;
  readonly allowBrowser: boolean;
  readonly allowHttp: boolean;
  readonly headers: HeaderValues;
  readonly fetch: Fetch;
  /** openapi-fetch's middleware, in the order in which `onRequest` runs. Changed in place by `use` and `eject`. */
  readonly middleware: Middleware[];
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
  readonly log: ((event: AttemptEvent) => void) | undefined;
  /** Default path parameters. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly fetchOptions: object;
}

const CREATE = "createAgentsClient";
const SHARED = ["headers", "fetchOptions", "timeout", "totalTimeout", "maxRetries"];
const OPTIONS = [
  ...["region", "apiKey", "dangerouslyAllowBrowser", "baseUrl", "dangerouslyAllowHttp", "path"],
  ...["fetch", "onAttempt", "logger", "logLevel", ...SHARED],
];
const INIT_OPTIONS = ["params", "body", "signal", ...SHARED];
const DEFAULTS: Limits = { timeout: 30_000, totalTimeout: 90_000, maxRetries: 2 };

/**
 * Checks the options of a client and completes them: from `base`, the settings of the client that `with` was called on,
 * otherwise from the environment and the defaults.
 */
export function resolveOptions(api: Api, given: ClientOptions & PathDefaults<string>, base?: Settings): Settings {
  const options = own(given);
  refuseUnknown(CREATE, options, OPTIONS);
  const {
    region,
    apiKey,
    path,
    logger,
    logLevel,
    fetch = base?.fetch ?? platformFetch,
    onAttempt = base?.onAttempt,
  } = options;
  for (const [name, value] of Object.entries({ fetch, onAttempt })) {
    if (value !== undefined && typeof value !== "function") throw new UsageError(CREATE, `${name} must be a function`);
  }
  const allowBrowser = options.dangerouslyAllowBrowser ?? base?.allowBrowser ?? false;
  const allowHttp = options.dangerouslyAllowHttp ?? base?.allowHttp ?? false;
  const kept = region === undefined && options.baseUrl === undefined ? base : undefined;
  // A URL that is kept is checked again, since `allowHttp` may have changed.
  const server = serverOf(CREATE, api.servers, { region, baseUrl: kept?.baseUrl ?? options.baseUrl, allowHttp });
  const { ofRegion } = kept ?? server;
  const logging = { logger: logger ?? base?.logger, logLevel: logLevel ?? base?.logLevel };
  const key = base && apiKey === undefined ? base.key : createKey(CREATE, apiKey, allowBrowser);
  if (!key && ofRegion) {
    throw new UsageError(CREATE, "apiKey: false needs baseUrl instead of region");
  }
  return {
    api,
    ...limitsOf(CREATE, options, base ?? DEFAULTS),
    allowBrowser,
    allowHttp,
    baseUrl: server.baseUrl,
    ofRegion,
    key,
    headers: { ...(base?.headers ?? userAgent()), ...toHeaders(CREATE, api.apiKeyHeader, options.headers) },
    fetch,
    middleware: [...(base?.middleware ?? [])],
    onAttempt,
    ...logging,
    log: createLog(CREATE, logging),
    path: { ...base?.path, ...path },
    fetchOptions: { ...base?.fetchOptions, ...checkFetchOptions(CREATE, options.fetchOptions) },
  };
}

function checkFetchOptions(operation: string, given: object = {}): object {
  const reserved = RESERVED.find((name) => Object.hasOwn(given, name));
  if (reserved) throw new UsageError(operation, `fetchOptions: ${reserved} is set by the client`);
  return given;
}

/** The platform's fetch, looked up at each call. */
export const platformFetch: Fetch = (input, init) => globalThis.fetch(input, init);

/** Checks the options of a call and completes them from the client's. `headers` has only those of the call. */
export function resolveCall(operation: string, given: AnyInit, settings: Settings) {
  const init = own(given);
  refuseUnknown(operation, init, INIT_OPTIONS);
  const { body, signal } = init;
  const params = own(init.params);
  const toOwnHeaders = (headers: HeadersOption | undefined) => toHeaders(operation, settings.api.apiKeyHeader, headers);
  const headers = { ...toOwnHeaders(init.headers), ...toOwnHeaders(params.header) };
  return {
    params: own({ ...params, path: { ...settings.path, ...params.path } }),
    body,
    signal,
    headers,
    limits: limitsOf(operation, init, settings),
    fetchOptions: { ...settings.fetchOptions, ...checkFetchOptions(operation, init.fetchOptions) },
  };
}

/** Checks the limits and completes them from `base`. */
function limitsOf(operation: string, given: SharedOptions, base: Limits): Limits {
  const { timeout = base.timeout, totalTimeout = base.totalTimeout, maxRetries = base.maxRetries } = given;
  for (const [name, ms] of Object.entries({ timeout, totalTimeout })) {
    if (typeof ms === "number" && ms > 0) continue;
    throw new UsageError(operation, `${name} must be a number of milliseconds above 0, or Infinity`);
  }
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return { timeout, totalTimeout, maxRetries };
  throw new UsageError(operation, "maxRetries must be a whole number, 0 or more");
}

function refuseUnknown(operation: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new UsageError(operation, `unknown option "${name}"; the options are ${known.join(", ")}`);
  }
}
