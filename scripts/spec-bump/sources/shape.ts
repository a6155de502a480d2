import { Ajv, type SchemaObject } from "ajv";
import { METHODS } from "../grammar.js";
import type { JsonObject } from "../json.js";

const maybeSchema: SchemaObject = { type: ["object", "boolean"] };
const texts: SchemaObject = { type: "array", items: { type: "string" } };
const objects: SchemaObject = { type: "object", additionalProperties: { type: "object" } };

const parameter: SchemaObject = {
  type: "object",
  properties: {
    $ref: { type: "string" },
    name: { type: "string" },
    in: { enum: ["path", "query", "header", "cookie"] },
    schema: maybeSchema,
    content: objects,
  },
  if: { not: { required: ["$ref"] } },
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
  then: { required: ["name", "in"] },
};

const content: SchemaObject = {
  type: "object",
  additionalProperties: { type: "object", properties: { schema: maybeSchema, examples: objects } },
};
const body: SchemaObject = { type: "object", properties: { content } };

const servers: SchemaObject = {
  type: "array",
  items: { type: "object", required: ["url"], properties: { url: { type: "string" } } },
};
const security: SchemaObject = { type: "array", items: { type: "object", additionalProperties: texts } };

const operation: SchemaObject = {
  type: "object",
  required: ["responses"],
  properties: {
    operationId: { type: "string" },
    summary: { type: "string" },
    description: { type: "string" },
    tags: texts,
    parameters: { type: "array", items: parameter },
    requestBody: body,
    responses: { type: "object", additionalProperties: body },
    servers,
    security,
  },
};

const pathItem: SchemaObject = {
  type: "object",
  properties: {
    parameters: { type: "array", items: parameter },
    servers,
    ...Object.fromEntries(METHODS.map((method) => [method, operation])),
  },
};

const components: SchemaObject = {
  type: "object",
  additionalProperties: { type: "object", additionalProperties: { type: "object" } },
  properties: {
    schemas: { type: "object", additionalProperties: maybeSchema },
    parameters: { type: "object", additionalProperties: parameter },
  },
};

/**
 * What the steps of a bump take for granted of a document. Whether it is good OpenAPI is the lint's to say; without this
 * much it would not come to that.
 */
const document: SchemaObject = {
  type: "object",
  properties: {
    info: { type: "object", properties: { title: { type: "string" }, version: { type: "string", minLength: 1 } } },
    servers,
    security,
    tags: { type: "array", items: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
    paths: { type: "object", propertyNames: { pattern: "^(?:/|x-)" }, additionalProperties: pathItem },
    components,
  },
};

const validate = new Ajv({ allowUnionTypes: true }).compile(document);

/** The first thing in which a document departs from that, as a sentence without its subject; undefined when it does not. */
export function shapeFault(data: JsonObject): string | undefined {
  if (validate(data)) return undefined;
  const [error] = validate.errors ?? [];
  return error && `#${error.instancePath} ${error.message}`;
}
