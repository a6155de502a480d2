import type { FetchOptions } from "./fetch-options.js";
import type { ApiKeyFunction } from "./key.js";
import type { Logger, LogLevel } from "./log.js";
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
export interface SharedOptions extends Optional<Limits> {
  /**
   * Headers to add. A value that is `undefined` is left out; `null` removes the header that the client, or the one that
   * `with` was called on, has. Refused are the key's header and those that only fetch can set: `connection`,
   * `content-length`, `expect`, `host`, `keep-alive`, `proxy-connection`, `transfer-encoding` and `upgrade`.
   */
  headers?: HeadersOption | undefined;
  /**
   * More options for fetch, such as `cache`, `credentials`, `keepalive`, `priority`, `next` of Next.js, `cf` of Cloudflare, or
   * undici's `dispatcher`. Those of a call are added to those of the client. What the client sets itself is refused.
   */
  fetchOptions?: FetchOptions | undefined;
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
  /** Called after each attempt, for metrics and traces. What it throws is ignored. */
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
  /** Which attempts are logged, one line each. Default: `POLYAI_LOG`, otherwise `off`. */
  logLevel?: LogLevel | undefined;
  /** What the log is written with: `console`, pino, winston. Default: `console.error`, which writes to standard error. */
  logger?: Logger | undefined;
}
