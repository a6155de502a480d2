/**
 * Wrong values: valid values with one change. Only values that Ajv rejects are kept, so no table of keywords is needed.
 */
import type { Schema } from "../../scripts/openapi/document.js";
import type { Violation } from "../../src/testing/violations.js";

/** A wrong value, and Ajv's violations. */
export interface Mutant {
  readonly about: string;
  readonly value: unknown;
  readonly violations: readonly Violation[];
}

/** A property that no schema describes. */
const UNKNOWN = "unknownProperty";
/** A value of each type. 7.5 is not an integer. */
const OF_EACH_TYPE: readonly unknown[] = ["text", 7.5, true, null, [], {}];
/** Each of these texts is wrong in some format or pattern. */
const ODD_STRINGS = ["", "not valid", "(", "{", "~", "\\", "##", "A1!", "x".repeat(300)];

/**
 * Changes valid values: at each place, one value of each type for each rule that it breaks.
 *
 * @param literals More values for every place, such as the constants of the schema.
 */
export function mutantsOf(
  values: readonly unknown[],
  violationsOf: (value: unknown) => readonly Violation[],
  literals: readonly unknown[] = [],
): Mutant[] {
  const kept = new Map<string, Mutant>();
  const seen = new Set<string>();
  for (const value of values) {
    for (const [place, broken, part] of changesOf(value, literals, "", seen)) {
      const violations = violationsOf(broken);
      const rules = violations.map(({ location, rule, message }) => `${location} ${rule} ${message}`).sort();
      // Only one item of a list is changed.
      const key = `${rules.join("\n").replace(/\[\d+\]/g, "[]")} ${typeOf(part)}`;
      if (violations.length === 0 || kept.has(key)) continue;
      const shown = JSON.stringify(part)?.slice(0, 60) ?? "nothing";
      kept.set(key, { about: `${shown} at ${place || "/"}`, value: broken, violations });
    }
  }
  return [...kept.values()];
}

/** The values of `const` and `enum` anywhere in a schema. */
export function literalsOf(schema: Schema): unknown[] {
  const found = new Set<unknown>();
  JSON.stringify(schema, (key, value) => {
    for (const one of key === "const" || key === "enum" ? [value].flat() : []) found.add(one);
    return value;
  });
  return [...found].filter((one) => typeof one !== "object");
}

type Change = [place: string, whole: unknown, part: unknown];

/** All changes of a value, at every depth. `seen`: the changes that were made in another value already. */
function* changesOf(value: unknown, literals: readonly unknown[], place: string, seen: Set<string>): Generator<Change> {
  const id = `${place} ${JSON.stringify(value)}`;
  if (seen.has(id)) return;
  seen.add(id);
  for (const part of [...changedOf(value), ...OF_EACH_TYPE, ...literals]) {
    if (part !== value) yield [place, part, part];
  }
  for (const key of keysOf(value)) {
    const put = (part: unknown) =>
      Object.assign(Array.isArray(value) ? [...value] : { ...(value as object) }, { [key]: part });
    const below = changesOf((value as Record<string, unknown>)[key], literals, `${place}/${key}`, seen);
    for (const [at, whole, part] of below) yield [at, put(whole), part];
  }
}

/** The properties of an object, or the first items and the last item of a list. */
function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value);
  return Array.isArray(value) ? keys.filter((_, at) => at < 3 || at === keys.length - 1) : keys;
}

/** Slightly smaller and larger values, and other values of the same type. */
function changedOf(value: unknown): unknown[] {
  if (typeof value === "string") return [value.slice(1), `${value}${value.at(-1) ?? "x"}`, `${value}-`, ...ODD_STRINGS];
  if (typeof value === "number")
    return [value - 1, value + 1, value + 0.5, value + 0.0001, -value, 1e12, -1e12, 2 ** 64];
  if (Array.isArray(value)) return [value.slice(0, -1), [...value, value.at(-1) ?? null], [value[0] ?? null, ...value]];
  if (typeof value !== "object" || value === null) return [];
  const less = Object.keys(value).map((name) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)),
  );
  const more = ["x", 1, { nested: true }].map((one) => ({ ...value, [UNKNOWN]: one }));
  return [...less, ...more];
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
