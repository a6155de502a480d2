import { isObject, type Json, type JsonObject } from "../json.js";
import { judgeFor } from "../overlay/fit.js";
import { resolve } from "../pointer.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import type { Given } from "./repair.js";

/** Drops the vendor's examples that do not fit their schema, or have no value: the mock would answer with them. */
export function repairExamples(document: JsonObject, { report }: Given): JsonObject {
  const judge = judgeFor(document);
  return rewrite(document, (value, { kind, keys }) => {
    if (!["mediaType", "parameter", "header", "schema"].includes(kind)) return value;
    const where = targetOf(document, keys);
    const { example: _, examples: __, ...schema } = value;
    const reasonOf = (example: Json) =>
      misfit(() => judge(example, kind === "schema" ? schema : (value.schema ?? true), where));
    const fits = (name: string, example: Json | undefined) => {
      const reason = example === undefined ? "it has no value" : reasonOf(example);
      if (reason !== undefined)
        report({ name: "example-that-does-not-fit", where, what: `dropped ${name}: ${reason}` });
      return reason === undefined;
    };
    const repaired = { ...value };
    if (value.example !== undefined && !fits("example", value.example)) delete repaired.example;
    const { examples } = value;
    const kept = Array.isArray(examples)
      ? examples.filter((example, index) => fits(`examples[${index}]`, example))
      : isObject(examples)
        ? Object.fromEntries(Object.entries(examples).filter(([name, one]) => fits(name, valueAt(document, one))))
        : undefined;
    if (kept) repaired.examples = kept;
    if (kept && Object.keys(kept).length === 0) delete repaired.examples;
    return repaired;
  });
}

function valueAt(document: JsonObject, example: Json): Json | undefined {
  const found = resolve(document, example);
  return isObject(found) ? found.value : undefined;
}

/** A schema that cannot be used refuses no example: what is wrong with it is said elsewhere. */
function misfit(judge: () => string | undefined): string | undefined {
  try {
    return judge();
  } catch {
    return undefined;
  }
}
