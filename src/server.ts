import { type Region, SERVERS } from "../generated/constants.js";
import { environment } from "./environment.js";
import { UsageError } from "./errors.js";

/** An option or a variable, so that what is wrong with it can be said by its name. */
type Named = readonly [name: string, value: string | undefined];

const REGIONS = Object.keys(SERVERS).join(", ");
const LOOPBACK = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The server that a region or a base URL names, without a slash at its end; undefined when neither is given.
 *
 * @throws {UsageError} when both are given, or one is wrong.
 */
export function serverOf(operation: string, [name, region]: Named, [urlName, url]: Named): string | undefined {
  if (region === undefined) return url === undefined ? undefined : checkBaseUrl(operation, urlName, url);
  if (url !== undefined) throw new UsageError(operation, `${name} and ${urlName} exclude each other; give one`);
  if (Object.hasOwn(SERVERS, region)) return SERVERS[region as Region];
  throw new UsageError(operation, `${name} ${JSON.stringify(region)} is unknown: use one of ${REGIONS}`);
}

/** The server that the environment names, which is the last place to look. */
export function serverOfEnvironment(operation: string): string {
  const named = (name: string): Named => [name, environment(name)];
  const server = serverOf(operation, named("POLYAI_REGION"), named("POLYAI_BASE_URL"));
  if (server !== undefined) return server;
  throw new UsageError(operation, `region is missing: give region (${REGIONS}), baseUrl, or set POLYAI_REGION`);
}

function checkBaseUrl(operation: string, name: string, value: string): string {
  if (!URL.canParse(value)) throw new UsageError(operation, `${name} is not an absolute URL`);
  const url = new URL(value);
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError(operation, `${name} must not have a user, a password, a query or a fragment`);
  }
  const safe = url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (!safe) throw new UsageError(operation, `${name} must be https (http on loopback only)`);
  return url.href.replace(/\/+$/, "");
}
