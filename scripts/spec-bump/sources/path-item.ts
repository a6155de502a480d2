import { METHODS } from "../grammar.js";
import { isObject, type Json, type JsonObject } from "../json.js";
import { isSameParameter } from "../operations.js";
import { resolve } from "../pointer.js";

/**
 * A path item whose operations state for themselves what it states for all of them, so that one of them can be replaced
 * or taken elsewhere and the others mean what they meant.
 */
export function withoutShared(document: JsonObject, item: JsonObject): JsonObject {
  const { parameters, servers, ...rest } = item;
  const entries = Object.entries(rest).map(([key, value]): [string, Json] => {
    if (!METHODS.includes(key) || !isObject(value)) return [key, value];
    return [
      key,
      { ...(servers !== undefined && { servers }), ...value, ...allParameters(document, value, parameters) },
    ];
  });
  return Object.fromEntries(entries);
}

function allParameters(document: JsonObject, operation: JsonObject, shared: Json | undefined): JsonObject {
  if (!Array.isArray(shared)) return {};
  const own = Array.isArray(operation.parameters) ? operation.parameters : [];
  const inherited = shared.filter((one) => !own.some((other) => isSame(document, one, other)));
  return { parameters: [...inherited, ...own] };
}

function isSame(document: JsonObject, a: Json, b: Json): boolean {
  const [one, other] = [resolve(document, a), resolve(document, b)];
  return isObject(one) && isObject(other) && isSameParameter(one, other);
}

/** The keys of a path item under which its operations stand. */
export function methodsOf(item: JsonObject): string[] {
  return Object.keys(item).filter((key) => METHODS.includes(key));
}
