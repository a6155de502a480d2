import type { ErrorObject } from "ajv";
import type { MediaType, OpenApiDocument, Schema } from "../document.js";
import { JSON_TYPE, parsed } from "../json-text.js";
import { importPeer } from "../peer.js";
import { mediaTypeOf, type ResolvedOperation, responseOf } from "../resolved-operations.js";
import { unescaped } from "../schema-parts.js";
import { Validators } from "../validators.js";
import type { LiveAnswer } from "./exchange.js";
import { locationOf } from "./location.js";

/** One difference between a response and the OpenAPI document. */
export interface Finding {
  readonly location: string;
  readonly rule: string;
  readonly message: string;
}

/** The result of a check: the differences, and the data if the body is JSON. */
export interface CheckedResponse {
  readonly findings: readonly Finding[];
  readonly data: unknown;
  /** The schema of the data, if any. */
  readonly schema: Schema | undefined;
}

export type CheckResponse = (operation: ResolvedOperation, answer: LiveAnswer) => CheckedResponse;

/**
 * Validates responses with Ajv and the document's schemas, closed. Prism's proxy (prism-http 5.12.0) was tested and is
 * unsuitable: it accepts an undocumented property beside an `allOf` with several members, replaces a 501 of the API by
 * a mock response, replaces an empty or broken body by its own 500, and follows redirects with the key. `redact`
 * removes the key from a text.
 */
export async function createCheckResponse(
  document: OpenApiDocument,
  redact: (text: string) => string,
): Promise<CheckResponse> {
  const { Ajv2020 } = await importPeer("verifyLive needs ajv", "ajv@8", () => import("ajv/dist/2020.js"));
  // `format` is only an annotation in JSON Schema 2020-12.
  const validators = new Validators(Ajv2020, document, "response", { validateFormats: false });
  const { schemas } = document.components;
  const validate = (schema: Schema, data: unknown): Finding[] =>
    validators
      .of(schema)(data)
      .map((error) => findingOf(error, redact, (path) => locationOf(path, schema, schemas)));
  return (operation, answer) => checkResponse(operation, answer, validate, redact(answer.contentType).slice(0, 80));
}

function checkResponse(
  { responses }: ResolvedOperation,
  answer: LiveAnswer,
  validate: Validate,
  shownType: string,
): CheckedResponse {
  const { status, contentType, text, failure, redirect } = answer;
  const none = { data: undefined, schema: undefined };
  const only = (location: string, rule: string, message: string) => ({
    ...none,
    findings: [{ location, rule, message }],
  });
  if (status === null) return only("connection", "answer", `no response: ${failure}`);
  const response = responseOf({ responses }, status);
  if (!response && redirect !== undefined) return only("status", "redirect", `redirects to ${redirect} (not followed)`);
  if (!response)
    return only("status", "status", `is not documented (documented: ${Object.keys(responses).join(", ")})`);
  if (failure !== undefined) return only("body", "answer", `ended too early: ${failure}`);
  const schema = jsonSchemaOf(response.content ?? {}, contentType);
  const data = parsed(text);
  // Without a JSON schema in the document there is nothing to compare.
  if (!schema) return { ...none, data, findings: [] };
  if (text.trim() === "") return only("body", "empty", "is empty, but the OpenAPI document describes JSON");
  if (data === undefined) return only("body", "json", `is not JSON (${shownType || "no content type"})`);
  const type = { location: "header.content-type", rule: "contentType", message: `is ${shownType || "missing"}` };
  return { data, schema, findings: [...(JSON_TYPE.test(contentType) ? [] : [type]), ...validate(schema, data)] };
}

/**
 * The schema for the media type of the response. If the document does not have that media type: of its first JSON type.
 */
function jsonSchemaOf(content: Readonly<Record<string, MediaType>>, contentType: string): Schema | undefined {
  const firstJson = Object.entries(content).find(([type]) => JSON_TYPE.test(type));
  const [type = "", media] = mediaTypeOf(content, contentType) ?? firstJson ?? [];
  return JSON_TYPE.test(type) || JSON_TYPE.test(contentType) ? media?.schema : undefined;
}

type Validate = (schema: Schema, data: unknown) => Finding[];

const UNDOCUMENTED = ["additionalProperties", "unevaluatedProperties"];

function findingOf(
  error: ErrorObject,
  redact: (text: string) => string,
  locate: (path: readonly string[]) => string,
): Finding {
  const { instancePath, keyword, params } = error;
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const path = instancePath.split("/").slice(1).map(unescaped);
  // Redact before long names are cut, or a part of the key could remain.
  const whole = (property === undefined ? path : [...path, String(property)]).map(redact);
  const rule = UNDOCUMENTED.includes(keyword) ? "additionalProperties" : keyword;
  const location = locate(whole);
  const first = location.includes(".*") ? ` (first at ${locationOf(whole, {}, {})})` : "";
  return { location, rule, message: messageOf(error) + first };
}

/** The message. It never contains the value, which may be private data of the account. */
function messageOf({ keyword, message = "", params, data }: ErrorObject): string {
  if (keyword === "required") return "is missing";
  if (UNDOCUMENTED.includes(keyword)) return "is not documented";
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  if (keyword !== "type") return message;
  return `must be ${[params.type].flat().join(" or ")}, but is ${jsonTypeOf(data)}`;
}

function jsonTypeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
