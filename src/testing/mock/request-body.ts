import type { MediaType, Schema } from "../document.js";
import { JSON_TYPE, parsed } from "../json-text.js";
import { essenceOf, mediaTypeOf, type ResolvedOperation } from "../resolved-operations.js";
import { partsOf } from "../schema-parts.js";
import type { Violation } from "../violations.js";
import type { ViolationFinder } from "./find-violations.js";
import { pairsOf, type RawRequest } from "./raw-request.js";
import { grouped, shapeOf } from "./read-parameters.js";

/** For JSON values, and for values that are sent as text (parameters, forms). */
export interface RequestFinders {
  readonly typed: ViolationFinder;
  readonly text: ViolationFinder;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Streams: the schema describes one item or event, not the whole body. */
const STREAM_TYPE = /^(?:text\/event-stream|application\/(?:x-)?(?:ndjson|jsonl|json-seq))/i;

/** Validates the body of a request. `status` is set if another status than 422 fits better. */
export async function validateBody(
  { requestBody }: ResolvedOperation,
  { headers, body }: RawRequest,
  finders: RequestFinders,
): Promise<{ status?: 415; violations: Violation[] }> {
  const only = (location: string, rule: string, message: string) => ({ violations: [{ location, rule, message }] });
  if (body.length === 0) return requestBody?.required ? only("request", "required", "body is required") : NONE;
  if (!requestBody)
    return only("body", "body", "is not allowed: the OpenAPI document has no request body for this operation");
  const types = Object.keys(requestBody.content).join(", ");
  if (types === "") return NONE;
  // Without a content type, the body is bytes (RFC 9110, 8.3).
  const type = headers["content-type"] ?? "application/octet-stream";
  const known = mediaTypeOf(requestBody.content, type);
  if (!known) {
    return {
      status: 415,
      ...only("header.content-type", "contentType", `must be ${types}, but is ${essenceOf(type)}`),
    };
  }
  const [, { schema }] = known;
  if (JSON_TYPE.test(type)) {
    const value = parsed(new TextDecoder().decode(body));
    if (value === undefined) return only("body", "json", "is not JSON");
    return { violations: schema ? finders.typed.find(schema, value, "body") : [] };
  }
  if (essenceOf(type).startsWith("multipart/form-data") || essenceOf(type) === FORM_TYPE) {
    const value = await formOf(body, type, known[1], finders.schemas);
    if (value === undefined) return only("body", "form", "cannot be parsed as a form");
    return { violations: schema ? finders.text.find(schema, value, "body") : [] };
  }
  const isText = type.startsWith("text/") && !STREAM_TYPE.test(type);
  if (!isText || !schema) return NONE;
  return { violations: finders.typed.find(schema, new TextDecoder().decode(body), "body") };
}

const NONE = { violations: [] };
const FORM_TYPE = "application/x-www-form-urlencoded";

/** The fields of a form. A field whose schema is an object is parsed as JSON. Undefined if the body is not a form. */
async function formOf(
  body: Uint8Array<ArrayBuffer>,
  type: string,
  { schema }: MediaType,
  schemas: RequestFinders["schemas"],
): Promise<object | undefined> {
  const fields =
    essenceOf(type) === FORM_TYPE ? grouped(pairsOf(new TextDecoder().decode(body), "&")) : await multipart();
  const { properties } = partsOf(schema, schemas);
  return fields && Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fieldOf(name, value)]));

  async function multipart() {
    const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => undefined);
    if (!form) return undefined;
    const names = [...new Set(form.keys())];
    const entries = names.map(async (name) => {
      const values = await Promise.all(form.getAll(name).map(partText));
      return [name, values.length > 1 ? values : values[0]] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  function fieldOf(name: string, value: unknown): unknown {
    const property = properties[name];
    const items = partsOf(property, schemas).items;
    const isJson = (one: Schema | undefined) => shapeOf(one, schemas) === "object";
    if (Array.isArray(value)) return isJson(items) ? value.map(jsonOf) : value;
    if (isJson(property)) return jsonOf(value);
    if (shapeOf(property, schemas) !== "list") return value;
    // A list with one part: the part is the whole list as JSON, or its only item.
    const list = jsonOf(value);
    return Array.isArray(list) ? list : [isJson(items) ? list : value];
  }
}

const jsonOf = (value: unknown) => parsed(String(value)) ?? value;

/** The text of a form part. A file becomes one character for each byte. */
async function partText(part: FormDataEntryValue): Promise<string> {
  if (typeof part === "string") return part;
  const bytes = Buffer.from(await part.arrayBuffer());
  return bytes.toString(JSON_TYPE.test(part.type) || part.type.startsWith("text/") ? "utf8" : "latin1");
}
