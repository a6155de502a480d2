import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Schema } from "../../scripts/document.js";
import { document } from "./document.js";

// Strict: a misspelt or ineffective keyword is an error, not a schema that lets everything pass. `format` is an
// annotation in JSON Schema 2020-12.
const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "document", $defs: pointedAtDefs(document.components.schemas) });

const compiled = new WeakMap<Schema, ValidateFunction>();

/** What is wrong with a value by a schema of the document, one line for each thing; empty when it is valid. */
export function problemsWith(value: unknown, schema: Schema): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(pointedAtDefs(schema));
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, message }) => `${instancePath} ${keyword}: ${message}`);
}

/** Schemas of components refer to each other by their place in the document; here they stand in `$defs`. */
function pointedAtDefs<T extends object>(schemas: T): T {
  const moved = ([key, value]: [string, unknown]): [string, unknown] => {
    if (key === "$ref" && typeof value === "string") {
      return [key, value.replace("#/components/schemas/", "document#/$defs/")];
    }
    if (Array.isArray(value)) return [key, Object.values(pointedAtDefs({ ...value }))];
    return [key, typeof value === "object" && value !== null ? pointedAtDefs(value) : value];
  };
  return Object.fromEntries(Object.entries(schemas).map(moved)) as T;
}
