import type { QueryStyle } from "../../src/api.js";
import { type DocumentOperation, type OpenApiDocument, operationsOf, type Parameter } from "../document.js";

/** The few facts of the document that the client needs while it runs. */
export function constantsFile(document: OpenApiDocument): string {
  return `/** The version of the API that the types describe: \`info.version\` of the document. */
export const API_VERSION = ${JSON.stringify(document.info.version)};

/** The server of each region. A workspace lives in one region, and its key works there alone. */
export const SERVERS = ${JSON.stringify(serversByRegion(document.servers.map((server) => server.url)))} as const;

/** A region of the API. */
export type Region = keyof typeof SERVERS;

/** The header that carries the key, from the document's security scheme. */
export const API_KEY_HEADER = ${JSON.stringify(apiKeyHeader(document))};

/** Path template → method → traits of the operation, where it has any. */
export const TRAITS = ${JSON.stringify(traitsByPath(document))} as const;
`;
}

const JSON_TYPE = "application/json";

function traitsByPath(document: OpenApiDocument): Record<string, Record<string, object>> {
  const byPath: Record<string, Record<string, object>> = {};
  for (const operation of operationsOf(document)) {
    const traits = traitsOf(operation);
    if (Object.keys(traits).length === 0) continue;
    byPath[operation.path] = { ...byPath[operation.path], [operation.method]: traits };
  }
  return byPath;
}

function traitsOf({ "x-safe": safe, method, parameters, requestBody, responses }: DocumentOperation): object {
  const query = queryStylesOf(parameters);
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  const sends = Object.keys(requestBody?.content ?? {});
  const receives = [...new Set(successes.flatMap(([, { content = {} }]) => Object.keys(content)))];
  return {
    ...(safe && { safe }),
    ...(successes.some(([, { content }]) => !content) && { open: true }),
    ...(sends[0] && !sends.includes(JSON_TYPE) && { sends: sends[0] }),
    ...(receives.some((type) => type !== JSON_TYPE) && { receives }),
    ...(method === "DELETE" && requestBody && { deleteBody: true }),
    ...(Object.keys(query).length > 0 && { query }),
  };
}

/** The serialization of each query parameter, where it is not the default: `form`, exploded (OpenAPI 3.1, 4.8.12.2). */
export function queryStylesOf(parameters: readonly Parameter[]): Record<string, QueryStyle> {
  const styles: Record<string, QueryStyle> = {};
  for (const { name, in: place, style = "form", explode = style === "form" } of parameters) {
    if (place === "query" && !(style === "form" && explode)) styles[name] = { style, explode } as QueryStyle;
  }
  return styles;
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
