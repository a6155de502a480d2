/** Next versions of the API as its vendor would publish them, for the tests of the bump. */
import { jsonpath } from "json-p3";
import { isObject, type Json, type JsonObject } from "../../scripts/openapi/json-value.js";
import { ADDED } from "./next-versions-added.js";

const VENDOR_TEXT = "Vendor text";

/** The document as the vendor publishes it: without our operation ids. */
export function published(current: JsonObject): JsonObject {
  const document = structuredClone(current);
  for (const operation of jsonpath.query("$.paths.*.*", document).values())
    delete (operation as JsonObject).operationId;
  return document;
}

/** A copy in which objects are merged, lists are joined, and everything else is replaced. */
function merged(value: Json | undefined, update: Json): Json {
  if (Array.isArray(value) && Array.isArray(update)) return [...value, ...update];
  if (!isObject(value) || !isObject(update)) return update;
  return {
    ...value,
    ...Object.fromEntries(Object.entries(update).map(([key, one]) => [key, merged(value[key], one)])),
  };
}

/**
 * A version that only adds: nine operations, among them one that returns a WAV file, one that takes a WAV file and one
 * that takes a form with a file; a region; a property of a response. One operation does not declare all its path
 * parameters.
 */
export function additive(current: JsonObject): JsonObject {
  return merged(published(current), ADDED) as JsonObject;
}

/**
 * A version that breaks: the operations on carriers have moved, the security scheme has another name, a request
 * property was removed and another one is required. It adds a region and error bodies, and uses `nullable` of OpenAPI
 * 3.0.
 */
export function breaking(current: JsonObject): JsonObject {
  const document = merged(published(current), BROKEN) as JsonObject;
  const at = (path: string) => jsonpath.match(path, document)?.value as JsonObject;
  delete at("$.components.schemas.CreateOutletBody.properties").llmSettings;
  for (const response of jsonpath.query("$.paths.*.*.responses['400','404']", document).values()) {
    (response as JsonObject).content = {
      "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } },
    };
  }
  at("$.components").securitySchemes = { apiKey: at("$.components.securitySchemes.ApiKeyAuth") };
  const paths = Object.entries(at("$.paths")).map(([path, item]) => [movedPath(path), item]);
  return { ...document, security: [{ apiKey: [] }], paths: Object.fromEntries(paths) };
}

/** The path of an operation in the breaking version. */
export function movedPath(path: string): string {
  return path.replace("/logistics/carriers", "/carriers");
}

const BROKEN: JsonObject = {
  info: { version: "5.0.0" },
  servers: [{ url: "https://api.ca.shop.example", description: VENDOR_TEXT }],
  components: {
    schemas: {
      ErrorResponse: {
        description: VENDOR_TEXT,
        type: "object",
        properties: {
          message: { description: VENDOR_TEXT, type: "string" },
          code: { description: VENDOR_TEXT, type: "string", nullable: true },
        },
        required: ["message"],
      },
      CarrierResponse: { properties: { flavorId: { nullable: true } } },
      BatchUpdateResultItem: { properties: { data: { nullable: true } } },
      ActiveShipmentsResponse: {
        properties: { activeShipments: { additionalProperties: { nullable: true } } },
      },
      LookupCarrierBody: {
        properties: { channel: { description: VENDOR_TEXT, type: "string", enum: ["voice", "text"] } },
        required: ["channel"],
      },
    },
  },
};
