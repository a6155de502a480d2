import { Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../json.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import type { Given } from "./repair.js";

/**
 * Makes one server of each value of a variable: `https://api.{region}.example` with an `enum` of two is two servers. A
 * variable without an `enum` takes its default.
 *
 * @throws {Problem} when a server is not an https URL: the API key goes there.
 */
export function repairServers(document: JsonObject, { report }: Given): JsonObject {
  return rewrite(document, (value, { keys }) => {
    // Servers of webhooks and callbacks are not called by the client.
    if (!Array.isArray(value.servers) || keys.includes("callbacks") || keys[0] === "webhooks") return value;
    const servers = value.servers.flatMap((server) => {
      const where = targetOf(document, [...keys, "servers"]);
      const each = isObject(server) ? expanded(server) : [];
      if (isObject(server) && server.variables !== undefined) {
        report({ name: "server-variables", where, what: `${server.url} is ${each.length} servers` });
      }
      for (const { url } of each) refuseUnlessHttps(String(url), where);
      return each;
    });
    return { ...value, servers };
  });
}

function expanded({ variables, ...server }: JsonObject): JsonObject[] {
  let urls = [String(server.url)];
  for (const [name, variable] of Object.entries(isObject(variables) ? variables : {})) {
    urls = urls.flatMap((url) =>
      url.includes(`{${name}}`) ? valuesOf(variable).map((value) => url.replaceAll(`{${name}}`, () => value)) : [url],
    );
  }
  return [...new Set(urls)].map((url) => ({ ...server, url }));
}

function valuesOf(variable: Json): string[] {
  if (!isObject(variable)) return [];
  return (Array.isArray(variable.enum) && variable.enum.length > 0 ? variable.enum : [variable.default ?? ""]).map(
    String,
  );
}

function refuseUnlessHttps(url: string, where: string): void {
  if (/^https:\/\//i.test(url) && URL.canParse(url) && !/[{}@\s\\]/.test(url)) return;
  throw new Problem(
    `${where}: ${JSON.stringify(url)} is not an https URL, and the API key is sent there. Correct the source`,
  );
}
