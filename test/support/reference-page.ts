import { expect } from "vitest";
import { stringify } from "yaml";
import { isObject, type Json, type JsonObject } from "../../scripts/openapi/json-value.js";
import { at } from "../../scripts/openapi/pointer.js";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { currentDocument } from "./bump-document.js";
import { createFolder, problemOf } from "./source-folder.js";

/** The document in the OpenAPI block of a page: one operation, and the schemas that it needs. */
function excerptOf(document: JsonObject, method: string, path: string): JsonObject {
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

/** A page of the reference, as Markdown. */
export function pageOf(one: JsonObject): string {
  const [[path = "", item] = []] = Object.entries(one.paths as JsonObject);
  const [method = ""] = Object.keys(item as JsonObject);
  return `> ## Index of the documentation

# What it does

## OpenAPI

${blockOf(one, `yaml ${method.toUpperCase()} ${path}`)}`;
}

/** A fenced block with this text after the fence. */
export function blockOf(one: JsonObject, fence: string): string {
  return `\`\`\`\`${fence}\n${stringify(one)}\`\`\`\`\n`;
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

// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be changed
export type Change = (document: any) => void;

/** The document of a page about this operation, changed. */
export function excerpt(method: string, path: string, change: Change = () => {}): JsonObject {
  const one = excerptOf(currentDocument(), method, path);
  change(one);
  return one;
}

/** The current document, changed. */
export function changed(change: Change): JsonObject {
  const document = currentDocument();
  change(document);
  return document;
}

/** Reads pages as the next document. Checks that the current document does not change. */
export async function merged(pages: readonly string[], current = currentDocument()): Promise<JsonObject> {
  const before = structuredClone(current);
  await using folder = await createFolder();
  const sources = await Promise.all(pages.map((page, index) => folder.write(`page-${index + 1}.md`, page)));
  const next = await readSources(sources, current);
  expect(current).toEqual(before);
  return next;
}

/** The problem with these pages, which are called page-1.md, page-2.md and so on. */
export async function problemWith(...pages: string[]): Promise<string> {
  await using folder = await createFolder();
  const sources = await Promise.all(pages.map((page, index) => folder.write(`page-${index + 1}.md`, page)));
  return await problemOf(readSources(sources, currentDocument()), folder);
}
