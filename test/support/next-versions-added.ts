import type { JsonObject } from "../../scripts/openapi/json-value.js";

const description = "Vendor text";
const summary = "Vendor text";

const outletId = { name: "outletId", in: "path", required: true, description, schema: { type: "string" } };
const recordingId = { ...outletId, name: "recordingId" };
const greetingId = { ...outletId, name: "greetingId" };
const limit = { name: "limit", in: "query", description, schema: { type: "integer", minimum: 1, maximum: 100 } };

const refused = { "401": { description }, "403": { description } };
const binary = { description, type: "string", format: "binary" };

function json(schema: string): JsonObject {
  return { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } };
}

/** The additions of the additive version, as one object to merge into the published document. */
export const ADDED: JsonObject = {
  info: { version: "4.2.0" },
  servers: [{ url: "https://api.ca.shop.example", description }],
  tags: [
    { name: "Recordings", description },
    { name: "Greetings", description },
  ],
  paths: {
    "/v1/outlets/{outletId}/recordings": {
      get: {
        summary,
        description,
        tags: ["Recordings"],
        parameters: [outletId, limit],
        responses: { "200": { description, content: json("GetRecordingsResponse") }, ...refused },
      },
    },
    "/v1/outlets/{outletId}/recordings/{recordingId}": {
      get: {
        summary,
        description,
        tags: ["Recordings"],
        parameters: [outletId, recordingId],
        responses: { "200": { description, content: json("RecordingResponse") }, ...refused },
      },
      delete: {
        summary,
        description,
        tags: ["Recordings"],
        parameters: [outletId, recordingId],
        responses: { "204": { description }, ...refused },
      },
    },
    "/v1/outlets/{outletId}/recordings/{recordingId}/audio": {
      get: {
        summary,
        description,
        tags: ["Recordings"],
        // recordingId is not declared.
        parameters: [outletId],
        responses: { "200": { description, content: { "audio/wav": { schema: binary } } }, ...refused },
      },
    },
    "/v1/outlets/{outletId}/greetings": {
      get: {
        summary,
        description,
        tags: ["Greetings"],
        parameters: [outletId],
        responses: { "200": { description, content: json("GetGreetingsResponse") }, ...refused },
      },
      post: {
        summary,
        description,
        tags: ["Greetings"],
        parameters: [outletId],
        requestBody: {
          description,
          required: true,
          content: {
            "multipart/form-data": {
              schema: { $ref: "#/components/schemas/CreateGreetingBody" },
              encoding: { metadata: { contentType: "application/json" }, file: { contentType: "audio/wav" } },
            },
          },
        },
        responses: { "201": { description, content: json("GreetingResponse") }, "400": { description }, ...refused },
      },
    },
    "/v1/outlets/{outletId}/greetings/{greetingId}": {
      patch: {
        summary,
        description,
        tags: ["Greetings"],
        parameters: [outletId, greetingId],
        requestBody: { description, required: true, content: json("UpdateGreetingBody") },
        responses: { "200": { description, content: json("GreetingResponse") }, "400": { description }, ...refused },
      },
      delete: {
        summary,
        description,
        tags: ["Greetings"],
        parameters: [outletId, greetingId],
        responses: { "204": { description }, ...refused },
      },
    },
    "/v1/outlets/{outletId}/greetings/{greetingId}/audio": {
      put: {
        summary,
        description,
        tags: ["Greetings"],
        parameters: [outletId, greetingId],
        requestBody: { description, required: true, content: { "audio/wav": { schema: binary } } },
        responses: { "204": { description }, "400": { description }, ...refused },
      },
    },
  },
  components: {
    schemas: {
      TrackingNumberResponse: { properties: { label: { description, type: "string" } } },
      RecordingResponse: {
        description,
        type: "object",
        properties: {
          recordingId: { description, type: "string" },
          startedAt: { description, type: "string", format: "date-time" },
          seconds: { description, type: "number" },
        },
        required: ["recordingId", "startedAt"],
      },
      GetRecordingsResponse: {
        description,
        type: "object",
        properties: {
          recordings: { description, type: "array", items: { $ref: "#/components/schemas/RecordingResponse" } },
        },
        required: ["recordings"],
      },
      GreetingResponse: {
        description,
        type: "object",
        properties: {
          greetingId: { description, type: "string" },
          metadata: { $ref: "#/components/schemas/GreetingMetadata" },
        },
        required: ["greetingId"],
      },
      GetGreetingsResponse: {
        description,
        type: "object",
        properties: {
          greetings: { description, type: "array", items: { $ref: "#/components/schemas/GreetingResponse" } },
        },
        required: ["greetings"],
      },
      GreetingMetadata: {
        description,
        type: "object",
        properties: {
          name: { description, type: "string" },
          languageCode: { description, type: "string" },
        },
        required: ["name"],
      },
      CreateGreetingBody: {
        description,
        type: "object",
        properties: { file: binary, metadata: { $ref: "#/components/schemas/GreetingMetadata" } },
        required: ["file", "metadata"],
      },
      UpdateGreetingBody: {
        description,
        type: "object",
        properties: { name: { description, type: "string" } },
      },
    },
  },
};
