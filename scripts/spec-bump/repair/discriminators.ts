import { isObject, type JsonObject } from "../json.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import type { Given } from "./repair.js";

/** Writes the schemas that a discriminator maps to as references, where it has their names: not every tool knows names. */
export function repairDiscriminators(document: JsonObject, { report }: Given): JsonObject {
  const schemas =
    isObject(document.components) && isObject(document.components.schemas) ? document.components.schemas : {};
  return rewrite(document, (schema, { kind, keys }) => {
    const { discriminator } = schema;
    if (kind !== "schema" || !isObject(discriminator) || !isObject(discriminator.mapping)) return schema;
    const mapping = Object.entries(discriminator.mapping).map(([value, target]) => {
      if (typeof target !== "string" || !Object.hasOwn(schemas, target)) return [value, target];
      report({ name: "discriminator-by-name", where: targetOf(document, keys), what: `${target} is a reference now` });
      return [value, `#/components/schemas/${target}`];
    });
    return { ...schema, discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } };
  });
}
