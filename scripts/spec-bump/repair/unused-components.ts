import { isObject, type Json, type JsonObject } from "../json.js";
import { at, below } from "../pointer.js";
import { name } from "../target.js";
import type { Given } from "./repair.js";

/** Drops components that nothing leads to. Security schemes are named and not referred to: they stay. */
export function repairUnusedComponents(document: JsonObject, { report }: Given): JsonObject {
  if (!isObject(document.components)) return document;
  const { components, ...rest } = document;
  const used = reachable(document, rest);
  const kept = Object.entries(components).map(([section, map]): [string, Json] => {
    if (!isObject(map) || section === "securitySchemes" || section.startsWith("x-")) return [section, map];
    const entries = Object.entries(map).filter(([key]) => {
      const isUsed = used.has(below("#", "components", section, key));
      if (!isUsed) {
        report({ name: "unused-component", where: `$.components${name(section)}${name(key)}`, what: "dropped" });
      }
      return isUsed;
    });
    return [section, Object.fromEntries(entries)];
  });
  const sections = kept.filter(([section, map]) => !isEmpty(map) || isEmpty(components[section]));
  return { ...document, components: Object.fromEntries(sections) };
}

/** The components that a value leads to, directly or through others, as references to them. */
function reachable(document: JsonObject, from: Json): Set<string> {
  const found = new Set<string>();
  const waiting: Json[] = [from];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === "string" && value.startsWith("#/components/")) {
      // What leads into a component uses all of it.
      const component = value.split("/").slice(0, 4).join("/");
      if (found.has(component)) continue;
      found.add(component);
      const held = at(document, component) ?? null;
      waiting.push(held, ...(isObject(held) && held.discriminator ? heirsOf(document, component) : []));
    } else if (typeof value === "object" && value !== null) {
      waiting.push(...Object.values(value));
    }
  }
  return found;
}

/** The schemas that a discriminator chooses from without a mapping: those that have its own schema in their `allOf`. */
function heirsOf(document: JsonObject, parent: string): string[] {
  const schemas = at(document, "#/components/schemas");
  return Object.entries(isObject(schemas) ? schemas : {}).flatMap(([key, schema]) => {
    const parents = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
    const isHeir = parents.some((one) => isObject(one) && one.$ref === parent);
    return isHeir ? [below("#", "components", "schemas", key)] : [];
  });
}

function isEmpty(value: Json | undefined): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
