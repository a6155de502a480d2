import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type JsonObject } from "../../openapi/json-value.js";
import { nameOf, type Operation, operationsIn, parametersOf, withoutNames } from "../document-operations.js";
import { refusal } from "./refusal.js";

/** A page of the reference: one operation, in a document that contains nothing else. */
export interface Page extends Operation {
  readonly name: string;
  readonly document: JsonObject;
}

/**
 * Merges pages into a copy of the current document. The operation of a page replaces the one with its method and path.
 * Components, the version, the servers and the security replace those of the document if a page has them.
 *
 * @throws {Problem} when pages contradict each other, or rename a path parameter of operations that have no page.
 */
export function mergePages(current: JsonObject, pages: readonly Page[]): JsonObject {
  const next = structuredClone(current);
  const version = common("the version", pages, ({ document }) => at(document.info, "version"));
  if (version !== undefined) next.info = { ...(next.info as JsonObject), version };
  for (const key of ["servers", "security"]) {
    const value = common(`the ${key}`, pages, ({ document }) => document[key]);
    if (value !== undefined) next[key] = value;
  }
  addComponents(next, pages);
  addTags(next, pages);
  const paths = next.paths as JsonObject;
  for (const page of pages) {
    const name = nameOf(page);
    common(name, pages, (one) => (nameOf(one) === name ? one.operation : undefined));
    replaceOperation(next, paths, page);
  }
  for (const page of pages) refuseOtherName(next, page);
  return next;
}

/** The value that pages have in common. A page may leave it out. */
function common(what: string, pages: readonly Page[], pick: (page: Page) => Json | undefined): Json | undefined {
  const [first, ...others] = pages.filter((page) => pick(page) !== undefined);
  if (!first) return undefined;
  const other = others.find((page) => !isDeepStrictEqual(pick(page), pick(first)));
  if (!other) return pick(first);
  throw refusal(first.name, `and ${other.name} disagree about ${what}: give pages of one version`);
}

function at(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function addComponents(next: JsonObject, pages: readonly Page[]): void {
  const components = { ...(next.components as JsonObject) };
  for (const { document } of pages) {
    for (const [section, names] of Object.entries(isObject(document.components) ? document.components : {})) {
      for (const name of Object.keys(names as JsonObject)) {
        const pick = (page: Page) => at(at(page.document.components, section), name);
        const value = common(`#/components/${section}/${name}`, pages, pick) as Json;
        components[section] = { ...(components[section] as JsonObject), [name]: value };
      }
    }
  }
  next.components = components;
}

/** Adds the tags that the document does not have. */
function addTags(next: JsonObject, pages: readonly Page[]): void {
  const tags = [...((next.tags ?? []) as JsonObject[])];
  for (const tag of pages.flatMap(({ document }) => (document.tags ?? []) as JsonObject[])) {
    if (!tags.some(({ name }) => name === tag.name)) tags.push(tag);
  }
  if (tags.length > 0) next.tags = tags;
}

function replaceOperation(next: JsonObject, paths: JsonObject, page: Page): void {
  const samePaths = Object.keys(paths).filter((path) => withoutNames(path) === withoutNames(page.path));
  for (const path of samePaths) {
    const others = operationsAt(next, path).filter(({ method }) => method !== page.method);
    const item = others.map((one) => [one.method.toLowerCase(), standalone(next, one)]);
    if (path === page.path || others.length > 0) paths[path] = Object.fromEntries(item);
    else delete paths[path];
  }
  const item = paths[page.path] as JsonObject | undefined;
  paths[page.path] = { ...item, [page.method.toLowerCase()]: standalone(page.document, page) };
}

function operationsAt(document: JsonObject, path: string): Operation[] {
  return operationsIn(document).filter((one) => one.path === path);
}

/** The operation with the servers and parameters of its path item. */
function standalone(document: JsonObject, one: Operation): JsonObject {
  const { item, operation } = one;
  return {
    ...(item.servers && { servers: item.servers }),
    ...operation,
    ...(item.parameters && { parameters: parametersOf(document, one) }),
  };
}

/** Refuses two path templates for the same URLs, which OpenAPI does not allow. */
function refuseOtherName(next: JsonObject, page: Page): void {
  const others = operationsIn(next).filter(
    ({ path }) => path !== page.path && withoutNames(path) === withoutNames(page.path),
  );
  if (others.length === 0) return;
  const names = others.map(nameOf).join(", ");
  throw refusal(page.name, `renames a parameter in the path of ${names}: give the pages of those too`);
}
