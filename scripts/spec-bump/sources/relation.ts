import { isObject, type JsonObject } from "../json.js";
import type { Page } from "./parse.js";
import { quoted, refusal } from "./refusal.js";
import { isSameTemplate, isUnder } from "./template.js";

/**
 * Refuses a document that has no path in common with the current one, whatever its parameters are called.
 *
 * @throws {Problem} that names both APIs.
 */
export function refuseOtherApi(name: string, document: JsonObject, current: JsonObject): void {
  const known = pathsOf(current);
  if (pathsOf(document).some((path) => known.some((one) => isSameTemplate(one, path)))) return;
  throw refusal(
    name,
    `describes another API, ${titleOf(document)}: it has no path in common with ${titleOf(current)}; check the source`,
  );
}

/**
 * Refuses a page that nothing ties to the current document: neither its path, nor a path above it, nor a server.
 *
 * @throws {Problem} that names its operation.
 */
export function refuseStrangePage({ name, path, method, document }: Page, current: JsonObject): void {
  if (pathsOf(current).some((one) => isSameTemplate(one, path) || isUnder(path, one))) return;
  const known = serversOf(current);
  if (serversOf(document).some((url) => known.includes(url))) return;
  throw refusal(
    name,
    `describes ${method} ${path}, which has neither a path nor a server in common with ${titleOf(current)}: check the page`,
  );
}

function pathsOf({ paths }: JsonObject): string[] {
  return Object.keys(isObject(paths) ? paths : {});
}

function serversOf({ servers }: JsonObject): string[] {
  const all = Array.isArray(servers) ? servers.filter(isObject) : [];
  return all.flatMap(({ url }) => (typeof url === "string" ? [url.replace(/\/+$/, "")] : []));
}

function titleOf({ info }: JsonObject): string {
  return isObject(info) && typeof info.title === "string" ? quoted(info.title) : "one without a title";
}
