import { closureOf } from "../closure.js";
import { isObject, type JsonObject } from "../json.js";
import { nameOf, operationsIn } from "../operations.js";
import { below } from "../pointer.js";
import type { Finding } from "./finding.js";

/**
 * The schemas under components whose name is gone, though an operation that used them is still there. Callers may name
 * them, since the package exports them as types.
 */
export function compareSchemaNames(base: JsonObject, next: JsonObject): Finding[] {
  const reaching = closureOf(base);
  const left = new Set(operationsIn(next).map(nameOf));
  const names = new Set(schemaNames(next));
  return schemaNames(base)
    .filter((name) => !names.has(name))
    .filter((name) => reaching(below("#", "components", "schemas", name)).some((one) => left.has(nameOf(one))))
    .map((name) => ({
      where: `the type components["schemas"]["${name}"]`,
      at: [],
      what: "is gone",
      breaking: true,
      source: "own rule",
    }));
}

function schemaNames({ components }: JsonObject): string[] {
  return isObject(components) && isObject(components.schemas) ? Object.keys(components.schemas) : [];
}
