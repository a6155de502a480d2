import { environment, isBrowser, pageOrigin } from "./environment.js";
import { UsageError } from "./errors.js";

/** The URL of each region's server. */
export type Servers = Readonly<Record<string, string>>;

/** The options that select the server. */
interface ServerOptions {
  readonly region?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly allowHttp: boolean;
}

/**
 * The server to call. `ofRegion`: it was selected by a region, although `POLYAI_BASE_URL` may have replaced its URL.
 */
export interface Server {
  readonly baseUrl: string;
  readonly ofRegion: boolean;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Selects the server: `baseUrl`, otherwise `POLYAI_BASE_URL`, otherwise the region's, otherwise that of
 * `POLYAI_REGION`. The URL has no slash at its end. A `baseUrl` that is a path stays a path.
 *
 * @throws {UsageError} when an option or variable is wrong, when two contradict each other, or when all are missing.
 */
export function serverOf(operation: string, servers: Servers, options: ServerOptions): Server {
  const { region, baseUrl, allowHttp } = options;
  if (baseUrl !== undefined) {
    if (region !== undefined) throw new UsageError(operation, "region and baseUrl exclude each other; give one");
    return { baseUrl: checkBaseUrl(operation, "baseUrl", baseUrl, allowHttp), ofRegion: false };
  }
  const [name, asked] = region === undefined ? ["POLYAI_REGION", environment("POLYAI_REGION")] : ["region", region];
  const regions = Object.keys(servers).join(", ");
  if (asked !== undefined && !Object.hasOwn(servers, asked)) {
    throw new UsageError(operation, `${name} ${JSON.stringify(asked)} is unknown: use one of ${regions}`);
  }
  const variable = environment("POLYAI_BASE_URL");
  if (variable !== undefined) {
    const url = checkBaseUrl(operation, "POLYAI_BASE_URL", variable, allowHttp);
    const named = regionsAt(servers, url);
    if (asked === undefined || named.length === 0 || named.includes(asked)) {
      return { baseUrl: url, ofRegion: region !== undefined };
    }
    throw new UsageError(operation, `POLYAI_BASE_URL is the server of ${named[0]}, but ${name} is ${asked}`);
  }
  const server = asked && servers[asked];
  if (server) return { baseUrl: checkBaseUrl(operation, name, server, allowHttp), ofRegion: true };
  throw new UsageError(operation, `region is missing: give region (${regions}), baseUrl, or set POLYAI_REGION`);
}

/** The regions whose server has the same host as a base URL. */
function regionsAt(servers: Servers, baseUrl: string): string[] {
  // A host name may end in a dot (RFC 3986, 3.2.2).
  const hostOf = (url: string) => new URL(url).hostname.replace(/\.$/, "");
  return Object.keys(servers).filter((region) => hostOf(servers[region] as string) === hostOf(baseUrl));
}

/**
 * Completes a base URL that is a path with the origin of the page.
 *
 * @throws {UsageError} when there is no page with http or https, or its origin is not allowed.
 */
export function completeBaseUrl(operation: string, baseUrl: string, allowHttp: boolean): string {
  if (!baseUrl.startsWith("/")) return baseUrl;
  const origin = pageOrigin();
  if (origin) return checkBaseUrl(operation, "baseUrl", origin + baseUrl, allowHttp);
  throw new UsageError(operation, "baseUrl is a path, but no http page can complete it");
}

function checkBaseUrl(operation: string, name: string, value: string, allowHttp: boolean): string {
  const isPath = name === "baseUrl" && /^\//.test(value);
  const absolute = isPath ? `https://page.invalid${value}` : value;
  // "//host" would be another server, and so would "/\\host".
  const url = URL.canParse(absolute) && new URL(absolute);
  if (!url || (isPath && url.pathname[1] === "/")) {
    throw new UsageError(operation, `${name} is not an absolute URL or a path`);
  }
  // `search` and `hash` do not show an empty query or fragment, which would swallow the path of every call.
  if (url.username || url.password || /[?#]/.test(value)) {
    throw new UsageError(operation, `${name} must not have a user, a password, a query or a fragment`);
  }
  const { protocol, hostname } = url;
  // Only browsers resolve *.localhost without a DNS server (RFC 6761, 6.3).
  const loopback = LOOPBACK.test(hostname) || (hostname.endsWith(".localhost") && isBrowser());
  if (protocol !== "https:" && !(protocol === "http:" && (loopback || allowHttp))) {
    throw new UsageError(
      operation,
      `${name} must be https (http on loopback only, or with dangerouslyAllowHttp: true)`,
    );
  }
  if (isPath) return url.pathname;
  // A loop, since a regular expression would take quadratic time.
  let end = url.href.length;
  while (url.href[end - 1] === "/") end -= 1;
  return url.href.slice(0, end);
}
