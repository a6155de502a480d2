import type { AttemptEvent } from "./attempt-event.js";
import type { FetchOptions } from "./fetch-options.js";
import type { Logger, LogLevel } from "./log.js";
import type { Fetch } from "./transport/any-fetch.js";

/** Limits of a call. */
export interface Limits {
  /**
   * Milliseconds for one attempt, including reading the body. `Infinity`: no limit. Default: 30 000.
   *
   * Node's fetch (undici) has a limit of its own: it fails after 300 seconds without data, and the call rejects with a
   * {@link ConnectionError}. To wait longer, call undici's
   * `setGlobalDispatcher(new Agent({ headersTimeout: 0, bodyTimeout: 0 }))`, or give such an agent as
   * `fetchOptions.dispatcher`.
   */
  readonly timeout: number;
  /**
   * Milliseconds for the whole call, including all attempts and the waits between them. `Infinity`: no limit, but see
   * `timeout` for Node. Default: 90 000.
   */
  readonly totalTimeout: number;
  /** How often a call is repeated at most, when that is safe. 0: never. Default: 2. */
  readonly maxRetries: number;
}

type Optional<T> = { -readonly [Name in keyof T]?: T[Name] | undefined };

/** Options of a client and of a single call. Those of the call win. */
export interface SharedOptions extends Optional<Limits> {
  /**
   * Headers to add. `undefined` is ignored; `null` removes a header that the client has. Not allowed are the header of
   * the key, and `connection`, `content-length`, `expect`, `host`, `keep-alive`, `proxy-connection`,
   * `transfer-encoding` and `upgrade`, which only fetch can set.
   */
  headers?: HeadersOption | undefined;
  /**
   * More options for fetch, such as `cache`, `credentials`, `keepalive`, `priority`, Next.js' `next`, Cloudflare's `cf`
   * or undici's `dispatcher`. Options of a call are added to those of the client. Not allowed are `method`, `headers`,
   * `body`, `signal` and `redirect`, which the client sets.
   */
  fetchOptions?: FetchOptions | undefined;
}

export type HeadersOption = NonNullable<RequestInit["headers"]> | Readonly<Record<string, string | null | undefined>>;

/** Headers by lower-case name; null removes a header. */
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
   * The region of your workspace. Default: `POLYAI_REGION`. `POLYAI_BASE_URL` wins over a region, so that a test run
   * with a mock cannot call the API. If `POLYAI_BASE_URL` is the server of another region, that is a {@link
   * UsageError}.
   */
  region?: Region | undefined;
  /**
   * The API key, or a function that returns it and is called before every attempt. `false` sends no key, for a proxy
   * that adds it; it needs `baseUrl` or `POLYAI_BASE_URL`, and excludes `region`. Default: `POLYAI_API_KEY`.
   */
  apiKey?: string | ApiKeyFunction | false | undefined;
  /**
   * Allows `apiKey` to be a string in a browser. Every visitor of the page can then read and use the key. Without it,
   * set `baseUrl` to a proxy of yours that adds the key, and let the function `apiKey` return a token that your proxy
   * checks. Default: false.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * The URL of a server to call instead of a region's: a mock, a proxy or a gateway. It may have a path. https, or http
   * on a loopback host. In a browser also a path alone, such as `/api/polyai`, which is completed by the page's origin
   * at each call. Excludes `region`. Default: `POLYAI_BASE_URL`.
   */
  baseUrl?: string | undefined;
  /**
   * Allows a base URL of plain http on a host that is not loopback. Everybody on the network path can then read the key
   * and the data. Loopback hosts are `localhost`, 127.0.0.0/8 and [::1], and in browsers `*.localhost`. Default: false.
   */
  dangerouslyAllowHttp?: boolean | undefined;
  /**
   * The fetch function: undici's, node-fetch's, or one of your own such as `(url, init) => fetch(url, init)`. Default:
   * `globalThis.fetch`, looked up at each call.
   */
  fetch?: Fetch | undefined;
  /** Called after each attempt, for metrics and traces. Errors that it throws are ignored. */
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
  /** Which attempts are logged, one line each. Default: `POLYAI_LOG`, otherwise `off`. */
  logLevel?: LogLevel | undefined;
  /** The logger: `console`, pino or winston, for example. Default: `console.error` for all levels. */
  logger?: Logger | undefined;
}

/** A value for a path parameter. */
export type PathValue = string | number | boolean;

/** Default path parameters of a client. Calls may leave them out of `params.path`. */
export interface PathDefaults<Name extends string> {
  path?: Readonly<Record<Name, PathValue>> | undefined;
}

/**
 * Returns the API key. The function runs before every attempt. After a 401 it runs once more with `rejected: true`;
 * concurrent calls share that refresh. The refresh is abandoned when the call that started it ends.
 */
export type ApiKeyFunction = (context: { readonly rejected: boolean }) => string | Promise<string>;
