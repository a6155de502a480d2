import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type JsonObject } from "../json.js";
import { nameOf } from "../operations.js";
import type { Page } from "./parse.js";
import { refusal } from "./refusal.js";

/** What pages state beside their operations; undefined where none of them states it. */
export interface Stated {
  readonly version: Json | undefined;
  readonly servers: Json | undefined;
  readonly security: Json | undefined;
  readonly components: readonly Component[];
}

export interface Component {
  /** Such as `schemas`. */
  readonly section: string;
  readonly name: string;
  readonly value: Json;
}

/**
 * What the pages state together: each page may leave out what another one states.
 *
 * @throws {Problem} naming two pages that state one thing in two ways, as pages of different versions do.
 */
export function agree(pages: readonly Page[]): Stated {
  for (const { method, path } of pages) {
    const name = nameOf({ method, path });
    agreed(name, pages, (page) => (nameOf(page) === name ? page.operation : undefined));
  }
  return {
    version: agreed("the version", pages, ({ document }) => ownOf(document.info, "version")),
    servers: agreed("the servers", pages, ({ document }) => document.servers),
    security: agreed("the security", pages, ({ document }) => document.security),
    components: componentsOf(pages),
  };
}

function componentsOf(pages: readonly Page[]): Component[] {
  const found = new Map<string, Component>();
  const all = pages.flatMap(({ document }) => entriesOf(document.components));
  for (const [section, names] of all) {
    for (const name of Object.keys(names)) {
      const pointer = `#/components/${section}/${name}`;
      if (found.has(pointer)) continue;
      const pick = ({ document }: Page) => ownOf(ownOf(document.components, section), name);
      const value = agreed(pointer, pages, pick);
      if (value !== undefined) found.set(pointer, { section, name, value });
    }
  }
  return [...found.values()];
}

function agreed(what: string, pages: readonly Page[], pick: (page: Page) => Json | undefined): Json | undefined {
  const [first, ...others] = pages.filter((page) => pick(page) !== undefined);
  if (!first) return undefined;
  const other = others.find((page) => !isDeepStrictEqual(pick(page), pick(first)));
  if (!other) return pick(first);
  throw refusal(first.name, `and ${other.name} disagree about ${what}: give pages of one version`);
}

function ownOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function entriesOf(components: Json | undefined): [section: string, names: JsonObject][] {
  const entries = Object.entries(isObject(components) ? components : {});
  return entries.flatMap(([section, names]) => (isObject(names) ? [[section, names]] : []));
}
