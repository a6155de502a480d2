import { API_KEY_HEADER, type Region, SERVERS } from "../generated/constants.js";
import { UsageError } from "./errors.js";
import { createKey, type Key } from "./key.js";
import type { AttemptEvent } from "./transport/retry.js";

/** Asked for the key before every attempt. `rejected` is true after the server has answered 401 to the last one. */
export type ApiKeyFunction = (context: { readonly rejected: boolean }) => string | Promise<string>;

/** Options that a client and a single call have in common; a call's own win. */
interface SharedOptions {
  /** Milliseconds for one attempt, reading the body included; `Infinity` for no limit. Default 30 000. */
  timeout?: number | undefined;
  /** Milliseconds for the whole call, every attempt and wait included; `Infinity` for no limit. Default 90 000. */
  totalTimeout?: number | undefined;
  /** How often a call is repeated at most where repeating it is safe. Default 2; 0 never repeats. */
  maxRetries?: number | undefined;
  /** Headers to add. The key's header and `host` are refused: they decide where the key goes. */
  headers?: HeadersInit | undefined;
}

/** Options of one call. */
export interface CallOptions extends SharedOptions {
  /** Ends the call at once, in whatever it is doing; the call rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/** Options of a client. */
export interface ClientOptions extends SharedOptions {
  /** The region that the workspace lives in. Default: `POLYAI_REGION`. */
  region?: Region | undefined;
  /** The key, or a function that is asked for it before every attempt. Default: `POLYAI_API_KEY`. */
  apiKey?: string | ApiKeyFunction | undefined;
  /**
   * Where to call instead of a region's server: a mock, a proxy, a gateway; a path prefix is kept. https, or http on a
   * loopback host. Excludes `region`. Default: `POLYAI_BASE_URL`.
   */
  baseUrl?: string | undefined;
  /** The fetch to call with. Default: the platform's, looked up at each call. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Told of each attempt when it has ended, for logs, metrics and traces. What it throws is ignored. */
  onAttempt?: ((event: AttemptEvent) => void) | undefined;
}

/** Options resolved once: complete and checked, so that nothing after this knows a default. */
export interface Settings {
  readonly key: Key;
  readonly baseUrl: string;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
}

/** How long a call may take, and how often it may be repeated. */
export type Limits = Pick<Settings, "timeout" | "totalTimeout" | "maxRetries">;

const CREATE = "createAgentsClient";
const OPTIONS = "region apiKey baseUrl timeout totalTimeout maxRetries headers fetch onAttempt".split(" ");
const DEFAULTS: Limits = { timeout: 30_000, totalTimeout: 90_000, maxRetries: 2 };

/**
 * Checks the options of a client and fills in the rest, from `base` where there is one (`with`), otherwise from the
 * environment and the defaults.
 */
export function resolveOptions(options: ClientOptions, base?: Settings): Settings {
  refuseUnknown(CREATE, options, OPTIONS);
  const { region, apiKey, baseUrl, fetch, onAttempt } = options;
  for (const [name, value] of Object.entries({ fetch, onAttempt })) {
    if (value !== undefined && typeof value !== "function") throw new UsageError(CREATE, `${name} must be a function`);
  }
  const ownServer = region !== undefined || baseUrl !== undefined;
  return {
    ...limitsOf(CREATE, options, base ?? DEFAULTS),
    baseUrl: base && !ownServer ? base.baseUrl : resolveServer(region, baseUrl),
    key: base && apiKey === undefined ? base.key : createKey(CREATE, apiKey ?? environment("POLYAI_API_KEY")),
    headers: { ...base?.headers, ...toHeaders(CREATE, options.headers) },
    fetch: fetch ?? base?.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onAttempt: onAttempt ?? base?.onAttempt,
  };
}

/** The limits that are given, checked, and those of `base` for the rest. */
export function limitsOf(operation: string, given: SharedOptions, base: Limits): Limits {
  const { timeout = base.timeout, totalTimeout = base.totalTimeout, maxRetries = base.maxRetries } = given;
  checkTime(operation, "timeout", timeout);
  checkTime(operation, "totalTimeout", totalTimeout);
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new UsageError(operation, "maxRetries must be a whole number, 0 or more");
  }
  return { timeout, totalTimeout, maxRetries };
}

function checkTime(operation: string, name: string, ms: number): void {
  if (typeof ms === "number" && ms > 0) return;
  throw new UsageError(operation, `${name} must be a number of milliseconds above 0, or Infinity`);
}

export function refuseUnknown(operation: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(operation, `there is no option "${unknown}"; the options are ${known.join(", ")}`);
}

/** Headers by their lower-case name. */
export function toHeaders(operation: string, given: HeadersInit | undefined): Record<string, string> {
  if (given === undefined) return {};
  let headers: Headers;
  try {
    headers = new Headers(given);
  } catch {
    // The platform's message quotes the value, which may be a secret.
    throw new UsageError(operation, "headers has characters that no header can carry");
  }
  if (headers.has(API_KEY_HEADER)) throw new UsageError(operation, `headers: give the key as apiKey, not as a header`);
  if (headers.has("host")) throw new UsageError(operation, "headers: host cannot be set; baseUrl says where to call");
  return Object.fromEntries(headers);
}

function resolveServer(region: string | undefined, baseUrl: string | undefined): string {
  if (region !== undefined && baseUrl !== undefined) {
    throw new UsageError(CREATE, "region and baseUrl exclude each other; give one");
  }
  if (region !== undefined) return serverOf("region", region);
  if (baseUrl !== undefined) return checkBaseUrl("baseUrl", baseUrl);
  const regionVariable = environment("POLYAI_REGION");
  const urlVariable = environment("POLYAI_BASE_URL");
  if (regionVariable && urlVariable) {
    throw new UsageError(CREATE, "POLYAI_REGION and POLYAI_BASE_URL exclude each other; give one");
  }
  if (regionVariable) return serverOf("POLYAI_REGION", regionVariable);
  if (urlVariable) return checkBaseUrl("POLYAI_BASE_URL", urlVariable);
  throw new UsageError(CREATE, `region is missing: give region (${REGIONS.join(", ")}), baseUrl, or set POLYAI_REGION`);
}

const REGIONS = Object.keys(SERVERS);

function serverOf(option: string, region: string): string {
  if (Object.hasOwn(SERVERS, region)) return SERVERS[region as Region];
  throw new UsageError(CREATE, `${option} ${JSON.stringify(region)} is unknown: use one of ${REGIONS.join(", ")}`);
}

function checkBaseUrl(option: string, value: string): string {
  if (!URL.canParse(value)) throw new UsageError(CREATE, `${option} is not an absolute URL`);
  const url = new URL(value);
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError(CREATE, `${option} must not have a user, a password, a query or a fragment`);
  }
  const loopback = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && loopback)) return url.href.replace(/\/+$/, "");
  throw new UsageError(CREATE, `${option} must be https (http on loopback only)`);
}

/** A variable of the environment, where there is one (not in browsers, and in Deno only with the permission). */
function environment(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
