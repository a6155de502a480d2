import { serversByRegion } from "../../generate/constants.js";
import { isObject, type JsonObject } from "../../openapi/json-value.js";
import { below } from "../../openapi/pointer.js";
import { closureOf } from "../closure.js";
import type { Finding } from "../comparison.js";
import { nameOf, operationsIn } from "../document-operations.js";
import { keySchemeOf } from "./security.js";

/** Compares the servers by the names of their regions in the client. The client takes their URLs from the document. */
export function compareRegions(current: JsonObject, next: JsonObject) {
  const [before, after] = [regionsIn(current), regionsIn(next)];
  const findings = Object.keys(before).flatMap((region): Finding[] => {
    if (after[region] === undefined || before[region] === after[region]) return [];
    const what = `is served at ${after[region]} now, was ${before[region]}`;
    return [{ where: `region ${region}`, at: [], what, breaking: false }];
  });
  return {
    added: Object.keys(after).filter((region) => !Object.hasOwn(before, region)),
    removed: Object.keys(before).filter((region) => !Object.hasOwn(after, region)),
    findings,
  };
}

function regionsIn({ servers }: JsonObject): Record<string, string> {
  const all = Array.isArray(servers) ? servers.filter(isObject) : [];
  return serversByRegion(all.map(({ url }) => String(url)));
}

/** Compares the scheme of the API key. Callers do not name the scheme, but proxies may know its header. */
export function compareKey(current: JsonObject, next: JsonObject): Finding[] {
  const [before, after] = [keySchemeOf(current), keySchemeOf(next)];
  if (!before || !after) return [];
  const header = `goes in the header ${after.header} now, was ${before.header}`;
  const name = `is named ${after.name} now, was ${before.name}`;
  const isSameHeader = before.header.toLowerCase() === after.header.toLowerCase();
  return [
    ...(isSameHeader ? [] : [{ where: "the key", at: [], what: header, breaking: true }]),
    ...(before.name === after.name ? [] : [{ where: "the scheme of the key", at: [], what: name, breaking: false }]),
  ];
}

/**
 * Schemas that are gone, although an operation that used them is still there. Callers may name them, because the
 * package exports their types.
 */
export function compareSchemaNames(current: JsonObject, next: JsonObject): Finding[] {
  const operationsAt = closureOf(current);
  const kept = new Set(operationsIn(next).map(nameOf));
  const names = new Set(schemaNames(next));
  return schemaNames(current)
    .filter((name) => !names.has(name))
    .filter((name) => operationsAt(below("#", "components", "schemas", name)).some((operation) => kept.has(operation)))
    .map((name) => ({ where: `the type components["schemas"]["${name}"]`, at: [], what: "is gone", breaking: true }));
}

function schemaNames({ components }: JsonObject): string[] {
  return isObject(components) && isObject(components.schemas) ? Object.keys(components.schemas) : [];
}
