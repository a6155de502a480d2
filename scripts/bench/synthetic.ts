import type { OpenApiDocument } from "../openapi/document.js";
import type { CallText } from "./call-program.js";

const SUBJECTS = 125;

/** A document of 500 operations: a collection and its items, with two methods each, for 125 subjects. */
export function syntheticDocument(): OpenApiDocument {
  const subjects = Array.from({ length: SUBJECTS }, (_, at) => `Subject${at}`);
  return {
    openapi: "3.1.0",
    info: { title: "500 operations", version: "1" },
    servers: [],
    security: [],
    paths: Object.fromEntries(subjects.flatMap(pathsOf)),
    components: {
      schemas: { Failure: FAILURE, ...Object.fromEntries(subjects.flatMap(schemasOf)) },
      securitySchemes: {},
    },
  };
}

/** A right call of each of its operations. */
export function syntheticCalls(): CallText[] {
  return Array.from({ length: SUBJECTS }, (_, at) => callsOf(`Subject${at}`)).flat();
}

const STRING = { type: "string" };
const FAILURE = { type: "object", required: ["message"], properties: { message: STRING, code: { type: "integer" } } };

const collection = (subject: string) => `/v1/accounts/{accountId}/${subject.toLowerCase()}`;
const item = (subject: string) => `${collection(subject)}/{itemId}`;
const ref = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });
const json = (schema: object) => ({ "application/json": { schema } });
const parameter = (name: string) => ({ name, in: "path", required: true, schema: STRING });

function pathsOf(subject: string): [string, Record<string, unknown>][] {
  const operation = (name: string, answer: object, rest: object = {}) => ({
    operationId: `${name}${subject}`,
    responses: {
      200: { description: "", content: json(answer) },
      400: { description: "", content: json(ref("Failure")) },
      404: { description: "", content: json(ref("Failure")) },
    },
    ...rest,
  });
  const body = (schema: string) => ({ requestBody: { required: true, content: json(ref(schema)) } });
  const query = [
    { name: "limit", in: "query", schema: { type: "integer" } },
    { name: "state", in: "query", schema: { enum: ["on", "off"] } },
  ];
  const list = { type: "array", items: ref(subject) };
  return [
    [
      collection(subject),
      {
        parameters: [parameter("accountId")],
        get: operation("list", list, { parameters: query }),
        post: operation("create", ref(subject), body(`New${subject}`)),
      },
    ],
    [
      item(subject),
      {
        parameters: [parameter("accountId"), parameter("itemId")],
        get: operation("get", ref(subject)),
        patch: operation("update", ref(subject), body(`New${subject}`)),
      },
    ],
  ];
}

function schemasOf(subject: string): [string, object][] {
  const properties = {
    name: STRING,
    description: STRING,
    state: { enum: ["on", "off"] },
    labels: { type: "array", items: STRING },
    limits: { type: "object", properties: { calls: { type: "integer" }, minutes: { type: "number" } } },
  };
  const added = { id: STRING, createdAt: STRING };
  return [
    [`New${subject}`, { type: "object", required: ["name", "state"], properties }],
    [subject, { type: "object", required: ["id", "name"], properties: { ...properties, ...added } }],
  ];
}

function callsOf(subject: string): CallText[] {
  const path = { accountId: "a" };
  const one = { accountId: "a", itemId: "b" };
  const body = { name: "n", state: "on", labels: ["l"], limits: { calls: 1 } };
  const call = (name: string, method: string, path: string, init: object, read: string) => ({
    operationId: `${name}${subject}`,
    ...{ method, path, init, read },
  });
  return [
    call("list", "GET", collection(subject), { params: { path, query: { limit: 5, state: "on" } } }, "data?.[0]?.id"),
    call("create", "POST", collection(subject), { params: { path }, body }, "data?.id"),
    call("get", "GET", item(subject), { params: { path: one } }, "data?.limits?.calls"),
    call("update", "PATCH", item(subject), { params: { path: one }, body }, "data?.createdAt"),
  ];
}
