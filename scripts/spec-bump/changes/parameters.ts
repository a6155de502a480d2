import { isObject, type JsonObject } from "../json.js";
import { keywordInWords } from "./constraints.js";
import { type Placed, schemaIn } from "./contents.js";
import type { Finding } from "./finding.js";
import { below } from "./pointer.js";
import { compareSchemas } from "./schemas.js";
import type { Site } from "./site.js";

/** A parameter of an operation in both versions; one side is undefined where it is gone or new. */
interface ParameterPair {
  readonly base: Placed | undefined;
  readonly next: Placed | undefined;
}

/** Compares the parameters of an operation. Those in the path are the names in its template, in their order. */
export function compareParameters(site: Omit<Site, "root">, base: Placed[], next: Placed[]): Finding[] {
  return pairs(base, next).flatMap((pair) => {
    const root = nameOf((pair.base ?? pair.next) as Placed);
    return pair.base && pair.next ? compareParameter({ ...site, root }, pair.base, pair.next) : [goneOrNew(root, pair)];
  });
}

/** By name and place; then by name alone, and in the path by position: those are renamed or go elsewhere. */
function pairs(base: Placed[], next: Placed[]): ParameterPair[] {
  let gone = base;
  let come = next;
  const found: ParameterPair[] = [];
  const match = (isSame: (a: Placed, b: Placed) => boolean) => {
    for (const one of gone) {
      const other = come.find((candidate) => isSame(one, candidate));
      if (!other) continue;
      found.push({ base: one, next: other });
      come = come.filter((candidate) => candidate !== other);
    }
    gone = gone.filter((one) => !found.some((pair) => pair.base === one));
  };
  match((a, b) => nameOf(a) === nameOf(b));
  match((a, b) => a.value.name === b.value.name);
  const inPath = ({ value }: Placed) => value.in === "path";
  if (gone.filter(inPath).length === come.filter(inPath).length) match((a, b) => inPath(a) && inPath(b));
  return [
    ...found,
    ...gone.map((one) => ({ base: one, next: undefined })),
    ...come.map((one) => ({ base: undefined, next: one })),
  ];
}

/** `query parameter limit`. The names of headers know no case. */
function nameOf({ value }: Placed): string {
  const name = String(value.name);
  return `${value.in} parameter ${value.in === "header" ? name.toLowerCase() : name}`;
}

function goneOrNew(where: string, { base, next }: ParameterPair): Finding {
  const at = [base, next].flatMap((one) => one?.pointer ?? []);
  if (!next) return { where, at, what: "is gone", breaking: true };
  const required = next.value.required === true;
  return { where, at, what: required ? "is new and required" : "is new", breaking: required, adds: true };
}

function compareParameter(site: Site, base: Placed, next: Placed): Finding[] {
  const [from, to] = [contentOf(base), contentOf(next)];
  const sent = { base: from.type ?? "text", next: to.type ?? "text" };
  const schemas = { path: "", base: schemaIn(from.holder), next: schemaIn(to.holder) };
  return [
    ...compareUse(site, base, next),
    ...(sent.base === sent.next ? [] : [say(site, "content", [base, next], `is ${sent.next} now, was ${sent.base}`)]),
    ...compareSchemas(site, schemas),
  ];
}

/** Compares how a parameter is given: under which name, where, whether it must be, and how it is written. */
function compareUse(site: Site, base: Placed, next: Placed): Finding[] {
  const both = [base, next];
  const [was, is] = [base.value, next.value];
  if (was.in !== is.in) return [say(site, "in", both, `is a ${is.in} parameter now`)];
  const findings: Finding[] = [];
  if (nameOf(base) !== nameOf(next)) findings.push(say(site, "name", both, `is called ${is.name} now`));
  if (was.required !== true && is.required === true) findings.push(say(site, "required", both, "is required now"));
  const harmless = (keyword: string, what: string) =>
    findings.push({ ...say(site, keyword, both, what), breaking: false });
  if (was.required === true && is.required !== true) harmless("required", "is optional now");
  if (was.deprecated !== true && is.deprecated === true) harmless("deprecated", "is deprecated now");
  const written = serializationOf(base);
  for (const [keyword, value] of Object.entries(serializationOf(next))) {
    const what = keywordInWords(keyword, written[keyword], value);
    if (written[keyword] !== value) findings.push(say(site, keyword, both, what));
  }
  return findings;
}

function say({ root: where }: Site, keyword: string, both: Placed[], what: string): Finding {
  return { where, at: both.map(({ pointer }) => below(pointer, keyword)), what, breaking: true };
}

/** How a parameter is written into the request, its defaults included (OpenAPI 3.1, 4.8.12). */
function serializationOf({ value }: Placed): JsonObject {
  const style = value.style ?? (value.in === "query" || value.in === "cookie" ? "form" : "simple");
  return {
    style,
    explode: value.explode ?? style === "form",
    allowReserved: value.allowReserved ?? false,
    allowEmptyValue: value.allowEmptyValue ?? false,
  };
}

/** A parameter has a schema, or one media type that has it. */
function contentOf(parameter: Placed): { type: string | undefined; holder: Placed } {
  const { content } = parameter.value;
  const [media] = isObject(content) ? Object.entries(content) : [];
  if (!media) return { type: undefined, holder: parameter };
  const [type, value] = media;
  return { type, holder: { value: isObject(value) ? value : {}, pointer: below(parameter.pointer, "content", type) } };
}
