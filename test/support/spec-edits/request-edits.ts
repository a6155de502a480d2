import { type Any, body, type Edit, JSON_TYPE, operation, schema } from "./edit.js";

export const REQUEST_EDITS: readonly Edit[] = [
  [
    "a default of a request property changed",
    (d) => {
      schema(d, "CreateOutletBody").properties.responseSettings.properties.languageCode.default = "en-US";
    },
    ['! createOutlet CreateOutletBody.responseSettings.languageCode has default "en-US" now, had "en-GB"'],
  ],
  [
    "a request body made required",
    (d) => {
      body(d, "createSketch").required = true;
    },
    ["! createSketch body: Request body became required"],
  ],
  [
    "a required query parameter added",
    (d) => {
      operation(d, "deleteSketch").parameters.push({ name: "force", in: "query", required: true, schema: {} });
    },
    ["! deleteSketch query parameter force: Required `force` query parameter was added"],
  ],
  [
    "an optional query parameter added",
    (d) => {
      operation(d, "listAspects").parameters.push({ name: "limit", in: "query", schema: { type: "integer" } });
    },
    ["listAspects query parameter limit is new"],
  ],
  [
    "a limit set on a request property",
    (d) => {
      schema(d, "CreateAspectBody").properties.name.maxLength = 50;
    },
    ["! createAspect CreateAspectBody.name: `maxLength` of `name` was set to '50'"],
  ],
  [
    "a request body removed",
    (d) => {
      delete operation(d, "updateAspect").requestBody;
    },
    ["! updateAspect body: Request body was removed"],
  ],
  [
    "a property required in a request",
    (d) => {
      schema(d, "UpdateOutletRulesBody").properties.note = { type: "string" };
      schema(d, "UpdateOutletRulesBody").required.push("note");
    },
    [
      "! updateConduct UpdateOutletRulesBody: Properties of `UpdateOutletRulesBody` became required: `note`",
      "updateConduct UpdateOutletRulesBody.note is new",
    ],
  ],
  [
    "an optional request property removed from a closed schema",
    (d) => {
      delete schema(d, "CreateProductGuideChapterBody").properties.isActive;
    },
    [
      "! createProductGuideChapter CreateProductGuideChapterBody.isActive: Property `isActive` of `CreateProductGuideChapterBody` was removed",
    ],
  ],
  [
    "values taken from and added to the enum of a request",
    (d) => {
      schema(d, "MergeSketchBody").properties.conflictResolutions.items.properties.strategy.enum = ["ours", "both"];
    },
    ["! mergeSketch MergeSketchBody.conflictResolutions[].strategy: Enum of `strategy` lost values: 'base', 'theirs'"],
  ],
  [
    "a request property made required",
    (d) => {
      schema(d, "CreateFlavorBody").required.push("isDefault");
    },
    ["! createFlavor CreateFlavorBody: Properties of `CreateFlavorBody` became required: `isDefault`"],
  ],
  [
    "an optional request property added",
    (d) => {
      schema(d, "UpdateFlavorBody").properties.color = { type: "string" };
    },
    ["updateFlavor UpdateFlavorBody.color is new"],
  ],
  [
    "servers of an operation",
    (d) => {
      operation(d, "deleteFlavor").servers = [{ url: "https://flavors.shop.example" }];
    },
    ["! deleteFlavor operation has servers of its own now: https://flavors.shop.example"],
  ],
  [
    "a query parameter removed, and values of another one",
    (d) => {
      const found = operation(d, "listShipments");
      found.parameters = found.parameters.filter((one: Any) => one.name !== "limit");
      found.parameters.find((one: Any) => one.name === "environment").schema.enum = ["live"];
    },
    [
      "! listShipments query parameter environment: Enum lost values: 'pre-release', 'sandbox'",
      "! listShipments query parameter limit: `limit` query parameter was removed",
    ],
  ],
  [
    "an optional request property removed from an open schema",
    (d) => {
      delete schema(d, "PublishShipmentBody").properties.environment;
    },
    ["! publishShipment PublishShipmentBody.environment is gone"],
  ],
  [
    "a request property of another type",
    (d) => {
      schema(d, "PromoteShipmentBody").properties.targetEnvironment.type = "integer";
    },
    [
      "! promoteShipment PromoteShipmentBody.targetEnvironment: Type of `targetEnvironment` narrowed from 'string' to 'integer'",
    ],
  ],
  [
    "null allowed in a request property",
    (d) => {
      schema(d, "RollbackShipmentBody").properties.shipmentMessage.type = ["string", "null"];
    },
    ['rollBackShipment RollbackShipmentBody.shipmentMessage has type ["string","null"] now, had "string"'],
  ],
  [
    "another media type for a request",
    (d) => {
      const { content } = body(d, "duplicateOutlet");
      content["multipart/form-data"] = content[JSON_TYPE];
      delete content[JSON_TYPE];
    },
    [
      "! duplicateOutlet body: Media type `application/json` was removed",
      "duplicateOutlet body: `multipart/form-data` is new",
    ],
  ],
  [
    "a query parameter that has become a header",
    (d) => {
      operation(d, "listTrackingNumbers").parameters.find((one: Any) => one.name === "carrierId").in = "header";
    },
    [
      "! listTrackingNumbers query parameter carrierId: `carrierId` query parameter is now a header parameter",
      "! listTrackingNumbers TrackingNumberResponse: All properties were removed",
    ],
  ],
  [
    "a least number of items raised in a request",
    (d) => {
      schema(d, "ImportTrackingNumbersBody").properties.trackingNumbers.minItems = 2;
    },
    [
      "! importTrackingNumbers ImportTrackingNumbersBody.trackingNumbers: `minItems` of `trackingNumbers` changed from '1' to '2'",
    ],
  ],
  [
    "a request property renamed",
    (d) => {
      const { properties } = schema(d, "DeleteTrackingNumbersBody");
      schema(d, "DeleteTrackingNumbersBody").properties = { numbers: properties.trackingNumbers };
      schema(d, "DeleteTrackingNumbersBody").required = ["numbers"];
    },
    [
      "! deleteTrackingNumbers DeleteTrackingNumbersBody: Properties of `DeleteTrackingNumbersBody` became required: `numbers`",
      "deleteTrackingNumbers DeleteTrackingNumbersBody.numbers is new",
      "! deleteTrackingNumbers DeleteTrackingNumbersBody.trackingNumbers is gone",
    ],
  ],
  [
    "a default of a request property removed, and a format added",
    (d) => {
      const { clientEnv } = schema(d, "ImportTrackingNumberBody").properties;
      delete clientEnv.default;
      clientEnv.format = "hostname";
    },
    [
      '! importTrackingNumber ImportTrackingNumberBody.clientEnv has no default now, had "live"',
      "! importTrackingNumber ImportTrackingNumberBody.clientEnv: `format` of `clientEnv` was set to 'hostname'",
    ],
  ],
  [
    "a request with other security than the key",
    (d) => {
      d.components.securitySchemes.Token = { type: "http", scheme: "bearer" };
      operation(d, "reassignTrackingNumber").security = [{ Token: [] }];
    },
    [
      "! reassignTrackingNumber TrackingNumberResponse: All properties were removed",
      "! reassignTrackingNumber security asks for HTTP bearer credentials now, was the API key",
    ],
  ],
];
