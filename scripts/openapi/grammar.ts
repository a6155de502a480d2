/** The kinds of objects in an OpenAPI document. */
export type Kind = keyof typeof OBJECTS;

/** The methods that a path can have, as in the document. */
export const METHODS: readonly string[] = ["get", "head", "post", "put", "patch", "delete", "options", "trace"];

/**
 * The objects inside each kind of object (OpenAPI 3.1), by key: one, a list (`[]`) or a map by name (`{}`). The key `*`
 * is any key. Values such as `example`, `default` and `enum` are not here, because they contain no OpenAPI objects.
 */
export const OBJECTS = {
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
    ...Object.fromEntries(METHODS.map((method) => [method, "operation"])),
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
    ...keysWith("schema{}", "properties", "patternProperties", "dependentSchemas", "$defs"),
    ...keysWith("schema[]", "allOf", "anyOf", "oneOf", "prefixItems"),
    ...keysWith("schema", "items", "contains", "unevaluatedItems", "additionalProperties", "unevaluatedProperties"),
    ...keysWith("schema", "propertyNames", "contentSchema", "not", "if", "then", "else"),
  },
} as const satisfies Record<string, Record<string, string>>;

function keysWith(content: string, ...keys: string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, content]));
}
