/** Next versions of the API in the form in which its vendor would publish them: what the tests of the bump start from. */
import { jsonpath } from "json-p3";
import { isObject, type JsonObject } from "../../scripts/spec-bump/json.js";
import { updateAt } from "../../scripts/spec-bump/overlay/merge.js";
import { deriveOverlay, type Overlay } from "../../scripts/spec-bump/overlay.js";
import { ADDED } from "./next-versions-added.js";

const VENDOR_TEXT = "Vendor text";

/** The document without what an overlay says is ours: all of it, unless an overlay is given. */
export function published(current: JsonObject, overlay: Overlay = deriveOverlay(current)): JsonObject {
  const document = structuredClone(current);
  for (const { target, update } of overlay.actions) {
    for (const value of jsonpath.query(target, document).values()) {
      if (isObject(value) && isObject(update)) withoutOurs(value, update);
    }
  }
  return document;
}

function withoutOurs(value: JsonObject, update: JsonObject): void {
  for (const [key, ours] of Object.entries(update)) {
    if (key === "summary" || key === "description") value[key] = VENDOR_TEXT;
    else if (key !== "examples") delete value[key];
    else if (isObject(value.examples) && isObject(ours)) {
      for (const name of Object.keys(ours)) delete value.examples[name];
      if (Object.keys(value.examples).length === 0) delete value.examples;
    }
  }
}

/**
 * A version that only adds: nine operations, of which one answers a WAV file, one takes one, one takes a form with a
 * file; a region; a property of a response. One of the operations does not declare all parameters of its path.
 */
export function additive(current: JsonObject): JsonObject {
  return updateAt(published(current), [], ADDED) as JsonObject;
}

/**
 * A version that breaks: the operations on carriers have moved, the security scheme has another name, a request
 * property is gone and another one is required. It adds a region and error bodies, and says `nullable` as 3.0 did.
 */
export function breaking(current: JsonObject): JsonObject {
  const document = updateAt(published(current), [], BROKEN) as JsonObject;
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

/** Where an operation of the current document is in the breaking version. */
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
