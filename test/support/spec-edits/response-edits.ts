import { type Edit, JSON_TYPE, operation, schema, without } from "./edit.js";

export const RESPONSE_EDITS: readonly Edit[] = [
  [
    "a response property removed",
    (d) => {
      delete schema(d, "GetOutletsResponse").items.properties.sketchCount;
      schema(d, "GetOutletsResponse").items.required.pop();
    },
    ["! listOutlets GetOutletsResponse[].sketchCount: Property `sketchCount` was removed"],
  ],
  [
    "a success status changed",
    (d) => {
      const { responses } = operation(d, "deleteOutlet");
      responses["200"] = responses["204"];
      delete responses["204"];
    },
    ["! deleteOutlet response 204: Response `204` became `200`"],
  ],
  [
    "a response schema added to a success",
    (d) => {
      operation(d, "listSketches").responses["200"].content = { [JSON_TYPE]: { schema: { type: "object" } } };
    },
    ["listSketches response 200: `content` is new"],
  ],
  [
    "a success with another schema added",
    (d) => {
      operation(d, "deleteAspect").responses["202"] = {
        description: "Later.",
        content: { [JSON_TYPE]: { schema: { type: "string" } } },
      };
    },
    ["! deleteAspect response 202 is new"],
  ],
  [
    "a success body dropped",
    (d) => {
      delete operation(d, "getConduct").responses["200"].content;
    },
    ["! getConduct response 200: All media types were removed"],
  ],
  [
    "an operation deprecated",
    (d) => {
      operation(d, "listProductGuideChapters").deprecated = true;
    },
    ["listProductGuideChapters operation is deprecated now"],
  ],
  [
    "an error response removed",
    (d) => {
      delete operation(d, "getProductGuideChapter").responses["404"];
    },
    ["! getProductGuideChapter response 404: Response `404` was removed"],
  ],
  [
    "an error body added",
    (d) => {
      operation(d, "updateProductGuideChapter").responses["404"].content = {
        [JSON_TYPE]: { schema: { type: "object" } },
      };
    },
    ["updateProductGuideChapter response 404: `content` is new"],
  ],
  [
    "an error response added",
    (d) => {
      operation(d, "deleteProductGuideChapter").responses["409"] = { description: "In use." };
    },
    ["deleteProductGuideChapter response 409 is new"],
  ],
  [
    "a response property made optional",
    (d) => {
      const { items } = schema(d, "GetFlavorsResponse").properties.flavors;
      items.required = without(items.required, "isDefault");
    },
    ["! listFlavors GetFlavorsResponse.flavors[]: Properties are no longer required: `isDefault`"],
  ],
  [
    "a response property of another type",
    (d) => {
      schema(d, "ActiveShipmentsResponse").properties.activeShipments = { type: "array", items: {} };
    },
    [
      "! getActiveShipments ActiveShipmentsResponse.activeShipments: Type of `activeShipments` widened from 'object' to 'array'",
      "! getActiveShipments ActiveShipmentsResponse.activeShipments.*: `additionalProperties` of `activeShipments` was removed",
      "getActiveShipments ActiveShipmentsResponse.activeShipments[] is new",
    ],
  ],
  [
    "null allowed in a response property",
    (d) => {
      schema(d, "NoticePageResponse").properties.lastUpdated.type = ["string", "null"];
    },
    [
      "! listNoticePages NoticePageResponse.lastUpdated: Type of `lastUpdated` widened from 'string' to 'string | null'",
    ],
  ],
  [
    "a response property added to a shared schema",
    (d) => {
      schema(d, "GetNoticePageResponse").properties.revision = { type: "integer" };
    },
    [
      "getNoticePage GetNoticePageResponse.revision is new",
      "updateNoticeSchema GetNoticePageResponse.revision is new",
      "updateNoticeVariables GetNoticePageResponse.revision is new",
    ],
  ],
  [
    "a property removed from a shared schema",
    (d) => {
      delete schema(d, "CarrierResponse").properties.disableHandoff;
      schema(d, "CarrierResponse").required.pop();
    },
    [
      "! listCarriers CarrierResponse.disableHandoff: Property `disableHandoff` of `CarrierResponse` was removed",
      "! batchGetCarriers CarrierResponse.disableHandoff: Property `disableHandoff` of `CarrierResponse` was removed",
      "! batchUpdateCarriers CarrierResponse.disableHandoff: Property `disableHandoff` of `CarrierResponse` was removed",
      "! lookUpCarrier CarrierResponse.disableHandoff: Property `disableHandoff` of `CarrierResponse` was removed",
      "! getCarrier CarrierResponse.disableHandoff: Property `disableHandoff` of `CarrierResponse` was removed",
      "! updateCarrier CarrierResponse.disableHandoff: Property `disableHandoff` of `CarrierResponse` was removed",
    ],
  ],
  [
    "a second media type of a success",
    (d) => {
      operation(d, "deleteCarrier").responses["200"].content["text/plain"] = { schema: { type: "string" } };
    },
    ["! deleteCarrier response 200: `text/plain` is new"],
  ],
  [
    "other items in an array of a response",
    (d) => {
      const { properties } = schema(d, "BatchGetTrackingNumbersResponse");
      properties.found = { type: "array", items: { type: "string" } };
    },
    [
      "! batchGetTrackingNumbers BatchGetTrackingNumbersResponse.found[]: Properties are no longer required: `number`, `projectId`, `accountId`, `clientEnv`",
      "! batchGetTrackingNumbers BatchGetTrackingNumbersResponse.found[]: Type widened from 'object' to 'string'",
      "! batchGetTrackingNumbers TrackingNumberResponse: All properties were removed",
    ],
  ],
  [
    "an operation id changed",
    (d) => {
      operation(d, "getTrackingNumber").operationId = "readTrackingNumber";
    },
    [
      "! readTrackingNumber TrackingNumberResponse: All properties were removed",
      'readTrackingNumber operation has operationId "readTrackingNumber" now, had "getTrackingNumber"',
    ],
  ],
  [
    "words only",
    (d) => {
      const found = operation(d, "deleteTrackingNumber");
      Object.assign(found, { summary: "Other", description: "Other words", tags: ["Outlets"], "x-safe": true });
      found.parameters[0].description = "Other words";
      found.parameters[0].example = "other";
      found.responses["200"].description = "Other words";
      found.responses["200"].content[JSON_TYPE].examples = {};
      Object.assign(schema(d, "DeleteTrackingNumberResponse"), { title: "Other", description: "Other" });
      schema(d, "DeleteTrackingNumberResponse").properties.deleted.examples = ["other"];
    },
    [],
  ],
];
