import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../json.js";
import { standalone } from "./standalone.js";

/** Says why an example does not fit a schema; undefined when it does. */
export type Judge = (example: Json, schema: Json) => string | undefined;

/** Judges examples by the schemas of a document. Formats are annotations, as JSON Schema 2020-12 has them. */
export function judgeFor(document: JsonObject): Judge {
  // Made when it is needed: it takes longer than everything else.
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<string, ValidateFunction>();
  return (example, schema) => {
    const alone = standalone(document, schema);
    const text = JSON.stringify(alone);
    ajv ??= new Ajv2020({ strict: false, validateFormats: false, logger: false });
    const validate = compiled.get(text) ?? compile(ajv, alone);
    compiled.set(text, validate);
    return validate(example) ? undefined : reasonOf(validate.errors?.[0]);
  };
}

/** A schema that cannot be used refuses no example: what is wrong with the schema is said elsewhere. */
function compile(ajv: Ajv2020, schema: Json): ValidateFunction {
  try {
    return ajv.compile(schema as object | boolean);
  } catch {
    return ajv.compile(true);
  }
}

function reasonOf(error: ErrorObject | undefined): string {
  const { instancePath = "", params = {}, message = "does not fit" } = error ?? {};
  const { additionalProperty, unevaluatedProperty, allowedValues } = params as Record<string, unknown>;
  const undescribed = additionalProperty ?? unevaluatedProperty;
  if (undescribed !== undefined) return `${instancePath}/${undescribed} is not described`;
  const values = Array.isArray(allowedValues)
    ? `: ${allowedValues.map((value) => JSON.stringify(value)).join(", ")}`
    : "";
  return `${instancePath} ${message}${values}`.trim();
}
