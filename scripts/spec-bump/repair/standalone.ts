import { isObject, type Json, type JsonObject } from "../json.js";
import { resolve } from "../pointer.js";
import { mapHeld } from "../walk.js";

/**
 * A schema of the document as one that stands alone: what it refers to is in its `$defs`. It takes no properties but
 * those that are described, where any are, since lint takes no others in an example.
 */
export function standalone(document: JsonObject, schema: Json): Json {
  const $defs: JsonObject = {};
  const refer = (reference: string, as: Mode): string => {
    const key = `${as} ${reference}`.replaceAll(/[^\w-]/g, (char) => (char === "/" ? "." : `_${char.charCodeAt(0)}_`));
    if (!Object.hasOwn($defs, key)) {
      // For what refers to itself.
      $defs[key] = true;
      // What leads nowhere takes anything here: to say so is lint's task.
      $defs[key] = copy(resolve(document, { $ref: reference }) ?? true, as);
    }
    return `#/$defs/${key}`;
  };
  const copy = (value: Json, as: Mode): Json => {
    if (!isObject(value)) return value;
    const known = Object.fromEntries(Object.entries(value).filter(([keyword]) => !FOREIGN.includes(keyword)));
    const inside = mapHeld(known, "schema", (one, { keys: [keyword] }) => copy(one, modeIn(String(keyword), as)));
    if (typeof value.$ref === "string") inside.$ref = refer(value.$ref, as);
    const isOpen = as !== "closed" || "unevaluatedProperties" in value || !describes(document, value);
    return isOpen ? inside : { ...inside, unevaluatedProperties: false };
  };
  const root = copy(schema, "closed");
  return isObject(root) ? { ...root, $defs } : root;
}

/**
 * `closed`: takes what it describes. `member`: one of several that hold together, of which each knows a part; the whole
 * of them is closed. `plain`: as it stands, since closing it would turn its meaning around.
 */
type Mode = "closed" | "member" | "plain";

/** What changes where references lead, and what is reached by reference only. */
const FOREIGN = ["$id", "$schema", "$anchor", "$dynamicAnchor", "$defs"];
const PLAIN = ["not", "if", "then", "else", "dependentSchemas"];

function modeIn(keyword: string, as: Mode): Mode {
  if (as === "plain" || PLAIN.includes(keyword)) return "plain";
  return keyword === "allOf" ? "member" : "closed";
}

/** Whether a schema says what properties there are; of those that it refers to alone, each says so for itself. */
function describes(document: JsonObject, schema: Json, seen: readonly Json[] = []): boolean {
  if (!isObject(schema) || seen.includes(schema)) return false;
  if (schema.properties !== undefined || schema.patternProperties !== undefined) return true;
  const members = Array.isArray(schema.allOf) ? schema.allOf : [];
  const parts = members.map((member) => resolve(document, member) ?? null);
  return parts.some((part) => describes(document, part, [...seen, schema]));
}
