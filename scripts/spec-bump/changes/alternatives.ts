import { isObject, stableJson } from "../json.js";
import { type Finding, inWords } from "./finding.js";
import { type Sources, type View, withoutWords } from "./schema-view.js";
import { compareSchemas } from "./schemas.js";
import { type Pair, placed, type Site } from "./site.js";

interface AlternativesChange {
  readonly findings: Finding[];
  /** Whether that is all there is to compare in the two schemas. */
  readonly all: boolean;
}

interface Both {
  readonly views: Pair<View>;
  readonly sources: { readonly base: Sources; readonly next: Sources };
}

/** Compares `oneOf` and `anyOf`. A schema that has become one of several alternatives is compared with them as one. */
export function compareAlternatives(site: Site, { views, sources }: Both): AlternativesChange {
  const before = views.base.alternatives;
  const after = views.next.alternatives;
  if (!before && !after) return { findings: [], all: false };
  if (before && after) return { findings: compareLists(site, views, { before, after }), all: false };
  if (after && isShapeless(views.next) && !isShapeless(views.base)) {
    return { findings: compareLists(site, views, { before: [sources.base], after }), all: true };
  }
  if (before && isShapeless(views.base) && !isShapeless(views.next)) {
    return { findings: compareLists(site, views, { before, after: [sources.next] }), all: true };
  }
  const what = after ? `is one of ${after.length} alternatives now` : "is no longer one of certain alternatives";
  const breaking = (site.direction === "request") === Boolean(after);
  return { findings: [{ ...placesOf(site, views), what, breaking }], all: false };
}

/** Says nothing of a value beside its alternatives. */
function isShapeless(view: View): boolean {
  const { types, values, properties, items, additional } = view;
  return !types && !values && properties.size === 0 && items.length === 0 && additional.length === 0;
}

function compareLists(
  site: Site,
  views: Pair<View>,
  { before, after }: { before: Sources[]; after: Sources[] },
): Finding[] {
  const same = new Map(after.map((one) => [identity(one), one]));
  const left = before.filter((one) => !same.has(identity(one)));
  const known = new Set(before.map(identity));
  const come = after.filter((one) => !known.has(identity(one)));
  // What is not the same by name or text is the same by position, where as many have gone as have come.
  const paired = left.length === come.length;
  const pairs = before.map((one) => ({
    base: one,
    next: same.get(identity(one)) ?? (paired ? come[left.indexOf(one)] : undefined),
  }));
  const place = placesOf(site, views);
  const isRequest = site.direction === "request";
  return [
    ...pairs.flatMap(({ base, next }, i) =>
      next ? compareSchemas(site, { path: `${views.path} (alternative ${i + 1})`, base, next }) : [],
    ),
    ...(paired ? [] : left).map((one) => ({
      ...place,
      what: isRequest ? `no longer takes ${nameOf(one)}` : `is never ${nameOf(one)} now`,
      breaking: isRequest,
    })),
    ...(paired ? [] : come).map((one) => ({
      ...place,
      what: isRequest ? `takes ${nameOf(one)} too` : `may be ${nameOf(one)} now`,
      breaking: !isRequest,
      adds: isRequest,
    })),
  ];
}

function placesOf(site: Site, views: Pair<View>) {
  const place = placed(site, views, "oneOf");
  return { ...place, at: [...place.at, ...placed(site, views, "anyOf").at] };
}

function identity(sources: Sources): string {
  return stableJson(sources.map(({ schema }) => withoutWords(schema)));
}

function nameOf(sources: Sources): string {
  const schema = sources[0]?.schema;
  if (!isObject(schema)) return "any value";
  return typeof schema.$ref === "string" ? (schema.$ref.split("/").at(-1) ?? "") : inWords(withoutWords(schema));
}
