import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { Problem } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../json.js";
import { standalone } from "./standalone.js";

/** Says why an example does not fit a schema; undefined when it does. */
export type Judge = (example: Json, schema: Json, where: string) => string | undefined;

/** Judges examples by the schemas of a document. Formats are annotations, as JSON Schema 2020-12 has them. */
export function judgeFor(document: JsonObject): Judge {
  // Made when it is needed: it takes longer than everything else.
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<string, ValidateFunction>();
  return (example, schema, where) => {
    const alone = standalone(document, schema);
    const text = JSON.stringify(alone);
    ajv ??= new Ajv2020({ strict: false, validateFormats: false, logger: false });
    const validate = compiled.get(text) ?? compile(ajv, alone, where);
    compiled.set(text, validate);
    return validate(example) ? undefined : reasonOf(validate.errors?.[0]);
  };
}

/** What in an action's update are examples, by name, for the thing that it updates: nothing, where that has no schema. */
export function examplesIn(update: Json | undefined, updated: Json): [name: string, example: Json][] {
  if (!isObject(update) || !isObject(updated) || updated.schema === undefined) return [];
  const named = isObject(update.examples) ? Object.entries(update.examples) : [];
  const examples = named.flatMap(([name, one]): [string, Json][] =>
    isObject(one) && one.value !== undefined ? [[name, one.value]] : [],
  );
  return update.example === undefined ? examples : [["example", update.example], ...examples];
}

function compile(ajv: Ajv2020, schema: Json, where: string): ValidateFunction {
  try {
    return ajv.compile(schema as object | boolean);
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split("\n")[0];
    throw new Problem(`${where}: its schema cannot be used (${reason}). Correct it in the source.`);
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
