import { isObject, type Json, type JsonObject, stableJson } from "../../openapi/json-value.js";
import { at, below, keysOf } from "../../openapi/pointer.js";
import type { Finding } from "../comparison.js";
import type { Operation } from "../document-operations.js";
import type { RedoclyChange } from "../redocly-diff.js";
import { isRequest } from "./prepare.js";

/** Whether a change that `redocly diff` rates as harmless breaks callers of a typed client. */
export function breaksCallers(change: RedoclyChange, [base, next]: readonly [JsonObject, JsonObject]): boolean {
  const { kind, property, pointers, after, before } = change;
  const [pointer = ""] = pointers;
  const keys = keysOf(pointer);
  if (isRequest(pointer)) {
    // The same request has another effect.
    if (property === "default" && before !== undefined) return true;
    // A request with this property no longer compiles.
    return keys.at(-2) === "properties" && (kind === "removed" || after === false);
  }
  // A response allowed any property, and callers read some of them.
  if (kind === "removed" && keys.at(-1) === "additionalProperties") return true;
  // With another type of success, `data` becomes a union.
  const [, , , responses, status = "", content] = keys;
  if (kind !== "added" || responses !== "responses" || !status.startsWith("2")) return false;
  const known = at(base, below("#", ...keys.slice(0, 4)));
  const successes = isObject(known) ? Object.entries(known).filter(([key]) => key.startsWith("2")) : [];
  if (content === "content" && keys.length === 7) {
    const own = successes.find(([key]) => key === status)?.[1];
    return isObject(own) && isObject(own.content) && Object.keys(own.content).length > 0;
  }
  const text = contentText(at(next, pointer));
  return keys.length === 5 && successes.length > 0 && !successes.some(([, one]) => contentText(one) === text);
}

function contentText(response: Json | undefined): string {
  return stableJson(isObject(response) ? (response.content ?? {}) : {});
}

/**
 * Finds what `redocly diff` does not compare: servers of an operation, and the parameter names of one that has moved.
 */
export function compareOperation(base: Operation, next: Operation, names: readonly [string, string][]): Finding[] {
  const findings = names.map(([before, after]): Finding => {
    return { where: `path parameter ${before}`, at: [], what: `is called ${after} now`, breaking: true };
  });
  const [before, after] = [serversOf(base), serversOf(next)];
  if (before === after) return findings;
  // The client sends every request to the server of its region.
  const what = after === "" ? "has no servers of its own now" : `has servers of its own now: ${after}`;
  return [...findings, { where: "operation", at: [], what, breaking: after !== "" }];
}

function serversOf({ operation, item }: Operation): string {
  const servers = operation.servers ?? item.servers;
  return Array.isArray(servers) ? servers.map((server) => (isObject(server) ? server.url : server)).join(", ") : "";
}
