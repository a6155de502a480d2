import type { OpenApiDocument, Schema } from "../../src/testing/document.js";
import { mockDocument } from "../../src/testing/mock/mocked-api.js";
import { pairsOf } from "../../src/testing/mock/raw-request.js";
import type { Violation } from "../../src/testing/violations.js";

/** A request to the mock server. */
export interface MockRequest {
  readonly method?: string;
  /** Can contain a query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes, or a value that is sent as JSON. */
  readonly body?: unknown;
}

/** A response of the mock server. */
export interface MockResponse {
  readonly status: number;
  readonly body: unknown;
  /** The location, rule and message of each violation. */
  readonly violations: readonly string[];
  readonly type: string | undefined;
}

/** The parts of a document that a test sets. */
export interface DocumentParts extends Partial<Omit<OpenApiDocument, "components">> {
  readonly schemas?: Readonly<Record<string, Schema>>;
  readonly parameters?: object;
  readonly securitySchemes?: OpenApiDocument["components"]["securitySchemes"];
}

/** Completes a document. */
export function documentOf({
  schemas = {},
  parameters = {},
  securitySchemes = {},
  ...rest
}: DocumentParts): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    servers: [],
    security: [],
    paths: {},
    ...rest,
    components: { schemas, securitySchemes: { ...KEY, ...securitySchemes }, ...{ parameters } },
  };
}

const KEY = { key: { type: "apiKey", in: "header", name: "x-api-key" } };

/** Mocks a small document, without a process and without a server. */
export async function mocked(small: DocumentParts) {
  const api = await mockDocument(documentOf(small));
  const ask = async ({ method = "POST", path = "/things", headers, body }: MockRequest): Promise<MockResponse> => {
    const [pathname = "", search = ""] = path.split("?");
    const bytes = body instanceof Uint8Array ? body : Buffer.from(body === undefined ? "" : JSON.stringify(body));
    const type = { "content-type": "application/json" };
    const { headers: answered, ...answer } = await api.answer({
      method,
      pathname,
      query: pairsOf(search, "&"),
      cookies: [],
      headers: { ...(body !== undefined && type), ...headers },
      body: new Uint8Array(bytes),
    });
    const { violations = [] } = Object(answer.body) as { violations?: Violation[] };
    const lines = violations.map(({ location, rule, message }) => `${location} ${rule}: ${message}`);
    return { ...answer, violations: lines, type: answered["content-type"] };
  };
  return { ask, withoutResponse: api.withoutResponse };
}

/** A document with the operation POST /things, whose body has this schema. */
export function withBody(schema: Schema, schemas: DocumentParts["schemas"] = {}): DocumentParts {
  const content = { "application/json": { schema } };
  return {
    paths: {
      "/things": { post: { operationId: "addThing", requestBody: { required: true, content }, responses: DONE } },
    },
    schemas,
  };
}

/** A document with the operation GET /things, whose response has this schema. */
export function withResponse(schema: Schema, schemas: DocumentParts["schemas"] = {}): DocumentParts {
  const responses = { 200: { description: "Things.", content: { "application/json": { schema } } } };
  return { paths: { "/things": { get: { operationId: "getThing", responses } } }, schemas };
}

export const DONE = { 204: { description: "Done." } };
export const TEXT = { type: "string" };
export const INTEGER = { type: "integer" };

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object schema. A property is required, unless its name ends with `?`. */
export function object(properties: Readonly<Record<string, Schema>>): Schema {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ""), schema]);
  const required = Object.keys(properties).filter((name) => !name.endsWith("?"));
  return { type: "object", properties: Object.fromEntries(named), ...(required.length > 0 && { required }) };
}
