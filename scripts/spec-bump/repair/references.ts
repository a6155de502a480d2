import { Problem } from "../../problem.js";
import type { Kind } from "../grammar.js";
import { isObject, type JsonObject } from "../json.js";
import { resolve } from "../pointer.js";
import { targetOf } from "../target.js";
import { type Place, rewrite } from "../walk.js";
import type { Given } from "./repair.js";

/** What is read where it is used. Schemas stay shared: the types are named after them. */
const IN_PLACE: readonly Kind[] = ["pathItem", "parameter", "requestBody", "response", "header", "example"];

/**
 * Puts path items, parameters, bodies, responses, headers and examples that are only referred to in place.
 *
 * @throws {Problem} when a reference leads to nothing.
 */
export function repairReferences(document: JsonObject, { report }: Given): JsonObject {
  const inPlace = (value: JsonObject, { kind, keys }: Place, where: () => string): JsonObject => {
    const { $ref, ...own } = value;
    // Callbacks may refer to the path that they belong to, and nothing here reads them.
    if (!IN_PLACE.includes(kind) || keys.includes("callbacks") || typeof $ref !== "string") return value;
    const target = resolve(document, value);
    if (!isObject(target)) throw new Problem(`${where()}: ${$ref} leads to nothing. Correct it in the source.`);
    report({ name: "reference-in-place", where: where(), what: `what ${$ref} refers to stands here` });
    // What it holds may be referred to in turn.
    const whole = rewrite(target, (one, inner) => inPlace(one, inner, where), { kind, keys: [] });
    return { ...whole, ...own };
  };
  // Those under components are put in place from where they are used.
  const { components, ...rest } = document;
  const used = rewrite(rest, (value, place) => inPlace(value, place, () => targetOf(document, place.keys)));
  return components === undefined ? used : { ...used, components };
}
