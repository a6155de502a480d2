import type { OpenApiDocument, Schema } from "../document.js";
import { partsOf } from "../schema.js";

/**
 * A place in a body as a pattern: `body.deployments[].version`. Indexes of arrays and keys of maps are left out, so that
 * a thousand items with one fault are one place: `[]` and `.*`.
 */
export function patternOf(
  path: readonly string[],
  schema: Schema,
  schemas: OpenApiDocument["components"]["schemas"],
): string {
  let location = "body";
  let at: Schema | undefined = schema;
  for (const segment of path) {
    const { properties, items, others } = partsOf(at, schemas);
    const property: Schema | undefined = Object.hasOwn(properties, segment) ? properties[segment] : undefined;
    if (property) location += nameOf(segment);
    else if (items && /^\d+$/.test(segment)) location += "[]";
    else location += others ? ".*" : nameOf(segment);
    at = property ?? items ?? others;
  }
  return location;
}

/** A property by its name, which a server may have made up: quoted where it is not plain, and cut where it is long. */
function nameOf(name: string): string {
  return /^[\w$-]{1,80}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 80))}]`;
}
