/** Edits of the document, each as the next version of the API could make it. No two of them touch the same operation. */
import type { JsonObject } from "../../scripts/spec-bump/json.js";

// biome-ignore lint/suspicious/noExplicitAny: a document is walked by hand here, and a wrong step fails the test.
type Any = any;

export interface Edit {
  readonly name: string;
  readonly edit: (document: Any) => void;
  /** What is to be said of it: operation, place, words, whether it breaks, and whether redocly rates it so. */
  readonly said: readonly [operation: string, where: string, what: string, rating: Rating][];
}

/** `breaking: ours` is what redocly rates as harmless, or does not list. */
type Rating = "breaking" | "breaking: ours" | "harmless";

/** An operation of the document, by its id. */
function operation(document: JsonObject, id: string): Any {
  const items = Object.values(document.paths as JsonObject).flatMap((item) => Object.values(item as JsonObject));
  return items.find((one) => (one as JsonObject | undefined)?.operationId === id);
}

const body = (document: Any, id: string) => operation(document, id).requestBody;
const schema = (document: Any, name: string) => document.components.schemas[name];
const without = (list: string[], name: string) => list.filter((one) => one !== name);
const JSON_TYPE = "application/json";

const OUTLET = "/v1/outlets/{outletId}";
const SKETCH = `${OUTLET}/sketches/{sketchId}`;
const LOGISTICS = `${OUTLET}/logistics`;

export const EDITS: readonly Edit[] = [
  {
    name: "a response property removed",
    edit: (d) => {
      delete schema(d, "GetOutletsResponse").items.properties.sketchCount;
      schema(d, "GetOutletsResponse").items.required.pop();
    },
    said: [["GET /v1/outlets", "GetOutletsResponse[].sketchCount", "Property `sketchCount` was removed", "breaking"]],
  },
  {
    name: "a default of a request property changed",
    edit: (d) => {
      schema(d, "CreateOutletBody").properties.responseSettings.properties.languageCode.default = "en-US";
    },
    said: [
      [
        "POST /v1/outlets",
        "CreateOutletBody.responseSettings.languageCode",
        'has default "en-US" now, had "en-GB"',
        "breaking: ours",
      ],
    ],
  },
  {
    name: "a success status changed",
    edit: (d) => {
      const { responses } = operation(d, "deleteOutlet");
      responses["200"] = responses["204"];
      delete responses["204"];
    },
    said: [[`DELETE ${OUTLET}`, "response 204", "Response `204` became `200`", "breaking"]],
  },
  {
    name: "a success described that was not",
    edit: (d) => {
      operation(d, "listSketches").responses["200"].content = { [JSON_TYPE]: { schema: { type: "object" } } };
    },
    said: [[`GET ${OUTLET}/sketches`, "response 200", "`content` is new", "harmless"]],
  },
  {
    name: "a request body made required",
    edit: (d) => {
      body(d, "createSketch").required = true;
    },
    said: [[`POST ${OUTLET}/sketches`, "body", "Request body became required", "breaking"]],
  },
  {
    name: "a required query parameter added",
    edit: (d) => {
      operation(d, "deleteSketch").parameters.push({ name: "force", in: "query", required: true, schema: {} });
    },
    said: [[`DELETE ${SKETCH}`, "query parameter force", "Required `force` query parameter was added", "breaking"]],
  },
  {
    name: "an optional query parameter added",
    edit: (d) => {
      operation(d, "listAspects").parameters.push({ name: "limit", in: "query", schema: { type: "integer" } });
    },
    said: [[`GET ${SKETCH}/aspects`, "query parameter limit", "is new", "harmless"]],
  },
  {
    name: "a limit set on a request property",
    edit: (d) => {
      schema(d, "CreateAspectBody").properties.name.maxLength = 50;
    },
    said: [[`POST ${SKETCH}/aspects`, "CreateAspectBody.name", "`maxLength` of `name` was set to '50'", "breaking"]],
  },
  {
    name: "a request body removed",
    edit: (d) => {
      delete operation(d, "updateAspect").requestBody;
    },
    said: [[`PATCH ${SKETCH}/aspects/{aspectId}`, "body", "Request body was removed", "breaking"]],
  },
  {
    name: "another success added that holds something else",
    edit: (d) => {
      operation(d, "deleteAspect").responses["202"] = {
        description: "Later.",
        content: { [JSON_TYPE]: { schema: { type: "string" } } },
      };
    },
    said: [[`DELETE ${SKETCH}/aspects/{aspectId}`, "response 202", "is new", "breaking: ours"]],
  },
  {
    name: "a success body dropped",
    edit: (d) => {
      delete operation(d, "getConduct").responses["200"].content;
    },
    said: [[`GET ${SKETCH}/conduct`, "response 200", "All media types were removed", "breaking"]],
  },
  {
    name: "a property required in a request",
    edit: (d) => {
      schema(d, "UpdateOutletRulesBody").properties.note = { type: "string" };
      schema(d, "UpdateOutletRulesBody").required.push("note");
    },
    said: [
      [
        `PATCH ${SKETCH}/conduct`,
        "UpdateOutletRulesBody",
        "Properties of `UpdateOutletRulesBody` became required: `note`",
        "breaking",
      ],
      [`PATCH ${SKETCH}/conduct`, "UpdateOutletRulesBody.note", "is new", "harmless"],
    ],
  },
  {
    name: "an operation deprecated",
    edit: (d) => {
      operation(d, "listProductGuideChapters").deprecated = true;
    },
    said: [[`GET ${SKETCH}/product-guide/chapters`, "operation", "is deprecated now", "harmless"]],
  },
  {
    name: "an optional request property removed from a closed schema",
    edit: (d) => {
      delete schema(d, "CreateProductGuideChapterBody").properties.isActive;
    },
    said: [
      [
        `POST ${SKETCH}/product-guide/chapters`,
        "CreateProductGuideChapterBody.isActive",
        "Property `isActive` of `CreateProductGuideChapterBody` was removed",
        "breaking",
      ],
    ],
  },
  {
    name: "an error response removed",
    edit: (d) => {
      delete operation(d, "getProductGuideChapter").responses["404"];
    },
    said: [
      [`GET ${SKETCH}/product-guide/chapters/{chapterId}`, "response 404", "Response `404` was removed", "breaking"],
    ],
  },
  {
    name: "an error body added",
    edit: (d) => {
      operation(d, "updateProductGuideChapter").responses["404"].content = {
        [JSON_TYPE]: { schema: { type: "object" } },
      };
    },
    said: [[`PATCH ${SKETCH}/product-guide/chapters/{chapterId}`, "response 404", "`content` is new", "harmless"]],
  },
  {
    name: "an error response added",
    edit: (d) => {
      operation(d, "deleteProductGuideChapter").responses["409"] = { description: "In use." };
    },
    said: [[`DELETE ${SKETCH}/product-guide/chapters/{chapterId}`, "response 409", "is new", "harmless"]],
  },
  {
    name: "values taken from and added to the enum of a request",
    edit: (d) => {
      schema(d, "MergeSketchBody").properties.conflictResolutions.items.properties.strategy.enum = ["ours", "both"];
    },
    said: [
      [
        `POST ${SKETCH}/merge`,
        "MergeSketchBody.conflictResolutions[].strategy",
        "Enum of `strategy` lost values: 'base', 'theirs'",
        "breaking",
      ],
    ],
  },
  {
    name: "a response property made optional",
    edit: (d) => {
      const { items } = schema(d, "GetFlavorsResponse").properties.flavors;
      items.required = without(items.required, "isDefault");
    },
    said: [
      [
        `GET ${SKETCH}/flavors`,
        "GetFlavorsResponse.flavors[]",
        "Properties are no longer required: `isDefault`",
        "breaking",
      ],
    ],
  },
  {
    name: "a request property made required",
    edit: (d) => {
      schema(d, "CreateFlavorBody").required.push("isDefault");
    },
    said: [
      [
        `POST ${SKETCH}/flavors`,
        "CreateFlavorBody",
        "Properties of `CreateFlavorBody` became required: `isDefault`",
        "breaking",
      ],
    ],
  },
  {
    name: "an optional request property added",
    edit: (d) => {
      schema(d, "UpdateFlavorBody").properties.color = { type: "string" };
    },
    said: [[`PATCH ${SKETCH}/flavors/{flavorId}`, "UpdateFlavorBody.color", "is new", "harmless"]],
  },
  {
    name: "servers of an operation's own",
    edit: (d) => {
      operation(d, "deleteFlavor").servers = [{ url: "https://flavors.shop.example" }];
    },
    said: [
      [
        `DELETE ${SKETCH}/flavors/{flavorId}`,
        "operation",
        "has servers of its own now: https://flavors.shop.example",
        "breaking: ours",
      ],
    ],
  },
  {
    name: "a query parameter gone, and values of another",
    edit: (d) => {
      const found = operation(d, "listShipments");
      found.parameters = found.parameters.filter((one: Any) => one.name !== "limit");
      found.parameters.find((one: Any) => one.name === "environment").schema.enum = ["live"];
    },
    said: [
      [
        `GET ${OUTLET}/shipments`,
        "query parameter environment",
        "Enum lost values: 'pre-release', 'sandbox'",
        "breaking",
      ],
      [`GET ${OUTLET}/shipments`, "query parameter limit", "`limit` query parameter was removed", "breaking"],
    ],
  },
  {
    name: "a response property of another type",
    edit: (d) => {
      schema(d, "ActiveShipmentsResponse").properties.activeShipments = { type: "array", items: {} };
    },
    said: [
      [
        `GET ${OUTLET}/shipments/active`,
        "ActiveShipmentsResponse.activeShipments",
        "Type of `activeShipments` widened from 'object' to 'array'",
        "breaking",
      ],
      [
        `GET ${OUTLET}/shipments/active`,
        "ActiveShipmentsResponse.activeShipments.*",
        "`additionalProperties` of `activeShipments` was removed",
        "breaking",
      ],
      [`GET ${OUTLET}/shipments/active`, "ActiveShipmentsResponse.activeShipments[]", "is new", "harmless"],
    ],
  },
  {
    name: "an optional request property removed from an open schema",
    edit: (d) => {
      delete schema(d, "PublishShipmentBody").properties.environment;
    },
    said: [[`POST ${OUTLET}/shipments/publish`, "PublishShipmentBody.environment", "is gone", "breaking: ours"]],
  },
  {
    name: "a request property of another type",
    edit: (d) => {
      schema(d, "PromoteShipmentBody").properties.targetEnvironment.type = "integer";
    },
    said: [
      [
        `POST ${OUTLET}/shipments/{shipmentId}/promote`,
        "PromoteShipmentBody.targetEnvironment",
        "Type of `targetEnvironment` narrowed from 'string' to 'integer'",
        "breaking",
      ],
    ],
  },
  {
    name: "a request property that takes null",
    edit: (d) => {
      schema(d, "RollbackShipmentBody").properties.shipmentMessage.type = ["string", "null"];
    },
    said: [
      [
        `POST ${OUTLET}/shipments/{shipmentId}/rollback`,
        "RollbackShipmentBody.shipmentMessage",
        'has type ["string","null"] now, had "string"',
        "harmless",
      ],
    ],
  },
  {
    name: "another media type for a request",
    edit: (d) => {
      const { content } = body(d, "duplicateOutlet");
      content["multipart/form-data"] = content[JSON_TYPE];
      delete content[JSON_TYPE];
    },
    said: [
      [`POST ${OUTLET}/duplicate`, "body", "Media type `application/json` was removed", "breaking"],
      [`POST ${OUTLET}/duplicate`, "body", "`multipart/form-data` is new", "harmless"],
    ],
  },
  {
    name: "a response property that may be null",
    edit: (d) => {
      schema(d, "NoticePageResponse").properties.lastUpdated.type = ["string", "null"];
    },
    said: [
      [
        `GET ${OUTLET}/live-notices`,
        "NoticePageResponse.lastUpdated",
        "Type of `lastUpdated` widened from 'string' to 'string | null'",
        "breaking",
      ],
    ],
  },
  {
    name: "a response property added to a schema that operations share",
    edit: (d) => {
      schema(d, "GetNoticePageResponse").properties.revision = { type: "integer" };
    },
    said: [
      [`GET ${OUTLET}/live-notices/{clientEnv}`, "GetNoticePageResponse.revision", "is new", "harmless"],
      [`PUT ${OUTLET}/live-notices/{clientEnv}/schema`, "GetNoticePageResponse.revision", "is new", "harmless"],
      [`PATCH ${OUTLET}/live-notices/{clientEnv}/variables`, "GetNoticePageResponse.revision", "is new", "harmless"],
    ],
  },
  {
    name: "a property gone from a schema that operations share, some through others",
    edit: (d) => {
      delete schema(d, "CarrierResponse").properties.disableHandoff;
      schema(d, "CarrierResponse").required.pop();
    },
    said: [
      [
        `GET ${LOGISTICS}/carriers`,
        "CarrierResponse.disableHandoff",
        "Property `disableHandoff` of `CarrierResponse` was removed",
        "breaking",
      ],
      [
        `POST ${LOGISTICS}/carriers/batch`,
        "CarrierResponse.disableHandoff",
        "Property `disableHandoff` of `CarrierResponse` was removed",
        "breaking",
      ],
      [
        `PATCH ${LOGISTICS}/carriers/batch`,
        "CarrierResponse.disableHandoff",
        "Property `disableHandoff` of `CarrierResponse` was removed",
        "breaking",
      ],
      [
        `POST ${LOGISTICS}/carriers/lookup`,
        "CarrierResponse.disableHandoff",
        "Property `disableHandoff` of `CarrierResponse` was removed",
        "breaking",
      ],
      [
        `GET ${LOGISTICS}/carriers/{carrierId}`,
        "CarrierResponse.disableHandoff",
        "Property `disableHandoff` of `CarrierResponse` was removed",
        "breaking",
      ],
      [
        `PATCH ${LOGISTICS}/carriers/{carrierId}`,
        "CarrierResponse.disableHandoff",
        "Property `disableHandoff` of `CarrierResponse` was removed",
        "breaking",
      ],
    ],
  },
  {
    name: "a success that may be of another media type too",
    edit: (d) => {
      operation(d, "deleteCarrier").responses["200"].content["text/plain"] = { schema: { type: "string" } };
    },
    said: [[`DELETE ${LOGISTICS}/carriers/{carrierId}`, "response 200", "`text/plain` is new", "breaking: ours"]],
  },
  {
    name: "a query parameter that has become a header",
    edit: (d) => {
      operation(d, "listTrackingNumbers").parameters.find((one: Any) => one.name === "carrierId").in = "header";
    },
    said: [
      [
        `GET ${LOGISTICS}/tracking-numbers`,
        "query parameter carrierId",
        "`carrierId` query parameter is now a header parameter",
        "breaking",
      ],
      [`GET ${LOGISTICS}/tracking-numbers`, "TrackingNumberResponse", "All properties were removed", "breaking"],
    ],
  },
  {
    name: "a least number of items raised in a request",
    edit: (d) => {
      schema(d, "ImportTrackingNumbersBody").properties.trackingNumbers.minItems = 2;
    },
    said: [
      [
        `POST ${LOGISTICS}/tracking-numbers`,
        "ImportTrackingNumbersBody.trackingNumbers",
        "`minItems` of `trackingNumbers` changed from '1' to '2'",
        "breaking",
      ],
    ],
  },
  {
    name: "a request property renamed",
    edit: (d) => {
      const { properties } = schema(d, "DeleteTrackingNumbersBody");
      schema(d, "DeleteTrackingNumbersBody").properties = { numbers: properties.trackingNumbers };
      schema(d, "DeleteTrackingNumbersBody").required = ["numbers"];
    },
    said: [
      [
        `DELETE ${LOGISTICS}/tracking-numbers`,
        "DeleteTrackingNumbersBody",
        "Properties of `DeleteTrackingNumbersBody` became required: `numbers`",
        "breaking",
      ],
      [`DELETE ${LOGISTICS}/tracking-numbers`, "DeleteTrackingNumbersBody.numbers", "is new", "harmless"],
      [
        `DELETE ${LOGISTICS}/tracking-numbers`,
        "DeleteTrackingNumbersBody.trackingNumbers",
        "is gone",
        "breaking: ours",
      ],
    ],
  },
  {
    name: "other items in an array of a response",
    edit: (d) => {
      const { properties } = schema(d, "BatchGetTrackingNumbersResponse");
      properties.found = { type: "array", items: { type: "string" } };
    },
    said: [
      [
        `POST ${LOGISTICS}/tracking-numbers/batch`,
        "BatchGetTrackingNumbersResponse.found[]",
        "Properties are no longer required: `number`, `projectId`, `accountId`, `clientEnv`",
        "breaking",
      ],
      [
        `POST ${LOGISTICS}/tracking-numbers/batch`,
        "BatchGetTrackingNumbersResponse.found[]",
        "Type widened from 'object' to 'string'",
        "breaking",
      ],
      [`POST ${LOGISTICS}/tracking-numbers/batch`, "TrackingNumberResponse", "All properties were removed", "breaking"],
    ],
  },
  {
    name: "an operation id that is another",
    edit: (d) => {
      operation(d, "getTrackingNumber").operationId = "readTrackingNumber";
    },
    said: [
      [
        `GET ${LOGISTICS}/tracking-numbers/{trackingNumber}`,
        "TrackingNumberResponse",
        "All properties were removed",
        "breaking",
      ],
      [
        `GET ${LOGISTICS}/tracking-numbers/{trackingNumber}`,
        "operation",
        'has operationId "readTrackingNumber" now, had "getTrackingNumber"',
        "harmless",
      ],
    ],
  },
  {
    name: "a default gone, and another keyword with it",
    edit: (d) => {
      const { clientEnv } = schema(d, "ImportTrackingNumberBody").properties;
      delete clientEnv.default;
      clientEnv.format = "hostname";
    },
    said: [
      [
        `POST ${LOGISTICS}/tracking-numbers/{trackingNumber}`,
        "ImportTrackingNumberBody.clientEnv",
        'has no default now, had "live"',
        "breaking: ours",
      ],
      [
        `POST ${LOGISTICS}/tracking-numbers/{trackingNumber}`,
        "ImportTrackingNumberBody.clientEnv",
        "`format` of `clientEnv` was set to 'hostname'",
        "breaking",
      ],
    ],
  },
  {
    name: "a request that asks for something else than the key",
    edit: (d) => {
      d.components.securitySchemes.Token = { type: "http", scheme: "bearer" };
      operation(d, "reassignTrackingNumber").security = [{ Token: [] }];
    },
    said: [
      [
        `PATCH ${LOGISTICS}/tracking-numbers/{trackingNumber}`,
        "TrackingNumberResponse",
        "All properties were removed",
        "breaking",
      ],
      [
        `PATCH ${LOGISTICS}/tracking-numbers/{trackingNumber}`,
        "security",
        "asks for HTTP bearer credentials now, was the API key",
        "breaking: ours",
      ],
    ],
  },
  {
    name: "words only",
    edit: (d) => {
      const found = operation(d, "deleteTrackingNumber");
      Object.assign(found, { summary: "Other", description: "Other words", tags: ["Outlets"], "x-safe": true });
      found.parameters[0].description = "Other words";
      found.parameters[0].example = "other";
      found.responses["200"].description = "Other words";
      found.responses["200"].content[JSON_TYPE].examples = {};
      Object.assign(schema(d, "DeleteTrackingNumberResponse"), { title: "Other", description: "Other" });
      schema(d, "DeleteTrackingNumberResponse").properties.deleted.examples = ["other"];
    },
    said: [],
  },
];
