import type { Middleware } from "openapi-fetch";
import type { Api } from "./api.js";
import { UsageError } from "./errors.js";
import { toHeaders } from "./headers.js";
import { type ApiKeyFunction, createKey, type Key } from "./key.js";
import { own } from "./own.js";
import { type Server, serverOf } from "./server.js";
import type { Fetch } from "./transport/any-fetch.js";
import type { AttemptEvent } from "./transport/retry.js";

/** How long a call may take, and how often it may be repeated. */
export interface Limits {
  /**
   * Milliseconds for one attempt, reading the body included; `Infinity` for no limit of the client's. Default 30 000.
   *
   * Node's fetch (undici) ends a response that is silent for 300 seconds all the same, before its headers or within its
   * body; the call rejects with a {@link ConnectionError}. For longer silence, set other limits for the process,
   * `setGlobalDispatcher(new Agent({ headersTimeout: 0, bodyTimeout: 0 }))` of undici, or give a `fetch` that has such a
   * `dispatcher` in its init.
   */
  readonly timeout: number;
  /**
   * Milliseconds for the whole call, every attempt and wait included; `Infinity` for no limit of the client's, with the
   * same limits of Node's fetch as for `timeout`. Default 90 000.
   */
  readonly totalTimeout: number;
  /** How often a call is repeated at most where repeating it is safe. Default 2; 0 never repeats. */
  readonly maxRetries: number;
}

type Optional<T> = { -readonly [Name in keyof T]?: T[Name] | undefined };

/** Options that a client and a single call have in common; a call's own win. */
interface SharedOptions extends Optional<Limits> {
  /**
   * Headers to add. A value that is `undefined` is left out; `null` removes the header that the client, or the one that
   * `with` was called on, has. Refused are the key's header and those that only fetch can set: `connection`,
   * `content-length`, `expect`, `host`, `keep-alive`, `proxy-connection`, `transfer-encoding` and `upgrade`.
   */
  headers?: HeadersOption | undefined;
}

export type HeadersOption = NonNullable<RequestInit["headers"]> | Readonly<Record<string, string | null | undefined>>;

/** Headers by their name in lower case; null for one that is removed. */
export type HeaderValues = Readonly<Record<string, string | null>>;

/** Options of one call. */
export interface CallOptions extends SharedOptions {
  /** Ends the call at once, in whatever it is doing; the call rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/** What a call of any operation takes: its options, and what `CallInit` makes strict for each. */
export interface AnyInit extends CallOptions {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown>; header?: HeadersOption };
  body?: unknown;
}

/** Options of a client. */
export interface ClientOptions<Region extends string = string> extends SharedOptions {
  /**
   * The region that the workspace lives in. Default: `POLYAI_REGION`. `POLYAI_BASE_URL` wins over it, so that tests that
   * are pointed at a mock never call the API; one that names the server of another region is a {@link UsageError}.
   */
  region?: Region | undefined;
  /**
   * The key, or a function that is called for it before every attempt. `false` sends no key, for a proxy that adds it, and
   * needs a `baseUrl` or `POLYAI_BASE_URL`, and no `region`. Default: `POLYAI_API_KEY`.
   */
  apiKey?: string | ApiKeyFunction | false | undefined;
  /**
   * Allows `apiKey` to be a string in a browser, for pages that only holders of the key can open: everybody who opens one
   * can use it. Otherwise let `baseUrl` be a proxy that puts the key in, and `apiKey` a function that gives what
   * tells the proxy who asks.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Where to call instead of a region's server: a mock, a proxy, a gateway; a path prefix is kept. https, or http on a
   * loopback host. In a browser also a path such as `/api/polyai`, on the server that the page came from when a call is
   * made. Excludes `region`, and wins over `POLYAI_BASE_URL`, which is its default.
   */
  baseUrl?: string | undefined;
  /**
   * Allows a base URL of plain http on a host that is not loopback: everybody on the way can read the key and the calls.
   * Loopback are `localhost`, 127.0.0.0/8 and [::1], in browsers also `*.localhost`. Default: false.
   */
  dangerouslyAllowHttp?: boolean | undefined;
  /**
   * The fetch to call with: undici's, node-fetch's, or a function of your own such as `(url, init) => fetch(url, init)`.
   * Default: the platform's, looked up at each call.
   */
  fetch?: Fetch | undefined;
  /** Called after each attempt, for logs, metrics and traces. What it throws is ignored. */
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
}

/** Options resolved once: complete and checked, so that nothing after this knows a default. */
export interface Settings extends Limits, Server {
  readonly api: Api;
  /** Undefined where no key is sent. */
  readonly key: Key | undefined;
  readonly allowBrowser: boolean;
  readonly allowHttp: boolean;
  readonly headers: HeaderValues;
  readonly fetch: Fetch;
  /** openapi-fetch's middleware, in the order in which `onRequest` runs. Changed in place by `use` and `eject`. */
  readonly middleware: Middleware[];
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
}

const CREATE = "createAgentsClient";
const OPTIONS =
  "region apiKey dangerouslyAllowBrowser baseUrl dangerouslyAllowHttp timeout totalTimeout maxRetries headers fetch onAttempt".split(
    " ",
  );
const INIT_OPTIONS = "params body headers signal timeout totalTimeout maxRetries".split(" ");
const DEFAULTS: Limits = { timeout: 30_000, totalTimeout: 90_000, maxRetries: 2 };

/**
 * Checks the options of a client and fills in the rest, from `base` where there is one (`with`), otherwise from the
 * environment and the defaults.
 */
export function resolveOptions(api: Api, given: ClientOptions, base?: Settings): Settings {
  const options = own(given);
  refuseUnknown(CREATE, options, OPTIONS);
  const { region, apiKey, fetch = base?.fetch ?? platformFetch, onAttempt = base?.onAttempt } = options;
  for (const [name, value] of Object.entries({ fetch, onAttempt })) {
    if (value !== undefined && typeof value !== "function") throw new UsageError(CREATE, `${name} must be a function`);
  }
  const allowBrowser = options.dangerouslyAllowBrowser ?? base?.allowBrowser ?? false;
  const allowHttp = options.dangerouslyAllowHttp ?? base?.allowHttp ?? false;
  const kept = region === undefined && options.baseUrl === undefined ? base : undefined;
  // Checked again where it is kept, since `allowHttp` may differ.
  const server = serverOf(CREATE, api.servers, { region, baseUrl: kept?.baseUrl ?? options.baseUrl, allowHttp });
  const { ofRegion } = kept ?? server;
  const key = base && apiKey === undefined ? base.key : createKey(CREATE, apiKey, allowBrowser);
  if (!key && ofRegion) {
    throw new UsageError(CREATE, "apiKey: false needs baseUrl in place of region");
  }
  return {
    api,
    ...limitsOf(CREATE, options, base ?? DEFAULTS),
    allowBrowser,
    allowHttp,
    baseUrl: server.baseUrl,
    ofRegion,
    key,
    headers: { ...base?.headers, ...toHeaders(CREATE, api.apiKeyHeader, options.headers) },
    fetch,
    middleware: [...(base?.middleware ?? [])],
    onAttempt,
  };
}

/** The platform's own fetch, as it is when a call is made. */
export const platformFetch: Fetch = (input, init) => globalThis.fetch(input, init);

/** Checks the options of a call and fills in the rest from the client's. `headers` are those of the call alone. */
export function resolveCall(operation: string, given: AnyInit, settings: Settings) {
  const init = own(given);
  refuseUnknown(operation, init, INIT_OPTIONS);
  const { body, signal } = init;
  const params = own(init.params);
  const toOwnHeaders = (headers: HeadersOption | undefined) => toHeaders(operation, settings.api.apiKeyHeader, headers);
  const headers = { ...toOwnHeaders(init.headers), ...toOwnHeaders(params.header) };
  return { params, body, signal, headers, limits: limitsOf(operation, init, settings) };
}

/** The limits that are given, and those of `base` for the rest. */
function limitsOf(operation: string, given: SharedOptions, base: Limits): Limits {
  const { timeout = base.timeout, totalTimeout = base.totalTimeout, maxRetries = base.maxRetries } = given;
  const wrong = !isTime(timeout) ? "timeout" : !isTime(totalTimeout) ? "totalTimeout" : undefined;
  if (wrong) throw new UsageError(operation, `${wrong} must be a number of milliseconds above 0, or Infinity`);
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return { timeout, totalTimeout, maxRetries };
  throw new UsageError(operation, "maxRetries must be a whole number, 0 or more");
}

const isTime = (ms: unknown) => typeof ms === "number" && ms > 0;

function refuseUnknown(operation: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new UsageError(operation, `there is no option "${name}"; the options are ${known.join(", ")}`);
  }
}
