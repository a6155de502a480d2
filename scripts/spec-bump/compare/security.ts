import { isObject, type Json, type JsonObject } from "../../openapi/json-value.js";
import { below, resolve } from "../../openapi/pointer.js";
import type { Finding } from "../comparison.js";
import { type Operation, operationsIn } from "../document-operations.js";

interface Secured {
  readonly document: JsonObject;
  readonly operation: Operation;
}

const KEY = "the API key";

/** Compares the security of an operation. The client can only send an API key. */
export function compareSecurity(current: Secured, next: Secured): Finding[] {
  const [before, after] = [securityOf(current), securityOf(next)];
  if (before.words === after.words) return [];
  const what = `asks for ${after.words} now, was ${before.words}`;
  const breaking = before.isMet && !after.isMet;
  return [{ where: "security", at: [], what, breaking, adds: after.isMet }];
}

/** The security in words, and whether the client can meet it. */
function securityOf({ document, operation }: Secured) {
  const security = operation.operation.security ?? document.security;
  const alternatives = requirementsIn(security).map((one) => schemesOf(document, one));
  const words = alternatives.map((schemes) => schemes.join(" and ") || "no key").sort();
  return {
    words: words.join(" or ") || "no key",
    isMet: alternatives.length === 0 || alternatives.some((schemes) => schemes.every((scheme) => scheme === KEY)),
  };
}

function schemesOf(document: JsonObject, requirement: JsonObject): string[] {
  const header = keySchemeOf(document)?.header.toLowerCase();
  const words = Object.entries(requirement).map(([name, scopes]) => {
    const scheme = schemeOf(document, name);
    if (isKey(scheme) && String(scheme.name).toLowerCase() === header) return KEY;
    if (scheme.type === "apiKey") return `a key in the ${scheme.in} ${scheme.name}`;
    if (scheme.type === "http") return `HTTP ${scheme.scheme} credentials`;
    const needed = Array.isArray(scopes) && scopes.length > 0 ? ` (${scopes.join(", ")})` : "";
    return `${scheme.type ?? name}${needed}`;
  });
  return words.sort();
}

/** The security scheme whose header the client sends the key in. */
export function keySchemeOf(document: JsonObject): { name: string; header: string } | undefined {
  const all = [document.security, ...operationsIn(document).map(({ operation }) => operation.security)];
  const names = all.flatMap(requirementsIn).flatMap(Object.keys);
  const name = names.find((one) => isKey(schemeOf(document, one)));
  return name === undefined ? undefined : { name, header: String(schemeOf(document, name).name) };
}

function requirementsIn(security: Json | undefined): JsonObject[] {
  return Array.isArray(security) ? security.filter(isObject) : [];
}

function isKey({ type, in: place, name }: JsonObject): boolean {
  return type === "apiKey" && place === "header" && typeof name === "string";
}

function schemeOf(document: JsonObject, name: string): JsonObject {
  const scheme = resolve(document, { $ref: below("#", "components", "securitySchemes", name) });
  return isObject(scheme) ? scheme : {};
}
