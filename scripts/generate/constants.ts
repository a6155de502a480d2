import { type OpenApiDocument, operationsOf } from "../openapi/document.js";
import { Problem } from "../problem.js";
import { traitsByPath } from "./traits.js";

/** The data of the document that the client needs at run time. */
export function constantsFile(document: OpenApiDocument): string {
  return `/** The version of the API that the types describe: \`info.version\` of the document. */
export const API_VERSION = ${JSON.stringify(document.info.version)};

/** The server of each region. A workspace lives in one region, and its key works there alone. */
export const SERVERS = ${JSON.stringify(serversByRegion(document.servers.map((server) => server.url)))} as const;

/** A region of the API. */
export type Region = keyof typeof SERVERS;

/** The header that carries the key, from the document's security scheme. */
export const API_KEY_HEADER = ${JSON.stringify(apiKeyHeader(document))};

/** The traits of operations, by path template and method. Operations without traits are left out. */
export const TRAITS = ${JSON.stringify(traitsByPath(document))} as const;
`;
}

/**
 * Names each server by the parts of its host that most servers do not have: beside https://api.us.poly.ai,
 * https://api.uk.poly.ai is "uk". A server without such a part is "default". Port and path count if the hosts are equal.
 */
export function serversByRegion(urls: readonly string[]): Record<string, string> {
  const servers = [...new Set(urls.map((url) => url.replace(/\/$/, "")))];
  for (const partsOf of [partsOfHost, partsOfUrl]) {
    const all = servers.map(partsOf);
    const isCommon = (part: string) => all.filter((parts) => parts.includes(part)).length > all.length / 2;
    const regions = all.map((parts) => parts.filter((part) => !isCommon(part)).join("-") || "default");
    if (new Set(regions).size === servers.length)
      return Object.fromEntries(servers.map((url, index) => [regions[index], url]));
  }
  throw new Problem(`servers: these URLs give no different names for regions: ${urls.join(", ")}`);
}

function partsOfHost(url: string): string[] {
  return new URL(url).hostname.split(".");
}

function partsOfUrl(url: string): string[] {
  const { port, pathname } = new URL(url);
  return [...partsOfHost(url), port, ...pathname.split("/")].filter((part) => part !== "");
}

/** The header of the first apiKey scheme that the document requires, for all operations or for one. */
export function apiKeyHeader(document: OpenApiDocument): string {
  const secured: Secured[] = [document, ...(operationsOf(document) as Secured[])];
  const requirements = secured.flatMap(({ security = [] }) => security);
  const schemes = requirements
    .flatMap((requirement) => Object.keys(requirement))
    .map((name) => document.components.securitySchemes[name]);
  const header = schemes.find((scheme) => scheme?.type === "apiKey" && scheme.in === "header")?.name;
  if (!header)
    throw new Error(
      "security: the document must require an apiKey scheme in a header; the client supports no other scheme",
    );
  return header;
}

interface Secured {
  readonly security?: OpenApiDocument["security"];
}
