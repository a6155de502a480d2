// Generated from openapi/agents.yaml by `npm run generate`. Do not edit: change the document.

import type { CallArguments, CallData, CallResult, operations, paths } from "../src/index.js";

/** Method and path template of every operation, by its id. */
export const CALLS = {
  listAgents: "GET /v1/agents",
  createAgent: "POST /v1/agents",
  deleteAgent: "DELETE /v1/agents/{agentId}",
  listBranches: "GET /v1/agents/{agentId}/branches",
  createBranch: "POST /v1/agents/{agentId}/branches",
  deleteBranch: "DELETE /v1/agents/{agentId}/branches/{branchId}",
  listAttributes: "GET /v1/agents/{agentId}/branches/{branchId}/attributes",
  createAttribute: "POST /v1/agents/{agentId}/branches/{branchId}/attributes",
  deleteAttribute: "DELETE /v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}",
  updateAttribute: "PATCH /v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}",
  getBehavior: "GET /v1/agents/{agentId}/branches/{branchId}/behavior",
  updateBehavior: "PATCH /v1/agents/{agentId}/branches/{branchId}/behavior",
  listKnowledgeBaseTopics: "GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics",
  createKnowledgeBaseTopic: "POST /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics",
  getKnowledgeBaseTopic: "GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
  deleteKnowledgeBaseTopic: "DELETE /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
  updateKnowledgeBaseTopic: "PATCH /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
  mergeBranch: "POST /v1/agents/{agentId}/branches/{branchId}/merge",
  listVariants: "GET /v1/agents/{agentId}/branches/{branchId}/variants",
  createVariant: "POST /v1/agents/{agentId}/branches/{branchId}/variants",
  deleteVariant: "DELETE /v1/agents/{agentId}/branches/{branchId}/variants/{variantId}",
  updateVariant: "PATCH /v1/agents/{agentId}/branches/{branchId}/variants/{variantId}",
  listDeployments: "GET /v1/agents/{agentId}/deployments",
  getActiveDeployments: "GET /v1/agents/{agentId}/deployments/active",
  publishDeployment: "POST /v1/agents/{agentId}/deployments/publish",
  promoteDeployment: "POST /v1/agents/{agentId}/deployments/{deploymentId}/promote",
  rollBackDeployment: "POST /v1/agents/{agentId}/deployments/{deploymentId}/rollback",
  duplicateAgent: "POST /v1/agents/{agentId}/duplicate",
  listConfigPages: "GET /v1/agents/{agentId}/real-time-configs",
  getConfigPage: "GET /v1/agents/{agentId}/real-time-configs/{clientEnv}",
  updateConfigSchema: "PUT /v1/agents/{agentId}/real-time-configs/{clientEnv}/schema",
  updateConfigVariables: "PATCH /v1/agents/{agentId}/real-time-configs/{clientEnv}/variables",
  listConnectors: "GET /v1/agents/{agentId}/telephony/connectors",
  batchGetConnectors: "POST /v1/agents/{agentId}/telephony/connectors/batch",
  batchUpdateConnectors: "PATCH /v1/agents/{agentId}/telephony/connectors/batch",
  lookUpConnector: "POST /v1/agents/{agentId}/telephony/connectors/lookup",
  getConnector: "GET /v1/agents/{agentId}/telephony/connectors/{connectorId}",
  deleteConnector: "DELETE /v1/agents/{agentId}/telephony/connectors/{connectorId}",
  updateConnector: "PATCH /v1/agents/{agentId}/telephony/connectors/{connectorId}",
  listPhoneNumbers: "GET /v1/agents/{agentId}/telephony/phone-numbers",
  importPhoneNumbers: "POST /v1/agents/{agentId}/telephony/phone-numbers",
  deletePhoneNumbers: "DELETE /v1/agents/{agentId}/telephony/phone-numbers",
  batchGetPhoneNumbers: "POST /v1/agents/{agentId}/telephony/phone-numbers/batch",
  getPhoneNumber: "GET /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}",
  importPhoneNumber: "POST /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}",
  deletePhoneNumber: "DELETE /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}",
  reassignPhoneNumber: "PATCH /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}",
} as const;

/**
 * Every operation of the document as a function. `Defaults`: the path parameters that the client has a default for.
 */
export interface Operations<Defaults extends string = never> {
  /**
   * List the agents of the account
   *
   * Returns all agents that the key can access, as an array. There is no paging and no filter. Use it as a first call to check a key and a region.
   *
   * `GET /v1/agents`
   *
   * - 200: The agents, or an empty array.
   */
  listAgents(
    ...init: CallArguments<paths, "get", "/v1/agents", Defaults>
  ): Promise<CallResult<CallData<operations["listAgents"]>>>;

  /**
   * Create an agent
   *
   * Creates an agent with its `main` branch. Only the name, the greeting and the voice are required. The status is 200, not 201, and the response does not repeat all settings. The agent is not deployed yet: publish it so that it takes calls.
   *
   * `POST /v1/agents`
   *
   * - 200: The agent was created.
   */
  createAgent(
    ...init: CallArguments<paths, "post", "/v1/agents", Defaults>
  ): Promise<CallResult<CallData<operations["createAgent"]>>>;

  /**
   * Delete an agent
   *
   * Deletes the agent with its branches and everything on them. This cannot be undone with the API. The response has no body.
   *
   * `DELETE /v1/agents/{agentId}`
   *
   * - 204: The agent was deleted.
   */
  deleteAgent(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}", Defaults>
  ): Promise<CallResult<CallData<operations["deleteAgent"]>>>;

  /**
   * List the branches of an agent
   *
   * Returns the branches of the agent, including `main`. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `GET /v1/agents/{agentId}/branches`
   *
   * - 200: The branches. The body is not described.
   */
  listBranches(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches", Defaults>
  ): Promise<CallResult<CallData<operations["listBranches"]>>>;

  /**
   * Create a branch
   *
   * Creates a branch, so that changes do not affect `main`. Version 1.0.3 of the API does not describe the body, so treat it as unknown. To get the id of the new branch, list the branches.
   *
   * `POST /v1/agents/{agentId}/branches`
   *
   * - 201: The branch was created. The body is not described.
   */
  createBranch(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/branches", Defaults>
  ): Promise<CallResult<CallData<operations["createBranch"]>>>;

  /**
   * Delete a branch
   *
   * Deletes a branch and everything on it that has not been merged. The status is 200, although deleting an agent or a topic returns 204. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `DELETE /v1/agents/{agentId}/branches/{branchId}`
   *
   * - 200: The branch was deleted. The body is not described.
   */
  deleteBranch(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/branches/{branchId}", Defaults>
  ): Promise<CallResult<CallData<operations["deleteBranch"]>>>;

  /**
   * List the attributes of a branch
   *
   * Returns the attributes of the branch, such as opening hours or an address. Each variant has a value for each attribute.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/attributes`
   *
   * - 200: The attributes.
   */
  listAttributes(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches/{branchId}/attributes", Defaults>
  ): Promise<CallResult<CallData<operations["listAttributes"]>>>;

  /**
   * Create an attribute
   *
   * Adds an attribute to the branch. Variants have no value for it until they are updated.
   *
   * `POST /v1/agents/{agentId}/branches/{branchId}/attributes`
   *
   * - 201: The attribute was created.
   */
  createAttribute(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/branches/{branchId}/attributes", Defaults>
  ): Promise<CallResult<CallData<operations["createAttribute"]>>>;

  /**
   * Delete an attribute
   *
   * Removes an attribute from the branch, and its values from the variants. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `DELETE /v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}`
   *
   * - 200: The attribute was deleted. The body is not described.
   */
  deleteAttribute(
    ...init: CallArguments<
      paths,
      "delete",
      "/v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}",
      Defaults
    >
  ): Promise<CallResult<CallData<operations["deleteAttribute"]>>>;

  /**
   * Rename an attribute
   *
   * Changes the name of an attribute. Its id and its values in the variants stay the same.
   *
   * `PATCH /v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}`
   *
   * - 200: The attribute after the change.
   */
  updateAttribute(
    ...init: CallArguments<
      paths,
      "patch",
      "/v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}",
      Defaults
    >
  ): Promise<CallResult<CallData<operations["updateAttribute"]>>>;

  /**
   * Get the behavior rules of a branch
   *
   * Returns the behavior rules of the agent on this branch: one text, the prompt for every call.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/behavior`
   *
   * - 200: The behavior rules.
   * - 404: The agent or the branch does not exist.
   */
  getBehavior(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches/{branchId}/behavior", Defaults>
  ): Promise<CallResult<CallData<operations["getBehavior"]>>>;

  /**
   * Replace the behavior rules of a branch
   *
   * Replaces the behavior rules on this branch. Although the method is PATCH, the whole text is replaced: to add a rule, get the text first. The change affects calls after the branch is merged and deployed.
   *
   * `PATCH /v1/agents/{agentId}/branches/{branchId}/behavior`
   *
   * - 200: The behavior rules after the change.
   */
  updateBehavior(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/branches/{branchId}/behavior", Defaults>
  ): Promise<CallResult<CallData<operations["updateBehavior"]>>>;

  /**
   * List the knowledge base topics of a branch
   *
   * Returns the topics of the branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics`
   *
   * - 200: The topics. The body is not described.
   */
  listKnowledgeBaseTopics(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics", Defaults>
  ): Promise<CallResult<CallData<operations["listKnowledgeBaseTopics"]>>>;

  /**
   * Create a knowledge base topic
   *
   * Adds a topic to the knowledge base of the branch. Sample utterances help the agent to recognize it. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `POST /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics`
   *
   * - 201: The topic was created. The body is not described.
   */
  createKnowledgeBaseTopic(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics", Defaults>
  ): Promise<CallResult<CallData<operations["createKnowledgeBaseTopic"]>>>;

  /**
   * Get a knowledge base topic
   *
   * Returns one topic of the branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}`
   *
   * - 200: The topic. The body is not described.
   * - 404: The agent, the branch or the topic does not exist.
   */
  getKnowledgeBaseTopic(
    ...init: CallArguments<
      paths,
      "get",
      "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
      Defaults
    >
  ): Promise<CallResult<CallData<operations["getKnowledgeBaseTopic"]>>>;

  /**
   * Delete a knowledge base topic
   *
   * Removes a topic from the knowledge base of the branch. To turn a topic off without deleting it, set `isActive` to false instead.
   *
   * `DELETE /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}`
   *
   * - 204: The topic was deleted.
   */
  deleteKnowledgeBaseTopic(
    ...init: CallArguments<
      paths,
      "delete",
      "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
      Defaults
    >
  ): Promise<CallResult<CallData<operations["deleteKnowledgeBaseTopic"]>>>;

  /**
   * Update a knowledge base topic
   *
   * Changes the fields in the body; other fields stay the same. A list of sample utterances replaces the current list. The response has no body: get the topic to see the result.
   *
   * `PATCH /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}`
   *
   * - 204: The topic was changed.
   * - 404: The agent, the branch or the topic does not exist.
   */
  updateKnowledgeBaseTopic(
    ...init: CallArguments<
      paths,
      "patch",
      "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
      Defaults
    >
  ): Promise<CallResult<CallData<operations["updateKnowledgeBaseTopic"]>>>;

  /**
   * Merge a branch into main
   *
   * Merges the changes of a branch into `main`. If both branches changed the same part, give a resolution for it. In practice, a conflict without a resolution returns 409, which is not documented. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `POST /v1/agents/{agentId}/branches/{branchId}/merge`
   *
   * - 200: The branch was merged. The body is not described.
   */
  mergeBranch(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/branches/{branchId}/merge", Defaults>
  ): Promise<CallResult<CallData<operations["mergeBranch"]>>>;

  /**
   * List the variants of a branch
   *
   * Returns the variants of the branch, with their values for the attributes. One of them is marked as the default.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/variants`
   *
   * - 200: The variants.
   */
  listVariants(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches/{branchId}/variants", Defaults>
  ): Promise<CallResult<CallData<operations["listVariants"]>>>;

  /**
   * Create a variant
   *
   * Adds a variant to the branch. Only the name is required; values for the attributes can be added later. The variant affects calls after it is assigned to a connector.
   *
   * `POST /v1/agents/{agentId}/branches/{branchId}/variants`
   *
   * - 201: The variant was created.
   */
  createVariant(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/branches/{branchId}/variants", Defaults>
  ): Promise<CallResult<CallData<operations["createVariant"]>>>;

  /**
   * Delete a variant
   *
   * Removes a variant from the branch. Check first that no connector has it as its `variantId`. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `DELETE /v1/agents/{agentId}/branches/{branchId}/variants/{variantId}`
   *
   * - 200: The variant was deleted. The body is not described.
   */
  deleteVariant(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/branches/{branchId}/variants/{variantId}", Defaults>
  ): Promise<CallResult<CallData<operations["deleteVariant"]>>>;

  /**
   * Update a variant
   *
   * Changes the fields in the body; other fields stay the same. It is not documented whether `attributeValues` is merged or replaced, so send the values of all attributes.
   *
   * `PATCH /v1/agents/{agentId}/branches/{branchId}/variants/{variantId}`
   *
   * - 200: The variant after the change.
   */
  updateVariant(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/branches/{branchId}/variants/{variantId}", Defaults>
  ): Promise<CallResult<CallData<operations["updateVariant"]>>>;

  /**
   * List the deployments to an environment
   *
   * Returns the deployments of the agent to one environment, newest first. The first one is active. The environment is required; there is no list for all environments.
   *
   * `GET /v1/agents/{agentId}/deployments`
   *
   * - 200: The deployments, newest first.
   * - 400: The environment is missing or unknown, or the limit is not an integer.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read deployments of this agent.
   */
  listDeployments(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/deployments", Defaults>
  ): Promise<CallResult<CallData<operations["listDeployments"]>>>;

  /**
   * Get the latest deployment of each environment
   *
   * Returns the active deployment of each environment. Two environments with the same `version` run the same content. In practice, the value is null for an environment without a deployment, although the published schema does not allow it: check for null.
   *
   * `GET /v1/agents/{agentId}/deployments/active`
   *
   * - 200: The latest deployment by environment.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read deployments of this agent.
   */
  getActiveDeployments(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/deployments/active", Defaults>
  ): Promise<CallResult<CallData<operations["getActiveDeployments"]>>>;

  /**
   * Publish the current draft
   *
   * Deploys the current draft, by default to the sandbox. Each call creates a new deployment. If you did not receive the response, check the list of deployments before you repeat the call.
   *
   * `POST /v1/agents/{agentId}/deployments/publish`
   *
   * - 201: The deployment was created.
   * - 400: The body fails validation: an environment is unknown, or a field is of the wrong type.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to publish this agent.
   */
  publishDeployment(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/deployments/publish", Defaults>
  ): Promise<CallResult<CallData<operations["publishDeployment"]>>>;

  /**
   * Promote a deployment
   *
   * Deploys the content of a deployment to the next environment, or to the one in the body. This creates a new deployment, with a new id and the same `version`. Promoting to `live` affects calls.
   *
   * `POST /v1/agents/{agentId}/deployments/{deploymentId}/promote`
   *
   * - 201: The deployment was promoted.
   * - 400: The body fails validation, or the target environment is unknown.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to promote deployments of this agent.
   * - 404: The agent or the deployment does not exist.
   */
  promoteDeployment(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/deployments/{deploymentId}/promote", Defaults>
  ): Promise<CallResult<CallData<operations["promoteDeployment"]>>>;

  /**
   * Roll back to an earlier deployment
   *
   * Makes an earlier deployment active again in its environment. The id is that of the deployment to return to, not of the current one. This creates a new deployment with the `version` of the earlier one.
   *
   * `POST /v1/agents/{agentId}/deployments/{deploymentId}/rollback`
   *
   * - 201: The earlier version is active again.
   * - 400: The body fails validation.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to roll this agent back.
   * - 404: The agent or the deployment does not exist.
   */
  rollBackDeployment(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/deployments/{deploymentId}/rollback", Defaults>
  ): Promise<CallResult<CallData<operations["rollBackDeployment"]>>>;

  /**
   * Duplicate an agent
   *
   * Creates a new agent with the content of this agent. The name of the copy is required; the id is optional. The status is 200, not 201. The copy has no phone numbers, because a number belongs to one agent.
   *
   * `POST /v1/agents/{agentId}/duplicate`
   *
   * - 200: The copy was created.
   */
  duplicateAgent(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/duplicate", Defaults>
  ): Promise<CallResult<CallData<operations["duplicateAgent"]>>>;

  /**
   * List the real-time config pages of an agent
   *
   * Returns the config pages of the agent, at most one for each environment, with their schemas and current variables.
   *
   * `GET /v1/agents/{agentId}/real-time-configs`
   *
   * - 200: The config pages.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the configs of this agent.
   */
  listConfigPages(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/real-time-configs", Defaults>
  ): Promise<CallResult<CallData<operations["listConfigPages"]>>>;

  /**
   * Get the real-time config page of an environment
   *
   * Returns the schema and the current variables of one environment. Only `clientEnv` is always present: a page may have no schema or no variables.
   *
   * `GET /v1/agents/{agentId}/real-time-configs/{clientEnv}`
   *
   * - 200: The config page.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the configs of this agent.
   * - 404: The agent does not exist, or has no page for the environment.
   */
  getConfigPage(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/real-time-configs/{clientEnv}", Defaults>
  ): Promise<CallResult<CallData<operations["getConfigPage"]>>>;

  /**
   * Set the schema of a real-time config page
   *
   * Sets the JSON Schema (draft 7) of the page, and creates the page if there is none. The whole schema is replaced. Check that the current variables of the page match it.
   *
   * `PUT /v1/agents/{agentId}/real-time-configs/{clientEnv}/schema`
   *
   * - 200: The config page after the change.
   * - 400: The body fails validation: `schema` is missing, or is not a JSON Schema object.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the configs of this agent.
   * - 404: The agent or the environment does not exist.
   */
  updateConfigSchema(
    ...init: CallArguments<paths, "put", "/v1/agents/{agentId}/real-time-configs/{clientEnv}/schema", Defaults>
  ): Promise<CallResult<CallData<operations["updateConfigSchema"]>>>;

  /**
   * Update variables of a real-time config page
   *
   * Changes variables without a deployment: on `live`, this affects calls at once. The merge is shallow: variables that are not in the body stay the same, and an object is replaced as a whole, so send all its fields.
   *
   * `PATCH /v1/agents/{agentId}/real-time-configs/{clientEnv}/variables`
   *
   * - 200: The config page after the change.
   * - 400: The body fails validation: `variables` is missing, or a value does not fit the schema of the page.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the configs of this agent.
   * - 404: The agent does not exist, or has no page for the environment.
   */
  updateConfigVariables(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/real-time-configs/{clientEnv}/variables", Defaults>
  ): Promise<CallResult<CallData<operations["updateConfigVariables"]>>>;

  /**
   * List the connectors of an agent
   *
   * Returns the connectors of the agent in all environments, without paging. The list of phone numbers shows which numbers route to a connector.
   *
   * `GET /v1/agents/{agentId}/telephony/connectors`
   *
   * - 200: The connectors.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the connectors of this agent.
   */
  listConnectors(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/telephony/connectors", Defaults>
  ): Promise<CallResult<CallData<operations["listConnectors"]>>>;

  /**
   * Get several connectors by id
   *
   * Returns several connectors. An unknown id is not an error: it is in `notFound`, and the status is 200. Although the method is POST, the call changes nothing and can be repeated.
   *
   * `POST /v1/agents/{agentId}/telephony/connectors/batch`
   *
   * - 200: The connectors that were found, and the ids that were not.
   * - 400: The body fails validation: `connectorIds` is missing or empty, or contains a value that is not a string.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the connectors of this agent.
   */
  batchGetConnectors(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/connectors/batch", Defaults>
  ): Promise<CallResult<CallData<operations["batchGetConnectors"]>>>;

  /**
   * Update several connectors
   *
   * Changes several connectors. Each change can succeed or fail independently, and the status is 200 in both cases: check `success` of each result. In practice, null clears a field, although the published schema does not allow it.
   *
   * `PATCH /v1/agents/{agentId}/telephony/connectors/batch`
   *
   * - 200: One result per connector.
   * - 400: The body fails validation: `updates` is missing or empty, or an update has no connector id.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the connectors of this agent.
   */
  batchUpdateConnectors(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/telephony/connectors/batch", Defaults>
  ): Promise<CallResult<CallData<operations["batchUpdateConnectors"]>>>;

  /**
   * Look up the connector of a phone number
   *
   * Returns the connector that a phone number routes to. The number is in the body, so its `+` needs no escaping. Although the method is POST, the call changes nothing and can be repeated.
   *
   * `POST /v1/agents/{agentId}/telephony/connectors/lookup`
   *
   * - 200: The connector of the number.
   * - 400: The body fails validation: `phoneNumber` is missing or is not a string.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the connectors of this agent.
   */
  lookUpConnector(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/connectors/lookup", Defaults>
  ): Promise<CallResult<CallData<operations["lookUpConnector"]>>>;

  /**
   * Get a connector
   *
   * Returns one connector. To find the connector of a phone number, use the lookup instead.
   *
   * `GET /v1/agents/{agentId}/telephony/connectors/{connectorId}`
   *
   * - 200: The connector.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the connectors of this agent.
   * - 404: The agent or the connector does not exist.
   */
  getConnector(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/telephony/connectors/{connectorId}", Defaults>
  ): Promise<CallResult<CallData<operations["getConnector"]>>>;

  /**
   * Delete a connector and its phone numbers
   *
   * Deletes the connector and releases every phone number that routes to it. To keep the numbers, reassign them to another connector first. The response lists the released numbers.
   *
   * `DELETE /v1/agents/{agentId}/telephony/connectors/{connectorId}`
   *
   * - 200: The connector was deleted and its numbers were released.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to delete connectors of this agent.
   * - 404: The agent or the connector does not exist.
   */
  deleteConnector(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/telephony/connectors/{connectorId}", Defaults>
  ): Promise<CallResult<CallData<operations["deleteConnector"]>>>;

  /**
   * Update a connector
   *
   * Changes the fields in the body; other fields stay the same. A new `voiceName` also changes the language of speech synthesis, but not `asrLangCode`. In practice, null clears a field, although the published schema does not allow it. `projectId` moves the connector to another agent; the key needs access to both agents.
   *
   * `PATCH /v1/agents/{agentId}/telephony/connectors/{connectorId}`
   *
   * - 200: The connector after the change.
   * - 400: The body fails validation: a field is of the wrong type or has a value that does not exist.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change this connector, or no access to the new agent.
   * - 404: The agent or the connector does not exist.
   */
  updateConnector(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/telephony/connectors/{connectorId}", Defaults>
  ): Promise<CallResult<CallData<operations["updateConnector"]>>>;

  /**
   * List the phone numbers of an agent
   *
   * Returns the phone numbers of the agent in all environments, or only those that route to one connector. There is no paging.
   *
   * `GET /v1/agents/{agentId}/telephony/phone-numbers`
   *
   * - 200: The phone numbers.
   * - 400: The query fails validation.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the phone numbers of this agent.
   */
  listPhoneNumbers(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/telephony/phone-numbers", Defaults>
  ): Promise<CallResult<CallData<operations["listPhoneNumbers"]>>>;

  /**
   * Import phone numbers
   *
   * Imports phone numbers into one environment of the agent, by default `live`. Compare `imported` with the request: the response does not say why a number is missing.
   *
   * `POST /v1/agents/{agentId}/telephony/phone-numbers`
   *
   * - 201: The numbers were imported.
   * - 400: The body fails validation: `phoneNumbers` is missing or empty, or a value is not a phone number.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to import phone numbers into this agent.
   */
  importPhoneNumbers(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/phone-numbers", Defaults>
  ): Promise<CallResult<CallData<operations["importPhoneNumbers"]>>>;

  /**
   * Release phone numbers
   *
   * Releases several phone numbers. Each number can succeed or fail independently, and the status is 200 in both cases. `errors` lists the numbers that were not released, with the reason; it is absent if there are none. The request is a DELETE with a body, which some proxies remove.
   *
   * `DELETE /v1/agents/{agentId}/telephony/phone-numbers`
   *
   * - 200: The numbers that were released, and the errors.
   * - 400: The body fails validation: `phoneNumbers` is missing or empty, or contains a value that is not a string.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to release phone numbers of this agent.
   */
  deletePhoneNumbers(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/telephony/phone-numbers", Defaults>
  ): Promise<CallResult<CallData<operations["deletePhoneNumbers"]>>>;

  /**
   * Get several phone numbers
   *
   * Returns several phone numbers. An unknown number is not an error: it is in `notFound`, and the status is 200. Although the method is POST, the call changes nothing and can be repeated.
   *
   * `POST /v1/agents/{agentId}/telephony/phone-numbers/batch`
   *
   * - 200: The numbers that were found, and the unknown numbers.
   * - 400: The body fails validation: `phoneNumbers` is missing or empty, or contains a value that is not a string.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the phone numbers of this agent.
   */
  batchGetPhoneNumbers(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/phone-numbers/batch", Defaults>
  ): Promise<CallResult<CallData<operations["batchGetPhoneNumbers"]>>>;

  /**
   * Get a phone number
   *
   * Returns one phone number of the agent, with its environment and its connector, if it has one.
   *
   * `GET /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 200: The phone number.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the phone numbers of this agent.
   * - 404: The agent does not exist, or does not have the number.
   */
  getPhoneNumber(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["getPhoneNumber"]>>>;

  /**
   * Import a phone number
   *
   * Imports one phone number into the agent, by default into `live`. The body is required, but can be an empty object.
   *
   * `POST /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 201: The number was imported.
   * - 400: The request fails validation: the path has no valid phone number, or the environment is unknown.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to import phone numbers into this agent.
   * - 404: The agent does not exist, or the number cannot be found.
   */
  importPhoneNumber(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["importPhoneNumber"]>>>;

  /**
   * Release a phone number
   *
   * Releases one phone number: the agent no longer answers it. To release several numbers, use the bulk operation, which returns an error for each number that failed.
   *
   * `DELETE /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 200: The number was released.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to release phone numbers of this agent.
   * - 404: The agent does not exist, or does not have the number.
   */
  deletePhoneNumber(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["deletePhoneNumber"]>>>;

  /**
   * Route a phone number to another connector
   *
   * Routes the phone number to another connector. Calls to the number then have the voice, language, variant and environment of that connector.
   *
   * `PATCH /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 200: The phone number after the change.
   * - 400: The body fails validation: `connectorId` is missing or is not a string.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the phone numbers of this agent.
   * - 404: The agent, the phone number or the connector does not exist.
   */
  reassignPhoneNumber(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["reassignPhoneNumber"]>>>;
}
