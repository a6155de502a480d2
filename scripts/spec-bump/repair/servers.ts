import { isObject, type Json, type JsonObject } from "../../openapi/json-value.js";
import { below } from "../../openapi/pointer.js";
import { rewrite } from "../../openapi/walk.js";
import { Problem } from "../../problem.js";
import type { RepairContext } from "./repair-type.js";

/**
 * Replaces a server URL with variables by one server for each value: `https://api.{region}.example.com` with an `enum`
 * of two regions becomes two servers. A variable without an `enum` gets its default.
 *
 * @throws {Problem} when a server is not an https URL: the client sends the API key there.
 */
export function repairServers(document: JsonObject, { report }: RepairContext): JsonObject {
  return rewrite(document, (value, { keys }) => {
    // The client does not call the servers of webhooks and callbacks.
    if (!Array.isArray(value.servers) || keys.includes("callbacks") || keys[0] === "webhooks") return value;
    const where = below("#", ...keys, "servers");
    const servers = value.servers.filter(isObject).flatMap(({ variables, ...server }) => {
      const urls = urlsOf(String(server.url), isObject(variables) ? variables : {});
      if (variables) report({ name: "server-variables", where, what: `${server.url} is ${urls.join(", ")}` });
      for (const url of urls) refuseUnlessHttps(url, where);
      return urls.map((url): JsonObject => ({ ...server, url }));
    });
    return { ...value, servers };
  });
}

function urlsOf(template: string, variables: JsonObject): string[] {
  let urls = [template];
  for (const [name, variable] of Object.entries(variables)) {
    const place = `{${name}}`;
    const expanded = urls.flatMap((url) => valuesOf(variable).map((value) => url.replaceAll(place, () => value)));
    urls = template.includes(place) ? expanded : urls;
  }
  return [...new Set(urls)];
}

function valuesOf(variable: Json): string[] {
  if (!isObject(variable)) return [];
  const { enum: values, default: value = "" } = variable;
  return (Array.isArray(values) && values.length > 0 ? values : [value]).map(String);
}

function refuseUnlessHttps(url: string, where: string): void {
  if (/^https:\/\//i.test(url) && URL.canParse(url) && !/[{}@\s\\]/.test(url)) return;
  const what = "is not an https URL, and the API key is sent there. Correct the source";
  throw new Problem(`${where}: ${JSON.stringify(url)} ${what}`);
}
