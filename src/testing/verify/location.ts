import type { OpenApiDocument, Schema } from "../document.js";
import { partsOf } from "../schema-parts.js";

/**
 * The location of a value, such as `body.deployments[].version`. Array indexes become `[]` and map keys become `.*`, so
 * that the same error in a thousand items is one row.
 */
export function locationOf(
  path: readonly string[],
  schema: Schema,
  schemas: OpenApiDocument["components"]["schemas"],
): string {
  let location = "body";
  let at: Schema | undefined = schema;
  for (const segment of path) {
    const { properties, items, others } = partsOf(at, schemas);
    const property: Schema | undefined = Object.hasOwn(properties, segment) ? properties[segment] : undefined;
    if (property) location += propertyAccess(segment);
    else if (items && /^\d+$/.test(segment)) location += "[]";
    else location += others ? ".*" : propertyAccess(segment);
    at = property ?? items ?? others;
  }
  return location;
}

/** Access to a property. The server may have invented the name: special characters are quoted, long names are cut. */
function propertyAccess(name: string): string {
  return /^[\w$-]{1,80}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 80))}]`;
}
