import type { DocumentOperation, Parameter, Schema } from "../../scripts/document.js";
import { flatten } from "./document.js";
import { type Mutation, mutationsOf } from "./mutations.js";
import { valuesOf } from "./requests.js";
import { typesOf } from "./samples.js";

/** The query of an operation broken in every way that the document forbids and a query can express. */
export function queryMutationsOf(operation: DocumentOperation): Mutation[] {
  const values = valuesOf(operation, "query", true);
  return operation.parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap((parameter) => mutationsOfOne(parameter, values));
}

function mutationsOfOne({ name, required, schema = {} }: Parameter, values: Record<string, unknown>): Mutation[] {
  const { [name]: value, ...others } = values;
  const missing: Mutation = { keyword: "required", at: [], property: name, value: others };
  const wrong = mutationsOf(schema, value).filter(({ keyword }) => keyword !== "type");
  const broken = [...wrong, ...wrongTypes(schema, value)].map((mutation) => ({
    ...mutation,
    at: [name],
    value: { ...others, [name]: mutation.value },
  }));
  return required ? [missing, ...broken] : broken;
}

/** A query has text only, so a scalar is never a wrong string; and a list is the parameter given twice. */
function wrongTypes(schema: Schema, value: unknown): Mutation[] {
  const types = typesOf(flatten(schema));
  if (types.length === 0) return [];
  const values = [...(types.includes("array") ? [] : [[value, value]]), ...(types.includes("string") ? [] : ["text"])];
  return values.map((wrong) => ({ keyword: "type", at: [], value: wrong }));
}
