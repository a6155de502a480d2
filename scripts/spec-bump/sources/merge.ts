import { isObject, type JsonObject } from "../json.js";
import { nameOf } from "../operations.js";
import { resolve } from "../pointer.js";
import { agree, type Stated } from "./agreement.js";
import type { Page } from "./parse.js";
import { methodsOf, withoutShared } from "./path-item.js";
import { refusal } from "./refusal.js";
import { isSameTemplate } from "./template.js";

/**
 * The current document as the pages change it: each page's operation in place of the one with its method and path, the
 * components by their names, and the version, servers and security that the pages state. What is ours at a replaced
 * operation goes: the overlay holds it. A component that nothing uses any more stays: the repairs see to it.
 *
 * @throws {Problem} when pages contradict each other, or rename a parameter in the path of operations they do not hold.
 */
export function mergePages(current: JsonObject, pages: readonly Page[]): JsonObject {
  const stated = agree(pages);
  const next = structuredClone(current);
  const paths = isObject(next.paths) ? next.paths : {};
  next.paths = paths;
  put(next, stated);
  addTags(next, pages);
  for (const page of pages) place(paths, page, next);
  for (const page of pages) refuseSecondName(paths, page);
  return next;
}

function put(next: JsonObject, { version, servers, security, components }: Stated): void {
  if (version !== undefined) next.info = { ...(isObject(next.info) && next.info), version };
  if (servers !== undefined) next.servers = servers;
  if (security !== undefined) next.security = security;
  for (const { section, name, value } of components) {
    const all = isObject(next.components) ? next.components : {};
    const names = all[section];
    next.components = { ...all, [section]: { ...(isObject(names) && names), [name]: value } };
  }
}

/** New ones only: what the current document says of a tag is as good. */
function addTags(next: JsonObject, pages: readonly Page[]): void {
  const tags = Array.isArray(next.tags) ? next.tags : [];
  for (const { document } of pages) {
    for (const tag of Array.isArray(document.tags) ? document.tags : []) {
      if (!tags.some((one) => isObject(one) && isObject(tag) && one.name === tag.name)) tags.push(tag);
    }
  }
  if (tags.length > 0) next.tags = tags;
}

function place(paths: JsonObject, page: Page, next: JsonObject): void {
  const method = page.method.toLowerCase();
  const operation = withoutShared(page.document, page.item)[method] ?? page.operation;
  // Under another name of its parameters the path is the same path.
  for (const path of Object.keys(paths).filter((one) => isSameTemplate(one, page.path))) {
    const item = resolve(next, paths[path]);
    const { [method]: _, ...others } = withoutShared(next, isObject(item) ? item : {});
    if (path === page.path || methodsOf(others).length > 0) paths[path] = others;
    else delete paths[path];
  }
  const item = paths[page.path];
  paths[page.path] = { ...(isObject(item) && item), [method]: operation };
}

/** Two templates for the same URLs are no OpenAPI, and which of the names is right the page alone can say. */
function refuseSecondName(paths: JsonObject, page: Page): void {
  const other = Object.keys(paths).find((path) => path !== page.path && isSameTemplate(path, page.path));
  const item = other === undefined ? undefined : paths[other];
  if (other === undefined || !isObject(item)) return;
  const left = methodsOf(item).map((method) => nameOf({ method: method.toUpperCase(), path: other }));
  throw refusal(page.name, `renames a parameter in the path of ${left.join(", ")}: give the pages of those too`);
}
