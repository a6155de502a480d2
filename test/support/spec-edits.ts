/** Edits of the document, each as the next version of the API could make it. No two of them touch the same operation. */
import type { JsonObject } from "../../scripts/bump/json.js";

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

const AGENT = "/v1/agents/{agentId}";
const BRANCH = `${AGENT}/branches/{branchId}`;
const TELEPHONY = `${AGENT}/telephony`;

export const EDITS: readonly Edit[] = [
  {
    name: "a response property removed",
    edit: (d) => {
      delete schema(d, "GetAgentsResponse").items.properties.branchCount;
      schema(d, "GetAgentsResponse").items.required.pop();
    },
    said: [["GET /v1/agents", "response 200: [].branchCount", "is gone", "breaking"]],
  },
  {
    name: "a default of a request property changed",
    edit: (d) => {
      schema(d, "CreateAgentBody").properties.responseSettings.properties.languageCode.default = "en-US";
    },
    said: [
      [
        "POST /v1/agents",
        "body.responseSettings.languageCode",
        'has default "en-US" now, had "en-GB"',
        "breaking: ours",
      ],
    ],
  },
  {
    name: "a success status changed",
    edit: (d) => {
      const { responses } = operation(d, "deleteAgent");
      responses["200"] = responses["204"];
      delete responses["204"];
    },
    said: [[`DELETE ${AGENT}`, "response 204", "has become 200", "breaking"]],
  },
  {
    name: "a success described that was not",
    edit: (d) => {
      operation(d, "listBranches").responses["200"].content = { [JSON_TYPE]: { schema: { type: "object" } } };
    },
    said: [[`GET ${AGENT}/branches`, "response 200", "has a body now: application/json", "harmless"]],
  },
  {
    name: "a request body made required",
    edit: (d) => {
      body(d, "createBranch").required = true;
    },
    said: [[`POST ${AGENT}/branches`, "body", "is required now", "breaking"]],
  },
  {
    name: "a required query parameter added",
    edit: (d) => {
      operation(d, "deleteBranch").parameters.push({ name: "force", in: "query", required: true, schema: {} });
    },
    said: [[`DELETE ${BRANCH}`, "query parameter force", "is new and required", "breaking"]],
  },
  {
    name: "an optional query parameter added",
    edit: (d) => {
      operation(d, "listAttributes").parameters.push({ name: "limit", in: "query", schema: { type: "integer" } });
    },
    said: [[`GET ${BRANCH}/attributes`, "query parameter limit", "is new", "harmless"]],
  },
  {
    name: "a limit set on a request property",
    edit: (d) => {
      schema(d, "CreateAttributeBody").properties.name.maxLength = 50;
    },
    said: [[`POST ${BRANCH}/attributes`, "body.name", "has maxLength 50 now, had none", "breaking"]],
  },
  {
    name: "a request body removed",
    edit: (d) => {
      delete operation(d, "updateAttribute").requestBody;
    },
    said: [[`PATCH ${BRANCH}/attributes/{attributeId}`, "body", "is gone", "breaking"]],
  },
  {
    name: "another success added that holds something else",
    edit: (d) => {
      operation(d, "deleteAttribute").responses["202"] = {
        description: "Later.",
        content: { [JSON_TYPE]: { schema: { type: "string" } } },
      };
    },
    said: [
      [
        `DELETE ${BRANCH}/attributes/{attributeId}`,
        "response 202",
        "is new, a success that holds something else",
        "breaking: ours",
      ],
    ],
  },
  {
    name: "a success body dropped",
    edit: (d) => {
      delete operation(d, "getBehavior").responses["200"].content;
    },
    said: [[`GET ${BRANCH}/behavior`, "response 200", "has no body now, was application/json", "breaking"]],
  },
  {
    name: "a property required in a request",
    edit: (d) => {
      schema(d, "UpdateAgentRulesBody").properties.note = { type: "string" };
      schema(d, "UpdateAgentRulesBody").required.push("note");
    },
    said: [[`PATCH ${BRANCH}/behavior`, "body.note", "is new and required", "breaking"]],
  },
  {
    name: "an operation deprecated",
    edit: (d) => {
      operation(d, "listKnowledgeBaseTopics").deprecated = true;
    },
    said: [[`GET ${BRANCH}/knowledge-base/topics`, "operation", "is deprecated now", "harmless"]],
  },
  {
    name: "an optional request property removed from a closed schema",
    edit: (d) => {
      delete schema(d, "CreateKnowledgeBaseTopicBody").properties.isActive;
    },
    said: [[`POST ${BRANCH}/knowledge-base/topics`, "body.isActive", "is gone", "breaking"]],
  },
  {
    name: "an error response removed",
    edit: (d) => {
      delete operation(d, "getKnowledgeBaseTopic").responses["404"];
    },
    said: [[`GET ${BRANCH}/knowledge-base/topics/{topicId}`, "response 404", "is no longer documented", "breaking"]],
  },
  {
    name: "an error body added",
    edit: (d) => {
      operation(d, "updateKnowledgeBaseTopic").responses["404"].content = {
        [JSON_TYPE]: { schema: { type: "object" } },
      };
    },
    said: [
      [
        `PATCH ${BRANCH}/knowledge-base/topics/{topicId}`,
        "response 404",
        "has a body now: application/json",
        "harmless",
      ],
    ],
  },
  {
    name: "an error response added",
    edit: (d) => {
      operation(d, "deleteKnowledgeBaseTopic").responses["409"] = { description: "In use." };
    },
    said: [[`DELETE ${BRANCH}/knowledge-base/topics/{topicId}`, "response 409", "is new", "harmless"]],
  },
  {
    name: "values taken from and added to the enum of a request",
    edit: (d) => {
      schema(d, "MergeBranchBody").properties.conflictResolutions.items.properties.strategy.enum = ["ours", "both"];
    },
    said: [
      [`POST ${BRANCH}/merge`, "body.conflictResolutions[].strategy", 'no longer takes "theirs", "base"', "breaking"],
      [`POST ${BRANCH}/merge`, "body.conflictResolutions[].strategy", 'takes "both" too', "harmless"],
    ],
  },
  {
    name: "a response property made optional",
    edit: (d) => {
      const { items } = schema(d, "GetVariantsResponse").properties.variants;
      items.required = without(items.required, "isDefault");
    },
    said: [[`GET ${BRANCH}/variants`, "response 200: variants[].isDefault", "may be missing now", "breaking"]],
  },
  {
    name: "a request property made required",
    edit: (d) => {
      schema(d, "CreateVariantBody").required.push("isDefault");
    },
    said: [[`POST ${BRANCH}/variants`, "body.isDefault", "is required now", "breaking"]],
  },
  {
    name: "an optional request property added",
    edit: (d) => {
      schema(d, "UpdateVariantBody").properties.color = { type: "string" };
    },
    said: [[`PATCH ${BRANCH}/variants/{variantId}`, "body.color", "is new", "harmless"]],
  },
  {
    name: "servers of an operation's own",
    edit: (d) => {
      operation(d, "deleteVariant").servers = [{ url: "https://variants.poly.ai" }];
    },
    said: [
      [
        `DELETE ${BRANCH}/variants/{variantId}`,
        "operation",
        "has servers of its own now: https://variants.poly.ai",
        "breaking: ours",
      ],
    ],
  },
  {
    name: "a query parameter gone, and values of another",
    edit: (d) => {
      const found = operation(d, "listDeployments");
      found.parameters = found.parameters.filter((one: Any) => one.name !== "limit");
      found.parameters.find((one: Any) => one.name === "environment").schema.enum = ["live"];
    },
    said: [
      [
        `GET ${AGENT}/deployments`,
        "query parameter environment",
        'no longer takes "sandbox", "pre-release"',
        "breaking",
      ],
      [`GET ${AGENT}/deployments`, "query parameter limit", "is gone", "breaking"],
    ],
  },
  {
    name: "a response property of another type",
    edit: (d) => {
      schema(d, "ActiveDeploymentsResponse").properties.activeDeployments = { type: "array", items: {} };
    },
    said: [
      [`GET ${AGENT}/deployments/active`, "response 200: activeDeployments", "is array now, was object", "breaking"],
    ],
  },
  {
    name: "an optional request property removed from an open schema",
    edit: (d) => {
      delete schema(d, "PublishDeploymentBody").properties.environment;
    },
    said: [[`POST ${AGENT}/deployments/publish`, "body.environment", "is gone", "breaking: ours"]],
  },
  {
    name: "a request property of another type",
    edit: (d) => {
      schema(d, "PromoteDeploymentBody").properties.targetEnvironment.type = "integer";
    },
    said: [
      [
        `POST ${AGENT}/deployments/{deploymentId}/promote`,
        "body.targetEnvironment",
        "is integer now, was string",
        "breaking",
      ],
    ],
  },
  {
    name: "a request property that takes null",
    edit: (d) => {
      schema(d, "RollbackDeploymentBody").properties.deploymentMessage.type = ["string", "null"];
    },
    said: [
      [`POST ${AGENT}/deployments/{deploymentId}/rollback`, "body.deploymentMessage", "takes null now", "harmless"],
    ],
  },
  {
    name: "another media type for a request",
    edit: (d) => {
      const { content } = body(d, "duplicateAgent");
      content["multipart/form-data"] = content[JSON_TYPE];
      delete content[JSON_TYPE];
    },
    said: [[`POST ${AGENT}/duplicate`, "body", "is multipart/form-data now, was application/json", "breaking"]],
  },
  {
    name: "a response property that may be null",
    edit: (d) => {
      schema(d, "ConfigPageResponse").properties.lastUpdated.type = ["string", "null"];
    },
    said: [
      [`GET ${AGENT}/real-time-configs`, "response 200: configPages[].lastUpdated", "may be null now", "breaking"],
    ],
  },
  {
    name: "a response property added to a schema that operations share",
    edit: (d) => {
      schema(d, "GetConfigPageResponse").properties.revision = { type: "integer" };
    },
    said: [
      [`GET ${AGENT}/real-time-configs/{clientEnv}`, "response 200: revision", "is new", "harmless"],
      [`PUT ${AGENT}/real-time-configs/{clientEnv}/schema`, "response 200: revision", "is new", "harmless"],
      [`PATCH ${AGENT}/real-time-configs/{clientEnv}/variables`, "response 200: revision", "is new", "harmless"],
    ],
  },
  {
    name: "a property gone from a schema that operations share, some through others",
    edit: (d) => {
      delete schema(d, "ConnectorResponse").properties.disableHandoff;
      schema(d, "ConnectorResponse").required.pop();
    },
    said: [
      [`GET ${TELEPHONY}/connectors`, "response 200: connectors[].disableHandoff", "is gone", "breaking"],
      [`POST ${TELEPHONY}/connectors/batch`, "response 200: found[].disableHandoff", "is gone", "breaking"],
      [`PATCH ${TELEPHONY}/connectors/batch`, "response 200: results[].data.disableHandoff", "is gone", "breaking"],
      [`POST ${TELEPHONY}/connectors/lookup`, "response 200: disableHandoff", "is gone", "breaking"],
      [`GET ${TELEPHONY}/connectors/{connectorId}`, "response 200: disableHandoff", "is gone", "breaking"],
      [`PATCH ${TELEPHONY}/connectors/{connectorId}`, "response 200: disableHandoff", "is gone", "breaking"],
    ],
  },
  {
    name: "a success that may be of another media type too",
    edit: (d) => {
      operation(d, "deleteConnector").responses["200"].content["text/plain"] = { schema: { type: "string" } };
    },
    said: [[`DELETE ${TELEPHONY}/connectors/{connectorId}`, "response 200", "may be text/plain too", "breaking: ours"]],
  },
  {
    name: "a query parameter that has become a header",
    edit: (d) => {
      operation(d, "listPhoneNumbers").parameters.find((one: Any) => one.name === "connectorId").in = "header";
    },
    said: [[`GET ${TELEPHONY}/phone-numbers`, "query parameter connectorId", "is a header parameter now", "breaking"]],
  },
  {
    name: "a least number of items raised in a request",
    edit: (d) => {
      schema(d, "ImportPhoneNumbersBody").properties.phoneNumbers.minItems = 2;
    },
    said: [[`POST ${TELEPHONY}/phone-numbers`, "body.phoneNumbers", "has minItems 2 now, had 1", "breaking"]],
  },
  {
    name: "a request property renamed",
    edit: (d) => {
      const { properties } = schema(d, "DeletePhoneNumbersBody");
      schema(d, "DeletePhoneNumbersBody").properties = { numbers: properties.phoneNumbers };
      schema(d, "DeletePhoneNumbersBody").required = ["numbers"];
    },
    said: [
      [`DELETE ${TELEPHONY}/phone-numbers`, "body.phoneNumbers", "is gone", "breaking"],
      [`DELETE ${TELEPHONY}/phone-numbers`, "body.numbers", "is new and required", "breaking"],
    ],
  },
  {
    name: "other items in an array of a response",
    edit: (d) => {
      const { properties } = schema(d, "BatchGetPhoneNumbersResponse");
      properties.found = { type: "array", items: { type: "string" } };
    },
    said: [[`POST ${TELEPHONY}/phone-numbers/batch`, "response 200: found[]", "is string now, was object", "breaking"]],
  },
  {
    name: "an operation id that is another",
    edit: (d) => {
      operation(d, "getPhoneNumber").operationId = "readPhoneNumber";
    },
    said: [
      [
        `GET ${TELEPHONY}/phone-numbers/{phoneNumber}`,
        "operation",
        'has the id "readPhoneNumber" now, had "getPhoneNumber"',
        "harmless",
      ],
    ],
  },
  {
    name: "a default gone, and another keyword with it",
    edit: (d) => {
      const { clientEnv } = schema(d, "ImportPhoneNumberBody").properties;
      delete clientEnv.default;
      clientEnv.format = "hostname";
    },
    said: [
      [
        `POST ${TELEPHONY}/phone-numbers/{phoneNumber}`,
        "body.clientEnv",
        'has no default now, had "live"',
        "breaking: ours",
      ],
      [
        `POST ${TELEPHONY}/phone-numbers/{phoneNumber}`,
        "body.clientEnv",
        'has format "hostname" now, had none',
        "breaking",
      ],
    ],
  },
  {
    name: "a request that asks for something else than the key",
    edit: (d) => {
      d.components.securitySchemes.Token = { type: "http", scheme: "bearer" };
      operation(d, "reassignPhoneNumber").security = [{ Token: [] }];
    },
    said: [
      [
        `PATCH ${TELEPHONY}/phone-numbers/{phoneNumber}`,
        "security",
        "asks for HTTP bearer credentials now, was the API key",
        "breaking: ours",
      ],
    ],
  },
  {
    name: "words only",
    edit: (d) => {
      const found = operation(d, "deletePhoneNumber");
      Object.assign(found, { summary: "Other", description: "Other words", tags: ["Agents"], "x-safe": true });
      found.parameters[0].description = "Other words";
      found.parameters[0].example = "other";
      found.responses["200"].description = "Other words";
      found.responses["200"].content[JSON_TYPE].examples = {};
      Object.assign(schema(d, "DeletePhoneNumberResponse"), { title: "Other", description: "Other" });
      schema(d, "DeletePhoneNumberResponse").properties.deleted.examples = ["other"];
    },
    said: [],
  },
];
