import { isObject, type Json, type JsonObject } from "../openapi/json-value.js";
import { operationsIn } from "./document-operations.js";

/** The origins of the next document, also of its operations, outside the domain to which the API key is sent today. */
export function newDestinations(current: JsonObject, next: JsonObject): string[] {
  const known = originsIn(current);
  const domain = domainOf(known.map((origin) => new URL(origin).hostname));
  const isKnown = (origin: string) => {
    const { hostname } = new URL(origin);
    return known.includes(origin) || (domain !== undefined && (hostname === domain || hostname.endsWith(`.${domain}`)));
  };
  return originsIn(next).filter((origin) => !isKnown(origin));
}

function originsIn(document: JsonObject): string[] {
  const lists = [
    document.servers,
    ...operationsIn(document).flatMap(({ item, operation }) => [item.servers, operation.servers]),
  ];
  return [...new Set(lists.flatMap(originsOf))];
}

function originsOf(servers: Json | undefined): string[] {
  const urls = Array.isArray(servers) ? servers.map((server) => (isObject(server) ? String(server.url) : "")) : [];
  return urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin);
}

/**
 * The domain of all hosts: example.com for api.us.example.com and api.uk.example.com. Undefined if it could be a public
 * suffix such as `com` or `co.uk`, because anybody can have a host there.
 */
function domainOf(hosts: readonly string[]): string | undefined {
  const [first = [], ...others] = hosts.map((host) => host.split(".").reverse());
  // A single host is in the domain above it.
  const longest = others.length === 0 ? first.slice(0, -1) : first;
  const end = longest.findIndex((label, index) => others.some((labels) => labels[index] !== label));
  const [top = "", second = "", ...rest] = longest.slice(0, end === -1 ? longest.length : end);
  if (second === "" || (rest.length === 0 && second.length <= 3 && top.length === 2)) return undefined;
  return [top, second, ...rest].reverse().join(".");
}
