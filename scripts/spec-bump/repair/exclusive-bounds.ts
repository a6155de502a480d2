import type { JsonObject } from "../json.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import type { Given } from "./repair.js";

const BOUNDS = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" };

/** Says an exclusive bound as 3.1 does: as a number of its own, where 3.0 had it beside the bound as true or false. */
export function repairExclusiveBounds(document: JsonObject, { report }: Given): JsonObject {
  return rewrite(document, (schema, { kind, keys }) => {
    if (kind !== "schema") return schema;
    const repaired = { ...schema };
    for (const [exclusive, bound] of Object.entries(BOUNDS)) {
      const isExclusive = repaired[exclusive];
      if (typeof isExclusive !== "boolean") continue;
      delete repaired[exclusive];
      const value = repaired[bound];
      if (isExclusive && value !== undefined) {
        repaired[exclusive] = value;
        delete repaired[bound];
      }
      const what = isExclusive ? `${exclusive} is the number itself` : `dropped ${exclusive}: false`;
      report({ name: "exclusive-bound", where: targetOf(document, keys), what });
    }
    return repaired;
  });
}
