import { type DocumentOperation, type OpenApiDocument, operationsOf } from "../document.js";

/** The few facts of the document that the client needs while it runs. */
export function constantsFile(document: OpenApiDocument): string {
  const operations = operationsOf(document);
  return `/** The version of the API that the types describe: \`info.version\` of the document. */
export const API_VERSION = ${JSON.stringify(document.info.version)};

/** The server of each region. A workspace lives in one region, and its key works there alone. */
export const SERVERS = ${JSON.stringify(serversByRegion(document.servers.map((server) => server.url)))} as const;

/** A region of the API. */
export type Region = keyof typeof SERVERS;

/** The header that carries the key, from the document's security scheme. */
export const API_KEY_HEADER = ${JSON.stringify(apiKeyHeader(document))};

/** Operations whose success has no body, or one that the document does not describe. */
export const UNDESCRIBED: ReadonlySet<string> = /* @__PURE__ */ new Set(${names(operations.filter(isUndescribed))});

/** POST and PATCH operations that only read, so that repeating one is safe (RFC 9110, 9.2.1): \`x-safe\`. */
export const SAFE: ReadonlySet<string> = /* @__PURE__ */ new Set(${names(operations.filter((o) => o["x-safe"]))});
`;
}

function names(operations: readonly DocumentOperation[]): string {
  return JSON.stringify(operations.map((operation) => `${operation.method} ${operation.path}`));
}

function isUndescribed({ responses }: DocumentOperation): boolean {
  return Object.entries(responses).some(([status, { content }]) => status.startsWith("2") && !content);
}

/** Names each server by the one label of its host in which the servers differ: api.uk.poly.ai is "uk". */
export function serversByRegion(urls: readonly string[]): Record<string, string> {
  const hosts = urls.map((url) => new URL(url).hostname.split("."));
  const differing = (hosts[0] ?? []).map((_, i) => i).filter((i) => new Set(hosts.map((labels) => labels[i])).size > 1);
  const [label] = differing;
  const regions = new Set(hosts.map((labels) => labels[label ?? -1]));
  if (label === undefined || differing.length > 1 || regions.size < urls.length) {
    throw new Error(`servers: expected hosts that differ in exactly one label, the region; got ${urls.join(", ")}`);
  }
  return Object.fromEntries(hosts.map((labels, i) => [labels[label], (urls[i] ?? "").replace(/\/$/, "")]));
}

function apiKeyHeader({ security, components }: OpenApiDocument): string {
  const required = security.flatMap((requirement) => Object.keys(requirement));
  const schemes = required.map((name) => components.securitySchemes[name]);
  const header = schemes.find((scheme) => scheme?.type === "apiKey" && scheme.in === "header")?.name;
  if (!header) throw new Error("security: expected an apiKey scheme in a header; the client knows no other");
  return header;
}
