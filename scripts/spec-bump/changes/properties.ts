import type { Finding } from "./finding.js";
import { below } from "./pointer.js";
import type { View } from "./schema-view.js";
import { compareSchemas } from "./schemas.js";
import { inSchema, type Pair, placed, type Site, whereIn } from "./site.js";

/** Compares the properties of two objects: which there are, which are required, what they hold, and whether more may be. */
export function compareProperties(site: Site, views: Pair<View>): Finding[] {
  const { base, next } = views;
  const names = new Set([...namesOf(base), ...namesOf(next)]);
  return [...[...names].flatMap((name) => compareProperty(site, views, name)), ...compareOpenness(site, views)];
}

function namesOf(view: View): string[] {
  return [...view.properties.keys(), ...view.required];
}

function compareProperty(site: Site, views: Pair<View>, name: string): Finding[] {
  const { path, base, next } = views;
  const before = base.properties.get(name);
  const after = next.properties.get(name);
  const required = { before: base.required.has(name), after: next.required.has(name) };
  const isRequest = site.direction === "request";
  const own = {
    where: whereIn(site.root, `${path}.${name}`),
    at: [...(before ?? []), ...(after ?? [])].map((source) => source.pointer),
    ...inSchema((before ?? after)?.[0]?.pointer),
  };
  const both = { ...own, at: [...own.at, ...requiredAt(views)] };
  if (before && !after) return [{ ...both, what: "is gone", breaking: true }];
  if (!before && after) {
    const what = required.after && isRequest ? "is new and required" : "is new";
    return [{ ...both, what, breaking: required.after && isRequest, adds: true }];
  }
  const flipped = required.before !== required.after;
  const breaking = required.after === isRequest;
  const flip = { ...own, ...requiredPlace(views, name), what: requiredWords(required.after, isRequest), breaking };
  const inside = { path: `${path}.${name}`, base: before ?? [], next: after ?? [] };
  return [...(flipped ? [flip] : []), ...compareSchemas(site, inside)];
}

function requiredWords(required: boolean, isRequest: boolean): string {
  if (isRequest) return required ? "is required now" : "is optional now";
  return required ? "is always there now" : "may be missing now";
}

function requiredAt({ base, next }: Pair<View>): string[] {
  return [...base.pointers, ...next.pointers].map((pointer) => below(pointer, "required"));
}

/** Of a change in `required`: a property's own place may be elsewhere, or nowhere. */
function requiredPlace(views: Pair<View>, name: string) {
  return { at: requiredAt(views), ...inSchema(views.base.pointers[0] ?? views.next.pointers[0], `.${name}`) };
}

function compareOpenness(site: Site, views: Pair<View>): Finding[] {
  const { base, next } = views;
  if (base.closed === next.closed) return [];
  const isRequest = site.direction === "request";
  const verb = isRequest ? "takes" : "has";
  const what = next.closed
    ? `${verb} no other properties now`
    : `${isRequest ? verb : "may have"} other properties now`;
  const place = placed(site, views, "additionalProperties");
  // Those that were described are properties that are gone.
  const breaking = isRequest === next.closed || base.additional.length > 0;
  return [{ ...place, what, breaking, adds: isRequest && !next.closed }];
}
