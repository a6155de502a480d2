import { isObject, type Json, type JsonObject } from "../json.js";
import { resolve } from "../pointer.js";
import { targetOf } from "../target.js";
import { rewrite } from "../walk.js";
import { judgeFor } from "./fit.js";
import type { Repair } from "./repair.js";

/**
 * Drops the examples, the vendor's and ours, that do not fit their schema or have no value: the mock would answer with
 * them. It comes last, once the overlay has added ours.
 */
export function repairExamples(document: JsonObject): { document: JsonObject; repairs: Repair[] } {
  const judge = judgeFor(document);
  const repairs: Repair[] = [];
  const repaired = rewrite(document, (value, { kind, keys }) => {
    if (!["mediaType", "parameter", "header", "schema"].includes(kind)) return value;
    const { example, examples, ...rest } = value;
    const schema = kind === "schema" ? rest : (value.schema ?? true);
    const fits = (name: string, one: Json | undefined) => {
      const reason = one === undefined ? "it has no value" : judge(one, schema);
      if (reason === undefined) return true;
      repairs.push({
        name: "example-that-does-not-fit",
        where: targetOf(document, keys),
        what: `dropped ${name}: ${reason}`,
      });
      return false;
    };
    const isKept = example === undefined || fits("example", example);
    const kept = examples === undefined ? undefined : fitting(document, examples, fits);
    const isSame = isKept && JSON.stringify(kept) === JSON.stringify(examples) && !isEmpty(examples);
    if (isSame) return value;
    return {
      ...rest,
      ...(isKept && example !== undefined && { example }),
      ...(kept !== undefined && !isEmpty(kept) && { examples: kept }),
    };
  });
  return { document: repaired, repairs };
}

function fitting(document: JsonObject, examples: Json, fits: (name: string, one: Json | undefined) => boolean): Json {
  if (Array.isArray(examples)) return examples.filter((one, index) => fits(`examples[${index}]`, one));
  if (!isObject(examples)) return examples;
  const kept = Object.entries(examples).filter(([name, one]) => {
    const found = resolve(document, one);
    return fits(name, isObject(found) ? found.value : undefined);
  });
  return Object.fromEntries(kept);
}

function isEmpty(examples: Json | undefined): boolean {
  return typeof examples === "object" && examples !== null && Object.keys(examples).length === 0;
}
