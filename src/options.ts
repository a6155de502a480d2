import type { Middleware } from "openapi-fetch";
import type { Api } from "./api.js";
import { UsageError } from "./errors.js";
import { toHeaders } from "./headers.js";
import { type ApiKeyFunction, createKey, type Key } from "./key.js";
import { serverOf, serverOfEnvironment } from "./server.js";
import type { Fetch } from "./transport/any-fetch.js";
import type { AttemptEvent } from "./transport/retry.js";

/** How long a call may take, and how often it may be repeated. */
export interface Limits {
  /** Milliseconds for one attempt, reading the body included; `Infinity` for no limit. Default 30 000. */
  readonly timeout: number;
  /** Milliseconds for the whole call, every attempt and wait included; `Infinity` for no limit. Default 90 000. */
  readonly totalTimeout: number;
  /** How often a call is repeated at most where repeating it is safe. Default 2; 0 never repeats. */
  readonly maxRetries: number;
}

type Optional<T> = { -readonly [Name in keyof T]?: T[Name] | undefined };

/** Options that a client and a single call have in common; a call's own win. */
interface SharedOptions extends Optional<Limits> {
  /**
   * Headers to add. Refused are the key's header and those that only fetch can set: `connection`, `content-length`,
   * `expect`, `host`, `keep-alive`, `proxy-connection`, `transfer-encoding` and `upgrade`.
   */
  headers?: RequestInit["headers"] | undefined;
}

/** Options of one call. */
export interface CallOptions extends SharedOptions {
  /** Ends the call at once, in whatever it is doing; the call rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/** What a call of any operation takes: its options, and what `CallInit` makes strict for each. */
export interface AnyInit extends CallOptions {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown>; header?: Record<string, string> };
  body?: unknown;
}

/** Options of a client. */
export interface ClientOptions<Region extends string = string> extends SharedOptions {
  /** The region that the workspace lives in. Default: `POLYAI_REGION`. */
  region?: Region | undefined;
  /** The key, or a function that is asked for it before every attempt. Default: `POLYAI_API_KEY`. */
  apiKey?: string | ApiKeyFunction | undefined;
  /**
   * Allows `apiKey` to be a string in a browser, for pages that only holders of the key can open: everybody who opens one
   * can use it. Otherwise let `baseUrl` be a proxy that puts the key in, and `apiKey` a function that gives what
   * tells the proxy who asks.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Where to call instead of a region's server: a mock, a proxy, a gateway; a path prefix is kept. https, or http on a
   * loopback host. Excludes `region`. Default: `POLYAI_BASE_URL`.
   */
  baseUrl?: string | undefined;
  /**
   * The fetch to call with: undici's, node-fetch's, or a function of your own such as `(url, init) => fetch(url, init)`.
   * Default: the platform's, looked up at each call.
   */
  fetch?: Fetch | undefined;
  /** Called after each attempt, for logs, metrics and traces. What it throws is ignored. */
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
}

/** Options resolved once: complete and checked, so that nothing after this knows a default. */
export interface Settings extends Limits {
  readonly api: Api;
  readonly key: Key;
  readonly allowBrowser: boolean;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  /** openapi-fetch's middleware, in the order in which `onRequest` runs. Changed in place by `use` and `eject`. */
  readonly middleware: Middleware[];
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
}

const CREATE = "createAgentsClient";
const OPTIONS =
  "region apiKey dangerouslyAllowBrowser baseUrl timeout totalTimeout maxRetries headers fetch onAttempt".split(" ");
const INIT_OPTIONS = "params body headers signal timeout totalTimeout maxRetries".split(" ");
const DEFAULTS: Limits = { timeout: 30_000, totalTimeout: 90_000, maxRetries: 2 };

/**
 * Checks the options of a client and fills in the rest, from `base` where there is one (`with`), otherwise from the
 * environment and the defaults.
 */
export function resolveOptions(api: Api, options: ClientOptions, base?: Settings): Settings {
  refuseUnknown(CREATE, options, OPTIONS);
  const { apiKey, fetch = base?.fetch ?? platformFetch, onAttempt = base?.onAttempt } = options;
  for (const [name, value] of Object.entries({ fetch, onAttempt })) {
    if (value !== undefined && typeof value !== "function") throw new UsageError(CREATE, `${name} must be a function`);
  }
  const server = serverOf(CREATE, api.servers, ["region", options.region], ["baseUrl", options.baseUrl]);
  const baseUrl = server ?? base?.baseUrl ?? serverOfEnvironment(CREATE, api.servers);
  const allowBrowser = options.dangerouslyAllowBrowser ?? base?.allowBrowser ?? false;
  return {
    api,
    ...limitsOf(CREATE, options, base ?? DEFAULTS),
    allowBrowser,
    baseUrl,
    key: base && apiKey === undefined ? base.key : createKey(CREATE, apiKey, allowBrowser),
    headers: { ...base?.headers, ...toHeaders(CREATE, api.apiKeyHeader, options.headers) },
    fetch,
    middleware: [...(base?.middleware ?? [])],
    onAttempt,
  };
}

/** The platform's own fetch, as it is when a call is made. */
export const platformFetch: Fetch = (input, init) => globalThis.fetch(input, init);

/** Checks the options of a call and fills in the rest from the client's. `headers` are those of the call alone. */
export function resolveCall(operation: string, init: AnyInit, { api, ...settings }: Settings) {
  refuseUnknown(operation, init, INIT_OPTIONS);
  const { params } = init;
  return {
    limits: limitsOf(operation, init, settings),
    headers: {
      ...toHeaders(operation, api.apiKeyHeader, init.headers),
      ...toHeaders(operation, api.apiKeyHeader, params?.header),
    },
  };
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
