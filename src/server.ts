import { environment } from "./environment.js";
import { UsageError } from "./errors.js";

/** The URL of each region's server. */
export type Servers = Readonly<Record<string, string>>;

/** An option or a variable, so that what is wrong with it can be said by its name. */
type Named = readonly [name: string, value: string | undefined];

const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The server that a region or a base URL names, without a slash at its end; undefined when neither is given.
 *
 * @throws {UsageError} when both are given, or one is wrong.
 */
export function serverOf(
  operation: string,
  servers: Servers,
  [name, region]: Named,
  [urlName, url]: Named,
): string | undefined {
  if (region === undefined) return url === undefined ? undefined : checkBaseUrl(operation, urlName, url);
  if (url !== undefined) throw new UsageError(operation, `${name} and ${urlName} exclude each other; give one`);
  if (Object.hasOwn(servers, region)) return servers[region];
  throw new UsageError(operation, `${name} ${JSON.stringify(region)} is unknown: use one of ${regionsOf(servers)}`);
}

/** The server that the environment names, which is the last place to look. */
export function serverOfEnvironment(operation: string, servers: Servers): string {
  const named = (name: string): Named => [name, environment(name)];
  const server = serverOf(operation, servers, named("POLYAI_REGION"), named("POLYAI_BASE_URL"));
  if (server !== undefined) return server;
  throw new UsageError(
    operation,
    `region is missing: give region (${regionsOf(servers)}), baseUrl, or set POLYAI_REGION`,
  );
}

const regionsOf = (servers: Servers) => Object.keys(servers).join(", ");

function checkBaseUrl(operation: string, name: string, value: string): string {
  if (!URL.canParse(value)) throw new UsageError(operation, `${name} is not an absolute URL`);
  const url = new URL(value);
  // An empty query or fragment is not in `search` and `hash`, and would take the path of every call.
  if (url.username || url.password || /[?#]/.test(value)) {
    throw new UsageError(operation, `${name} must not have a user, a password, a query or a fragment`);
  }
  const safe = url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (!safe) throw new UsageError(operation, `${name} must be https (http on loopback only)`);
  return url.href.replace(/\/+$/, "");
}
