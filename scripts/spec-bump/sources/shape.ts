import { Ajv, type SchemaObject } from "ajv";
import { METHODS } from "../../openapi/grammar.js";
import type { JsonObject } from "../../openapi/json-value.js";

/* The types that the steps of a bump rely on. Whether the document is valid OpenAPI, the lint decides. */

const text = { type: "string" };
const schema = { type: ["object", "boolean"] };
const listOf = (items: SchemaObject): SchemaObject => ({ type: "array", items });
const mapOf = (values: SchemaObject): SchemaObject => ({ type: "object", additionalProperties: values });

const content = mapOf({ type: "object", properties: { schema, examples: mapOf({ type: "object" }) } });
const body: SchemaObject = { type: "object", properties: { content } };
const servers = listOf({ type: "object", required: ["url"], properties: { url: text } });
const security = listOf(mapOf(listOf(text)));

const parameter: SchemaObject = {
  type: "object",
  properties: { $ref: text, name: text, in: { enum: ["path", "query", "header", "cookie"] }, schema, content },
  if: { not: { required: ["$ref"] } },
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
  then: { required: ["name", "in"] },
};
const parameters = listOf(parameter);

const operation: SchemaObject = {
  type: "object",
  required: ["responses"],
  properties: {
    ...{ operationId: text, summary: text, description: text, tags: listOf(text), parameters, servers, security },
    requestBody: body,
    responses: mapOf(body),
  },
};

const methods = Object.fromEntries(METHODS.map((method) => [method, operation]));
const pathItem: SchemaObject = { type: "object", properties: { parameters, servers, ...methods } };

const document: SchemaObject = {
  type: "object",
  properties: {
    info: { type: "object", properties: { title: text, version: { type: "string", minLength: 1 } } },
    servers,
    security,
    tags: listOf({ type: "object", required: ["name"], properties: { name: text } }),
    paths: { ...mapOf(pathItem), propertyNames: { pattern: "^(?:/|x-)" } },
    components: {
      ...mapOf(mapOf({ type: "object" })),
      properties: { schemas: mapOf(schema), parameters: mapOf(parameter) },
    },
  },
};

const validate = new Ajv({ allowUnionTypes: true }).compile(document);

/** The first error in the types of a document, as a pointer and a message. Undefined if there is none. */
export function shapeError(data: JsonObject): string | undefined {
  if (validate(data)) return undefined;
  const [error] = validate.errors ?? [];
  return error && `#${error.instancePath} ${error.message}`;
}
