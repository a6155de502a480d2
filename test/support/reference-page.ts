import { stringify } from "yaml";
import { isObject, type Json, type JsonObject } from "../../scripts/spec-bump/json.js";
import { at } from "../../scripts/spec-bump/pointer.js";

/** What a page of the published reference says in its OpenAPI block: one operation, and the schemas that it needs. */
export function excerptOf(document: JsonObject, method: string, path: string): JsonObject {
  const { openapi, info, servers, security, components } = structuredClone(document) as Record<string, JsonObject>;
  const operation = at(document, `#/paths/${path.replaceAll("/", "~1")}/${method}`) as JsonObject;
  const schemas = Object.fromEntries(
    namesIn(document, operation, new Set()).map((name) => [name, structuredClone(schemaOf(document, name))]),
  );
  return {
    openapi: openapi as Json,
    info: { title: info?.title as Json, version: info?.version as Json },
    servers: servers as Json,
    security: security as Json,
    paths: { [path]: { [method]: structuredClone(operation) } },
    components: { schemas, securitySchemes: components?.securitySchemes as Json },
  };
}

/** That page as Markdown, in the way of hosted documentation. */
export function pageOf(excerpt: JsonObject): string {
  const [[path = "", item] = []] = Object.entries(excerpt.paths as JsonObject);
  const [method = ""] = Object.keys(item as JsonObject);
  return `> ## Index of the documentation

# What it does

## OpenAPI

${blockOf(excerpt, `yaml ${method.toUpperCase()} ${path}`)}`;
}

/** A fenced block of a page, with what its fence says. */
export function blockOf(excerpt: JsonObject, fence: string): string {
  return `\`\`\`\`${fence}\n${stringify(excerpt)}\`\`\`\`\n`;
}

function namesIn(document: JsonObject, value: Json, found: Set<string>): string[] {
  for (const one of Object.values(isObject(value) || Array.isArray(value) ? value : {})) {
    const [, name] = typeof one === "string" ? (/^#\/components\/schemas\/(.+)$/.exec(one) ?? []) : [];
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      namesIn(document, schemaOf(document, name), found);
    }
    namesIn(document, one, found);
  }
  return [...found];
}

function schemaOf(document: JsonObject, name: string): Json {
  return at(document, `#/components/schemas/${name}`) as Json;
}
