import type { JsonObject } from "./json.js";

/** What an object of an OpenAPI document is. */
export type Kind = keyof typeof OBJECTS;

const METHOD_NAMES = ["get", "head", "post", "put", "patch", "delete", "options", "trace"] as const;

/** The methods that a path can have, as the document spells them. */
export const METHODS: readonly string[] = METHOD_NAMES;

/**
 * Which objects an object of OpenAPI 3.1 holds, by key: one, a list (`[]`) or a map by name (`{}`); under `*`, any key.
 * Values are left out on purpose (`example`, `default`, `enum`, …): what looks like an object of OpenAPI in there is none.
 */
const OBJECTS = {
  document: {
    info: "info",
    servers: "server[]",
    tags: "tag[]",
    paths: "pathItem{}",
    webhooks: "pathItem{}",
    components: "components",
  },
  info: {},
  server: {},
  tag: {},
  pathItem: {
    servers: "server[]",
    parameters: "parameter[]",
    ...Object.fromEntries(METHOD_NAMES.map((method) => [method, "operation"])),
  },
  operation: {
    servers: "server[]",
    parameters: "parameter[]",
    requestBody: "requestBody",
    responses: "response{}",
    callbacks: "callback{}",
  },
  callback: { "*": "pathItem" },
  parameter: { schema: "schema", content: "mediaType{}", examples: "example{}" },
  requestBody: { content: "mediaType{}" },
  response: { headers: "header{}", content: "mediaType{}", links: "link{}" },
  header: { schema: "schema", content: "mediaType{}", examples: "example{}" },
  link: {},
  mediaType: { schema: "schema", encoding: "encoding{}", examples: "example{}" },
  example: {},
  encoding: { headers: "header{}" },
  components: {
    schemas: "schema{}",
    responses: "response{}",
    parameters: "parameter{}",
    requestBodies: "requestBody{}",
    headers: "header{}",
    securitySchemes: "securityScheme{}",
    examples: "example{}",
    links: "link{}",
    callbacks: "callback{}",
    pathItems: "pathItem{}",
  },
  securityScheme: {},
  schema: {
    properties: "schema{}",
    patternProperties: "schema{}",
    dependentSchemas: "schema{}",
    $defs: "schema{}",
    additionalProperties: "schema",
    unevaluatedProperties: "schema",
    propertyNames: "schema",
    items: "schema",
    prefixItems: "schema[]",
    unevaluatedItems: "schema",
    contains: "schema",
    contentSchema: "schema",
    allOf: "schema[]",
    anyOf: "schema[]",
    oneOf: "schema[]",
    not: "schema",
    if: "schema",
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
    then: "schema",
    else: "schema",
  },
} as const satisfies Record<string, Record<string, string>>;

/** What stands under a key: which objects, and whether it is one, a list of them or a map by name. */
export interface Held {
  readonly kind: Kind;
  readonly as: "one" | "list" | "map";
}

/** The keys of an object under which it holds others. */
export function heldBy(kind: Kind, value: JsonObject): [key: string, held: Held][] {
  const grammar: Readonly<Record<string, string>> = OBJECTS[kind];
  return Object.keys(value).flatMap((key) => {
    const spelling = Object.hasOwn(grammar, key) ? grammar[key] : grammar["*"];
    return spelling && !(spelling === grammar["*"] && key.startsWith("x-")) ? [[key, held(spelling)]] : [];
  });
}

function held(spelling: string): Held {
  const kind = spelling.replace(/\W+$/, "") as Kind;
  return { kind, as: spelling.endsWith("[]") ? "list" : spelling.endsWith("{}") ? "map" : "one" };
}

/** Paths and responses may stand beside extensions; elsewhere a name may be anything. */
export function namesOf(map: JsonObject, kind: Kind): string[] {
  const extensible = kind === "pathItem" || kind === "response";
  return Object.keys(map).filter((name) => !(extensible && name.startsWith("x-")));
}
