import { isObject, type Json, type JsonObject, stableJson } from "../json.js";
import type { Operation } from "../operations.js";
import { at, keysOf } from "../pointer.js";
import type { RedoclyChange } from "../redocly-diff.js";
import type { Finding } from "./finding.js";
import { isRequest, pointerTo } from "./prepare.js";

/** Whether a change that `redocly diff` rates as harmless breaks callers of a typed client. */
export function breaksCallers(change: RedoclyChange, [base, next]: readonly [JsonObject, JsonObject]): boolean {
  const { kind, property, pointers, after, before } = change;
  const [pointer = ""] = pointers;
  const keys = keysOf(pointer);
  if (isRequest(pointer)) {
    // The server does something else for a request that stays the same.
    if (property === "default" && before !== undefined) return true;
    // A request with a property that is gone does not compile any more, and neither does one that may not be there.
    if (kind === "removed" && keys.at(-2) === "properties") return true;
    return after === false && keys.at(-2) === "properties";
  }
  // Where a response had any property, callers read some of them.
  if (kind === "removed" && keys.at(-1) === "additionalProperties") return true;
  // A success of another type makes `data` a union.
  const [, , , responses, status = "", content] = keys;
  if (kind !== "added" || responses !== "responses" || !status.startsWith("2")) return false;
  const parent = at(base, pointer.split("/").slice(0, 5).join("/"));
  const others = isObject(parent) ? Object.entries(parent).filter(([key]) => key.startsWith("2")) : [];
  if (content === "content" && keys.length === 7) {
    const own = others.find(([key]) => key === status)?.[1];
    return isObject(own) && isObject(own.content) && Object.keys(own.content).length > 0;
  }
  const text = contentText(at(next, pointer));
  return keys.length === 5 && others.length > 0 && !others.some(([, other]) => contentText(other) === text);
}

function contentText(response: Json | undefined): string {
  return stableJson(isObject(response) ? (response.content ?? {}) : {});
}

/** What `redocly diff` does not look at in an operation: its own servers, and the names in its path when it has moved. */
export function compareOperation(base: Operation, next: Operation, names: readonly [string, string][]): Finding[] {
  const pointers = [base, next].map(pointerTo);
  const findings: Finding[] = names.map(([before, after]) => {
    return {
      where: `path parameter ${before}`,
      at: pointers,
      what: `is called ${after} now`,
      breaking: true,
      source: "own rule",
    };
  });
  const [before, after] = [base, next].map(serversOf) as [string[], string[]];
  if (before.join() !== after.join()) {
    // The client sends everything to the server of its region.
    const what = after.length > 0 ? `has servers of its own now: ${after.join(", ")}` : "has no servers of its own now";
    findings.push({ where: "operation", at: pointers, what, breaking: after.length > 0, source: "own rule" });
  }
  return findings;
}

function serversOf({ operation, item }: Operation): string[] {
  const servers = operation.servers ?? item.servers;
  return Array.isArray(servers) ? servers.map((server) => String(isObject(server) ? server.url : server)) : [];
}
