import { isObject, type Json, type JsonObject } from "../json.js";
import { type Operation, operationsIn } from "../operations.js";
import { resolve } from "../pointer.js";
import type { Finding } from "./finding.js";

/** The scheme whose header the client puts the key in. */
interface KeyScheme {
  readonly name: string;
  readonly header: string;
}

/**
 * Compares the scheme of the key. Callers name no scheme. The header breaks what reads or sets it beside the client (a
 * gateway, a proxy), and every client of the current version.
 */
export function compareKeyScheme(base: JsonObject, next: JsonObject): Finding[] {
  const [before, after] = [keySchemeOf(base), keySchemeOf(next)];
  if (!before || !after) return [];
  const findings: Finding[] = [];
  if (before.header.toLowerCase() !== after.header.toLowerCase()) {
    const what = `goes in the header ${after.header} now, was ${before.header}`;
    findings.push({ where: "the key", at: [], what, breaking: true, source: "own rule" });
  }
  if (before.name !== after.name) {
    const what = `is named ${after.name} now, was ${before.name}`;
    findings.push({ where: "the scheme of the key", at: [], what, breaking: false, source: "own rule" });
  }
  return findings;
}

/** Compares what an operation asks for. The client has an API key and nothing else. */
export function compareSecurity(
  base: { document: JsonObject; operation: Operation },
  next: { document: JsonObject; operation: Operation },
): Finding[] {
  const [before, after] = [base, next].map(alternativesOf);
  if (!before || !after || before.words === after.words) return [];
  const what = `asks for ${after.words} now, was ${before.words}`;
  return [
    {
      where: "security",
      at: [],
      what,
      breaking: before.served && !after.served,
      source: "own rule",
      adds: after.served,
    },
  ];
}

const KEY = "the API key";

function alternativesOf({ document, operation }: { document: JsonObject; operation: Operation }) {
  const stated = operation.operation.security ?? document.security;
  const alternatives = (Array.isArray(stated) ? stated : []).filter(isObject).map((one) => schemesIn(document, one));
  const words = alternatives.map((schemes) => schemes.join(" and ") || "no key");
  return {
    words: words.sort().join(" or ") || "no key",
    served: alternatives.length === 0 || alternatives.some((schemes) => schemes.every((scheme) => scheme === KEY)),
  };
}

function schemesIn(document: JsonObject, requirement: JsonObject): string[] {
  const key = keySchemeOf(document)?.header.toLowerCase();
  return Object.entries(requirement)
    .map(([name, scopes]) => {
      const scheme = schemeOf(document, name);
      if (scheme.type === "apiKey" && scheme.in === "header" && String(scheme.name).toLowerCase() === key) return KEY;
      return schemeInWords(name, scheme, scopes);
    })
    .sort();
}

function schemeInWords(name: string, scheme: JsonObject, scopes: Json): string {
  if (scheme.type === "apiKey") return `a key in the ${scheme.in} ${scheme.name}`;
  if (scheme.type === "http") return `HTTP ${scheme.scheme} credentials`;
  const needed = Array.isArray(scopes) && scopes.length > 0 ? ` (${scopes.join(", ")})` : "";
  return `${scheme.type ?? name}${needed}`;
}

function keySchemeOf(document: JsonObject): KeyScheme | undefined {
  const stated = [document.security, ...operationsIn(document).map(({ operation }) => operation.security)];
  const names = stated.flatMap((list) => (Array.isArray(list) ? list : []).filter(isObject).flatMap(Object.keys));
  const name = names.find((one) => {
    const scheme = schemeOf(document, one);
    return scheme.type === "apiKey" && scheme.in === "header" && typeof scheme.name === "string";
  });
  return name === undefined ? undefined : { name, header: String(schemeOf(document, name).name) };
}

function schemeOf(document: JsonObject, name: string): JsonObject {
  const schemes = isObject(document.components) ? document.components.securitySchemes : undefined;
  const scheme = isObject(schemes) && Object.hasOwn(schemes, name) ? resolve(document, schemes[name]) : undefined;
  return isObject(scheme) ? scheme : {};
}
