/** Small edits of one operation each, for what the document of the bump's tests does not contain. */
import type { Json, JsonObject } from "../../scripts/openapi/json-value.js";
import { openapi, operation } from "./openapi.js";

const TEXT = { type: "string" };
const NUMBER = { type: "integer" };

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, rest: JsonObject = {}) => ({ type: "object", properties, ...rest });
const mapOf = (schema: Json) => object({}, { additionalProperties: schema });
const orNull = (schema: Json) => ({ anyOf: [schema, { type: "null" }] });
const allOf = (schema: Json) => ({ allOf: [schema] });
const oneOf = (...schemas: Json[]) => ({ oneOf: [{ type: "boolean" }, ...schemas] });
const within = (schema: Json) => object({ p: schema });

/** Operations with a schema in a response or in a request, with parameters, or with response headers. */
const answers = (schema: Json) => operation(schema);
const takes = (schema: Json) => operation(TEXT, { requestBody: { content: { "application/json": { schema } } } });
const asks = (parameters: Json) => operation(TEXT, { parameters });
const heads = (headers: Json) => ({ tags: ["Things"], responses: { "200": { description: "Fine.", headers } } });

const CLOSED = object({}, { additionalProperties: false });

const query = (name: string, rest: JsonObject = {}) => ({ name, in: "query", schema: TEXT, ...rest });
const header = (name: string) => ({ ...query(name), in: "header" });

const THING = object({ id: TEXT }, { required: ["id"] });
const BEFORE = { Thing: THING, Node: object({ next: to("Node"), size: TEXT }), Deep: object({ size: TEXT }) };
const AFTER = { Thing: THING, Node: object({ next: to("Node"), size: NUMBER }), Deep: object({ size: NUMBER }) };

/** A part of an operation before and after, and the changes as text. Breaking changes start with "!". */
type Row = [name: string, make: (part: Json) => JsonObject, before: Json, after: Json, changes: string];

const VALUES: Row[] = [
  ["the order of values is no change", takes, { enum: ["a", "b"] }, { enum: ["b", "a"] }, ""],
  ["a list of one type is no change", takes, TEXT, { type: ["string"] }, ""],
  [
    "a wider type in a response",
    answers,
    NUMBER,
    { type: "number" },
    "! response 200: Type widened from 'integer' to 'number'",
  ],
  ["a wider type in a request", takes, NUMBER, { type: "number" }, 'body has type "number" now, had "integer"'],
  ["a limit lifted in a request", takes, { maxLength: 3 }, {}, "body has no maxLength now, had 3"],
  ["a limit lifted in a response", answers, { maxLength: 3 }, {}, "! response 200: `maxLength` was removed"],
  ["one more choice in a request", takes, oneOf(TEXT), oneOf(TEXT, NUMBER), "body (alternative 3) is new"],
  [
    "one more choice in a response",
    answers,
    oneOf(TEXT),
    oneOf(TEXT, NUMBER),
    "! response 200: (alternative 3): `oneOf` subschema was added",
  ],
  ["a default in a response", answers, { default: 1 }, { default: 2 }, "response 200 has default 2 now, had 1"],
  ["a default of a request", takes, { default: 1 }, { default: 2 }, "! body has default 2 now, had 1"],
  ["a default that is new", takes, {}, { default: 2 }, "body has default 2 now, had none"],
];

const OBJECTS: Row[] = [
  ["a schema in place of a reference to an equal one is no change", answers, within(to("Thing")), within(THING), ""],
  ["that anything else may be there is no change", takes, object({}), mapOf(true), ""],
  ["a request that is closed", takes, object({}), CLOSED, "! body.*: `additionalProperties` was set to 'false'"],
  [
    "a closed request that takes others",
    takes,
    CLOSED,
    mapOf(TEXT),
    "body.* has no additionalProperties now, had false\nbody.* is new",
  ],
  [
    "a response that is closed",
    answers,
    object({}),
    CLOSED,
    "response 200: * has additionalProperties false now, had none",
  ],
  [
    "a map that is closed",
    answers,
    mapOf(TEXT),
    CLOSED,
    "response 200: * has additionalProperties false now, had none\n! response 200: * is gone",
  ],
  [
    "a map of another type",
    answers,
    mapOf(TEXT),
    mapOf(NUMBER),
    "! response 200: *: Type widened from 'string' to 'integer'",
  ],
  [
    "a property that may not be",
    takes,
    object({ a: {}, p: {} }),
    object({ a: {}, p: false }),
    "! body.p may not be there now\n! body.p is gone",
  ],
  [
    "a name that every object has",
    answers,
    object({ constructor: {} }),
    object({}),
    "! response 200: constructor: Property `constructor` was removed",
  ],
  [
    "a schema that contains itself, once",
    answers,
    to("Node"),
    to("Node"),
    "! Node.size: Type of `size` widened from 'string' to 'integer'",
  ],
];

const NULLS: Row[] = [
  [
    "a reference that may be null",
    answers,
    within(to("Thing")),
    within(orNull(to("Thing"))),
    "! response 200: p: Type of `p` widened from 'object' to 'object | null'",
  ],
  [
    "a wrapped one that may be null",
    answers,
    within(allOf(to("Thing"))),
    within(orNull(to("Thing"))),
    "! response 200: p: Type of `p` widened from 'object' to 'object | null'",
  ],
  [
    "a reference that is never null",
    answers,
    within(orNull(to("Thing"))),
    within(to("Thing")),
    'response 200: p has type "object" now, had ["object","null"]',
  ],
  [
    "a reference that takes null",
    takes,
    within(to("Thing")),
    within(orNull(to("Thing"))),
    'body.p has type ["object","null"] now, had "object"',
  ],
  [
    "a reference that takes none",
    takes,
    within(orNull(to("Thing"))),
    within(to("Thing")),
    "! body.p: Type of `p` narrowed from 'object | null' to 'object'",
  ],
];

const PARAMETERS_AND_SHARED: Row[] = [
  ["the order of parameters is no change", asks, [query("a"), query("b")], [query("b"), query("a")], ""],
  ["the case of a header is no change", asks, [header("X-Size")], [header("x-size")], ""],
  [
    "a parameter that may be left out",
    asks,
    [query("a", { required: true })],
    [query("a")],
    "query parameter a is optional now",
  ],
  [
    "a parameter written in another way",
    asks,
    [query("a")],
    [query("a", { explode: false })],
    "! query parameter a: `explode` of `a` query parameter was set to 'false'",
  ],
  [
    "a default of a parameter",
    asks,
    [query("a", { schema: { default: 1 } })],
    [query("a", { schema: {} })],
    "! query parameter a has no default now, had 1",
  ],
  [
    "a shared schema",
    answers,
    { prefixItems: [to("Deep")] },
    { prefixItems: [to("Deep")] },
    "! Deep.size: Type of `size` widened from 'string' to 'integer'",
  ],
  [
    "a response header",
    heads,
    { "x-count": { schema: NUMBER } },
    { "x-size": {} },
    "! response 200: Response header `x-count` was removed\nresponse 200: `x-size` is new",
  ],
];

export const ROWS: readonly Row[] = [...VALUES, ...OBJECTS, ...NULLS, ...PARAMETERS_AND_SHARED];

/** One document before and one after, with an operation for each row. */
export function documentsOf(rows: readonly Row[]): [JsonObject, JsonObject] {
  const paths = (part: 2 | 3) => Object.fromEntries(rows.map((row, i) => [`/row-${i}`, { post: row[1](row[part]) }]));
  return [openapi(paths(2), BEFORE), openapi(paths(3), AFTER)];
}
