import { type OpenApiDocument, operationsOf } from "../document.js";
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

/** Names each server by the host label that differs between the servers: api.uk.poly.ai is "uk". */
export function serversByRegion(urls: readonly string[]): Record<string, string> {
  const hosts = urls.map((url) => new URL(url).hostname.split("."));
  const differing = (hosts[0] ?? []).map((_, i) => i).filter((i) => new Set(hosts.map((labels) => labels[i])).size > 1);
  const [label] = differing;
  const regions = new Set(hosts.map((labels) => labels[label ?? -1]));
  if (label === undefined || differing.length > 1 || regions.size < urls.length) {
    throw new Error(`servers: the hosts must differ in exactly one label, the region, but they are ${urls.join(", ")}`);
  }
  return Object.fromEntries(hosts.map((labels, i) => [labels[label], (urls[i] ?? "").replace(/\/$/, "")]));
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
