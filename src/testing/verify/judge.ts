import type { ErrorObject, ValidateFunction } from "ajv";
import { closed, closedMembers, DOCUMENT_ID } from "../closed.js";
import type { DocumentOperation, OpenApiDocument, Schema } from "../document.js";
import { importPeer } from "../peer.js";
import type { LiveAnswer } from "./exchange.js";
import { patternOf } from "./location.js";

/** One way in which one answer departs from the document. */
export interface Finding {
  readonly location: string;
  readonly rule: string;
  readonly message: string;
}

/** What an answer is worth: how it departs from the document, and its data where it is JSON. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly data: unknown;
  /** The schema of the data, where there is one. */
  readonly schema: Schema | undefined;
}

export type Judge = (operation: DocumentOperation, answer: LiveAnswer) => Verdict;

/**
 * Judges answers by a JSON Schema validator on the document's schemas, closed. Prism's proxy, the other candidate, was
 * measured (prism-http 5.12.0): it passes an undocumented property where an `allOf` has several members, answers a 501
 * of the API with a mock, puts its own 500 in place of a body that is empty or broken, and follows redirects, the key
 * with them. `redact` takes the key out of what an answer says.
 */
export async function createJudge(document: OpenApiDocument, redact: (text: string) => string): Promise<Judge> {
  const { Ajv2020 } = await importPeer("verifyLive needs ajv", "ajv@8", () => import("ajv/dist/2020.js"));
  // Checking and optimizing the schemas takes longer than a run's validation, and whether they are sound is Redocly's to
  // say. Not strict: the document has keywords of OpenAPI. `format` is an annotation in JSON Schema 2020-12.
  const ajv = new Ajv2020({
    meta: false,
    validateSchema: false,
    strict: false,
    code: { optimize: false },
    allErrors: true,
    verbose: true,
    validateFormats: false,
  });
  const { schemas } = document.components;
  const closing = { schemas, direction: "response" } as const;
  ajv.addSchema({ $id: DOCUMENT_ID, components: { schemas: closedMembers(closing) } });
  const compiled = new Map<Schema, ValidateFunction>();
  const validate = (schema: Schema, data: unknown): Finding[] => {
    const validator = compiled.get(schema) ?? ajv.compile(closed(schema, closing));
    compiled.set(schema, validator);
    return validator(data)
      ? []
      : findingsOf(validator.errors ?? [], redact, (path) => patternOf(path, schema, schemas));
  };
  return (operation, answer) => judge(operation, answer, validate, redact(answer.contentType).slice(0, 80));
}

function judge({ responses }: DocumentOperation, answer: LiveAnswer, validate: Validate, shownType: string): Verdict {
  const { status, contentType, text, failure, redirect } = answer;
  const none = { data: undefined, schema: undefined };
  const only = (location: string, rule: string, message: string) => ({
    ...none,
    findings: [{ location, rule, message }],
  });
  if (status === null) return only("connection", "answer", `no response: ${failure}`);
  const response = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
  if (!response && redirect !== undefined) return only("status", "redirect", `redirects to ${redirect} (not followed)`);
  if (!response)
    return only("status", "status", `is not documented (documented: ${Object.keys(responses).join(", ")})`);
  if (failure !== undefined) return only("body", "answer", `ended too early: ${failure}`);
  const types = Object.entries(response.content ?? {});
  const schema = types.find(([type]) => JSON_TYPE.test(type))?.[1].schema;
  const data = parse(text);
  // Of a body that the document says nothing of, or nothing that is JSON, nothing is wrong.
  if (!schema) return { ...none, data, findings: [] };
  if (text.trim() === "") return only("body", "empty", "is empty, but the OpenAPI document describes JSON");
  if (data === undefined) return only("body", "json", `is not JSON (${shownType || "no content type"})`);
  const type = { location: "header.content-type", rule: "contentType", message: `is ${shownType || "missing"}` };
  return { data, schema, findings: [...(JSON_TYPE.test(contentType) ? [] : [type]), ...validate(schema, data)] };
}

type Validate = (schema: Schema, data: unknown) => Finding[];

const JSON_TYPE = /^[^;]+[/+]json\s*(?:;|$)/i;

/** The JSON of a text; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const UNDOCUMENTED = ["additionalProperties", "unevaluatedProperties"];

function findingsOf(
  errors: readonly ErrorObject[],
  redact: (text: string) => string,
  locate: (path: readonly string[]) => string,
): Finding[] {
  const all = errors.map((error) => {
    const { instancePath, keyword, params } = error;
    const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
    const path = instancePath.split("/").slice(1).map(unescaped);
    // Before long names are cut.
    const whole = (property === undefined ? path : [...path, String(property)]).map(redact);
    const rule = UNDOCUMENTED.includes(keyword) ? "additionalProperties" : keyword;
    const location = locate(whole);
    const first = location.includes(".*") ? ` (first at ${patternOf(whole, {}, {})})` : "";
    return { keyword, pointer: whole.join("/"), location, rule, message: messageOf(error) + first };
  });
  // A property that is wrong in itself has not been evaluated either, where a combination failed by it.
  const wrong = all.filter(({ keyword }) => !UNDOCUMENTED.includes(keyword));
  const known = (pointer: string) => wrong.some((one) => `${one.pointer}/`.startsWith(`${pointer}/`));
  return all.filter(({ keyword, pointer }) => keyword !== "unevaluatedProperties" || !known(pointer));
}

function unescaped(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** What is wrong, in the terms of the document; never the value, which is the account's own. */
function messageOf({ keyword, message = "", params, data }: ErrorObject): string {
  if (keyword === "required") return "is missing";
  if (UNDOCUMENTED.includes(keyword)) return "is not documented";
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  if (keyword !== "type") return message;
  return `must be ${[params.type].flat().join(" or ")}, but is ${typeOf(data)}`;
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
