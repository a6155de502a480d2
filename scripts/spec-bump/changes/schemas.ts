import { compareAlternatives } from "./alternatives.js";
import { describe, isBreaking, keywordChanges } from "./constraints.js";
import type { Finding } from "./finding.js";
import { compareProperties } from "./properties.js";
import { type View, viewOf } from "./schema-view.js";
import { type Pair, placed, type Site } from "./site.js";
import { compareTypes, compareValues } from "./types.js";

/** Everything in which two schemas differ, words aside. */
export function compareSchemas(site: Site, { path, ...sources }: Pair): Finding[] {
  const base = viewOf(site.base, sources.base);
  const next = viewOf(site.next, sources.next);
  const key = [site.direction, base.pointers, next.pointers].join(" ");
  if (site.seen.has(key)) return [];
  site.seen.add(key);

  const views = { path, base, next };
  const types = compareTypes(site, views);
  // Of another type altogether, the rest says nothing more.
  if (types.another) return types.findings;
  const alternatives = compareAlternatives(site, { views, sources });
  if (alternatives.all) return alternatives.findings;
  return [
    ...types.findings,
    ...compareValues(site, views),
    ...alternatives.findings,
    ...compareKeywords(site, views),
    ...compareProperties(site, views),
    ...compareSchemas(site, { path: `${path}[]`, base: base.items, next: next.items }),
    // Where one of them takes no others, that is the change, and it is told of the properties.
    ...(base.closed || next.closed
      ? []
      : compareSchemas(site, { path: `${path}.*`, base: base.additional, next: next.additional })),
  ];
}

function compareKeywords(site: Site, { path, base, next }: Pair<View>): Finding[] {
  return keywordChanges(base.keywords, next.keywords).map((change) => ({
    ...placed(site, { path, base, next }, change.keyword),
    what: describe(change),
    breaking: isBreaking(change, site.direction),
  }));
}
