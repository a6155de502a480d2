import type { Kind } from "../../openapi/grammar.js";
import { isObject, type JsonObject } from "../../openapi/json-value.js";
import { below, resolve } from "../../openapi/pointer.js";
import { type Place, rewrite } from "../../openapi/walk.js";
import { Problem } from "../../problem.js";
import type { RepairContext } from "./repair-type.js";

/** Schemas stay shared, because the types are named after them. */
const IN_PLACE: readonly Kind[] = ["pathItem", "parameter", "requestBody", "response", "header", "example"];

/**
 * Replaces references to path items, parameters, bodies, responses, headers and examples by what they refer to.
 *
 * @throws {Problem} when there is nothing to refer to.
 */
export function repairReferences(document: JsonObject, { report }: RepairContext): JsonObject {
  const inPlace = (value: JsonObject, { kind, keys }: Place, where: string): JsonObject => {
    const { $ref, ...own } = value;
    // A callback may refer to the path that contains it. Nothing here reads callbacks.
    if (!IN_PLACE.includes(kind) || keys.includes("callbacks") || typeof $ref !== "string") return value;
    const target = resolve(document, value);
    if (!isObject(target)) throw new Problem(`${where}: ${$ref} does not exist. Correct it in the source.`);
    report({ name: "reference-in-place", where, what: `replaced the reference to ${$ref}` });
    const copy = rewrite(target, (one, inner) => inPlace(one, inner, where), { kind, keys: [] });
    return { ...copy, ...own };
  };
  const { components, ...rest } = document;
  const used = rewrite(rest, (value, place) => inPlace(value, place, below("#", ...place.keys)));
  if (!isObject(components)) return used;
  const { pathItems, ...others } = components;
  // The lint looks for the parameters of a shared path item in its name. Only callbacks can still use one.
  const isUsed = JSON.stringify([used, others]).includes('"#/components/pathItems/');
  return { ...used, components: isUsed ? components : others };
}
