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
   * Answers every agent that the key can see, as a bare array and not in an object. There is no paging and no filter. It makes a good first call to check a key and a region.
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
   * Creates an agent with its `main` branch. Name, greeting and voice are enough; the rest has defaults. The answer is 200, not 201, and outlines the agent without repeating its settings. Nothing is deployed yet: publish the agent before it takes calls.
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
   * Deletes the agent together with its branches and all that is on them. There is no way back through this API. Success has no body.
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
   * Answers the branches of the agent, `main` among them. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `GET /v1/agents/{agentId}/branches`
   *
   * - 200: The branches, in a body that is not described.
   */
  listBranches(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches", Defaults>
  ): Promise<CallResult<CallData<operations["listBranches"]>>>;

  /**
   * Create a branch
   *
   * Creates a branch on which to work without touching `main`. Version 1.0.3 of the API does not describe the body, so treat it as unknown. List the branches to be sure of the id of the new one.
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
   * Deletes a branch and everything on it that has not been merged. It answers 200, where deleting an agent or a topic answers 204. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
   * Answers the attributes for which each variant of the branch holds a value, such as opening hours or an address.
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
   * Adds an attribute to the branch. It has no value in any variant until the variants are updated.
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
   * Removes an attribute from the branch, and with it the values that variants hold for it. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
   * Changes the name of an attribute. Its id stays the same, and so do the values that variants hold for it.
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
   * Answers the behavior rules of the agent on this branch as one text: the prompt that it follows in every call.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/behavior`
   *
   * - 200: The behavior rules.
   * - 404: There is no such agent or no such branch.
   */
  getBehavior(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/branches/{branchId}/behavior", Defaults>
  ): Promise<CallResult<CallData<operations["getBehavior"]>>>;

  /**
   * Replace the behavior rules of a branch
   *
   * Replaces the behavior rules on this branch. Although the method is PATCH, the text is replaced as a whole: read it first if you mean to add to it. Callers hear the difference only once the branch is merged and deployed.
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
   * Answers the topics that the agent knows about on this branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics`
   *
   * - 200: The topics, in a body that is not described.
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
   * Answers one topic of the branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
   *
   * `GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}`
   *
   * - 200: The topic, in a body that is not described.
   * - 404: There is no such agent, branch or topic.
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
   * Removes a topic from the knowledge base of the branch. To keep it but stop the agent from using it, set `isActive` to false instead.
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
   * Changes the fields that are sent and leaves the others. A list of sample utterances that is sent takes the place of the present one. Success has no body: read the topic again to see the result.
   *
   * `PATCH /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}`
   *
   * - 204: The topic was changed.
   * - 404: There is no such agent, branch or topic.
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
   * Brings the changes of a branch into `main`. Where both sides changed the same place, name a resolution for it; in practice a conflict without one is answered with 409, a status that is not documented. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
   * Answers the variants of the branch, each with its values for the attributes, and says which one is the default.
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
   * Adds a variant to the branch. Only the name is required; values for the attributes can come now or later. Assign the variant to a connector for it to have an effect on calls.
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
   * Removes a variant from the branch. See first which connectors still name it as their `variantId`. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
   * Changes the fields that are sent and leaves the others. The reference does not say whether `attributeValues` is merged or replaced; send the values of all attributes to be safe.
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
   * Answers the deployments of the agent to one environment, newest first, so that the first one is the one in force. The environment has to be named; there is no list over all of them.
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
   * Answers what is in force where, by environment. Compare the `version` of two environments to see whether they run the same thing. In practice an environment without a deployment is answered with null, although the published schema does not say so: check before you read from an entry.
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
   * Makes a deployment of the current draft, in the sandbox unless another environment is named. Each call makes a new deployment, so look at the list before you repeat one whose answer you missed.
   *
   * `POST /v1/agents/{agentId}/deployments/publish`
   *
   * - 201: The deployment was made.
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
   * Deploys what a deployment contains to the next environment, or to the one that is named. The result is a deployment of its own, with a new id and the same `version`. Promoting to `live` changes what callers hear.
   *
   * `POST /v1/agents/{agentId}/deployments/{deploymentId}/promote`
   *
   * - 201: The deployment was promoted.
   * - 400: The body fails validation, or the target environment is unknown.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to promote deployments of this agent.
   * - 404: There is no such agent or no such deployment.
   */
  promoteDeployment(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/deployments/{deploymentId}/promote", Defaults>
  ): Promise<CallResult<CallData<operations["promoteDeployment"]>>>;

  /**
   * Roll back to an earlier deployment
   *
   * Puts an earlier deployment back in force in its environment. Name the deployment to return to, not the one to get rid of. The result is a new deployment with the `version` of the earlier one.
   *
   * `POST /v1/agents/{agentId}/deployments/{deploymentId}/rollback`
   *
   * - 201: The earlier version is in force again.
   * - 400: The body fails validation.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to roll this agent back.
   * - 404: There is no such agent or no such deployment.
   */
  rollBackDeployment(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/deployments/{deploymentId}/rollback", Defaults>
  ): Promise<CallResult<CallData<operations["rollBackDeployment"]>>>;

  /**
   * Duplicate an agent
   *
   * Makes a new agent with the content of this one. The copy needs a name, and may be given an id. The answer is 200, not 201, and outlines the copy. A phone number belongs to one agent, so give the copy numbers of its own.
   *
   * `POST /v1/agents/{agentId}/duplicate`
   *
   * - 200: The copy was made.
   */
  duplicateAgent(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/duplicate", Defaults>
  ): Promise<CallResult<CallData<operations["duplicateAgent"]>>>;

  /**
   * List the real-time config pages of an agent
   *
   * Answers the config pages of the agent, one for each environment that has one, with their schemas and current variables.
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
   * Answers the schema and the current variables of one environment. Only `clientEnv` is sure to be there, so expect a page without a schema or without variables.
   *
   * `GET /v1/agents/{agentId}/real-time-configs/{clientEnv}`
   *
   * - 200: The config page.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the configs of this agent.
   * - 404: There is no such agent, or it has no page for the environment.
   */
  getConfigPage(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/real-time-configs/{clientEnv}", Defaults>
  ): Promise<CallResult<CallData<operations["getConfigPage"]>>>;

  /**
   * Set the schema of a real-time config page
   *
   * Sets the JSON Schema (draft 7) of the page, and creates the page if there is none. The schema is replaced as a whole. See that the variables already on the page still fit it.
   *
   * `PUT /v1/agents/{agentId}/real-time-configs/{clientEnv}/schema`
   *
   * - 200: The config page after the change.
   * - 400: The body fails validation: `schema` is missing, or is not a JSON Schema object.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the configs of this agent.
   * - 404: There is no such agent or environment.
   */
  updateConfigSchema(
    ...init: CallArguments<paths, "put", "/v1/agents/{agentId}/real-time-configs/{clientEnv}/schema", Defaults>
  ): Promise<CallResult<CallData<operations["updateConfigSchema"]>>>;

  /**
   * Update variables of a real-time config page
   *
   * Changes variables without a deployment: on `live`, calls notice at once. The merge is shallow: a variable that is not named stays, and one that is an object is replaced as a whole, so send all of its fields.
   *
   * `PATCH /v1/agents/{agentId}/real-time-configs/{clientEnv}/variables`
   *
   * - 200: The config page after the change.
   * - 400: The body fails validation: `variables` is missing, or a value does not fit the schema of the page.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the configs of this agent.
   * - 404: There is no such agent, or it has no page for the environment.
   */
  updateConfigVariables(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/real-time-configs/{clientEnv}/variables", Defaults>
  ): Promise<CallResult<CallData<operations["updateConfigVariables"]>>>;

  /**
   * List the connectors of an agent
   *
   * Answers the connectors of the agent over all environments, without paging. Which numbers route to a connector is told by the list of phone numbers.
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
   * Reads several connectors in one request. An unknown id is not an error: it comes back in `notFound`, with status 200. Although the method is POST, the call changes nothing and may be repeated.
   *
   * `POST /v1/agents/{agentId}/telephony/connectors/batch`
   *
   * - 200: The connectors that were found, and the ids that were not.
   * - 400: The body fails validation: `connectorIds` is missing or empty, or holds something other than strings.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the connectors of this agent.
   */
  batchGetConnectors(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/connectors/batch", Defaults>
  ): Promise<CallResult<CallData<operations["batchGetConnectors"]>>>;

  /**
   * Update several connectors
   *
   * Changes several connectors in one request, each for itself: some can succeed while others fail, and the status is 200 all the same. Look at `success` of each result. In practice null clears a field, although the published schema does not say so.
   *
   * `PATCH /v1/agents/{agentId}/telephony/connectors/batch`
   *
   * - 200: One result per connector.
   * - 400: The body fails validation: `updates` is missing or empty, or an update names no connector.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the connectors of this agent.
   */
  batchUpdateConnectors(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/telephony/connectors/batch", Defaults>
  ): Promise<CallResult<CallData<operations["batchUpdateConnectors"]>>>;

  /**
   * Look up the connector of a phone number
   *
   * Answers the connector that a phone number routes to. The number travels in the body, so its leading `+` needs no escaping. Although the method is POST, the call changes nothing and may be repeated.
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
   * Answers one connector. To go from a phone number to its connector in one step, look the connector up instead.
   *
   * `GET /v1/agents/{agentId}/telephony/connectors/{connectorId}`
   *
   * - 200: The connector.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the connectors of this agent.
   * - 404: There is no such agent or no such connector.
   */
  getConnector(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/telephony/connectors/{connectorId}", Defaults>
  ): Promise<CallResult<CallData<operations["getConnector"]>>>;

  /**
   * Delete a connector and its phone numbers
   *
   * Deletes the connector and releases every phone number that routes to it. To keep the numbers, reassign them to another connector first. The answer names what went.
   *
   * `DELETE /v1/agents/{agentId}/telephony/connectors/{connectorId}`
   *
   * - 200: The connector was deleted and its numbers were released.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to delete connectors of this agent.
   * - 404: There is no such agent or no such connector.
   */
  deleteConnector(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/telephony/connectors/{connectorId}", Defaults>
  ): Promise<CallResult<CallData<operations["deleteConnector"]>>>;

  /**
   * Update a connector
   *
   * Changes the fields that are sent and leaves the others. A new `voiceName` changes the language of speech synthesis too, but not `asrLangCode`. In practice null clears a field, although the published schema does not say so. `projectId` moves the connector to another agent, to which the key must have access as well.
   *
   * `PATCH /v1/agents/{agentId}/telephony/connectors/{connectorId}`
   *
   * - 200: The connector after the change.
   * - 400: The body fails validation: a field is of the wrong type or has a value that does not exist.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change this connector, or no access to the agent it is to move to.
   * - 404: There is no such agent or no such connector.
   */
  updateConnector(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/telephony/connectors/{connectorId}", Defaults>
  ): Promise<CallResult<CallData<operations["updateConnector"]>>>;

  /**
   * List the phone numbers of an agent
   *
   * Answers the phone numbers of the agent over all environments, or only those that route to one connector. There is no paging.
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
   * Brings phone numbers into the agent, all of them into one environment: `live` unless another is named. Compare `imported` with what was sent, for the answer has no place for the reason a number is missing.
   *
   * `POST /v1/agents/{agentId}/telephony/phone-numbers`
   *
   * - 201: The numbers were imported.
   * - 400: The body fails validation: `phoneNumbers` is missing or empty, or something in it is not a phone number.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to import phone numbers into this agent.
   */
  importPhoneNumbers(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/phone-numbers", Defaults>
  ): Promise<CallResult<CallData<operations["importPhoneNumbers"]>>>;

  /**
   * Release phone numbers
   *
   * Releases several phone numbers, each for itself: some can go while others stay, and the status is 200 all the same. `errors` names those that stayed and why; it is left out when there are none. The request is a DELETE with a body, which some proxies drop.
   *
   * `DELETE /v1/agents/{agentId}/telephony/phone-numbers`
   *
   * - 200: What was released and what was not.
   * - 400: The body fails validation: `phoneNumbers` is missing or empty, or holds something other than strings.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to release phone numbers of this agent.
   */
  deletePhoneNumbers(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/telephony/phone-numbers", Defaults>
  ): Promise<CallResult<CallData<operations["deletePhoneNumbers"]>>>;

  /**
   * Get several phone numbers
   *
   * Reads several phone numbers in one request. A number that the agent does not have is not an error: it comes back in `notFound`, with status 200. Although the method is POST, the call changes nothing and may be repeated.
   *
   * `POST /v1/agents/{agentId}/telephony/phone-numbers/batch`
   *
   * - 200: The numbers that were found, and those that were not.
   * - 400: The body fails validation: `phoneNumbers` is missing or empty, or holds something other than strings.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the phone numbers of this agent.
   */
  batchGetPhoneNumbers(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/phone-numbers/batch", Defaults>
  ): Promise<CallResult<CallData<operations["batchGetPhoneNumbers"]>>>;

  /**
   * Get a phone number
   *
   * Answers one phone number of the agent: its environment, and the connector that it routes to if there is one.
   *
   * `GET /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 200: The phone number.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to read the phone numbers of this agent.
   * - 404: There is no such agent, or it does not have the number.
   */
  getPhoneNumber(
    ...init: CallArguments<paths, "get", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["getPhoneNumber"]>>>;

  /**
   * Import a phone number
   *
   * Brings one phone number into the agent. It goes to `live` unless another environment is named. A body is required even when there is nothing to say: send an empty object.
   *
   * `POST /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 201: The number was imported.
   * - 400: The request fails validation: this is not a phone number, or the environment is unknown.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to import phone numbers into this agent.
   * - 404: There is no such agent, or the number cannot be found.
   */
  importPhoneNumber(
    ...init: CallArguments<paths, "post", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["importPhoneNumber"]>>>;

  /**
   * Release a phone number
   *
   * Releases one phone number: the agent no longer answers it. For several numbers, release them in one request and read which ones failed.
   *
   * `DELETE /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 200: The number was released.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to release phone numbers of this agent.
   * - 404: There is no such agent, or it does not have the number.
   */
  deletePhoneNumber(
    ...init: CallArguments<paths, "delete", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["deletePhoneNumber"]>>>;

  /**
   * Route a phone number to another connector
   *
   * Makes another connector answer the number. Calls to it get the voice, language, variant and environment of that connector from then on.
   *
   * `PATCH /v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}`
   *
   * - 200: The phone number after the change.
   * - 400: The body fails validation: `connectorId` is missing or is not a string.
   * - 401: No key was sent, or the key is not valid in this region.
   * - 403: The key has no permission to change the phone numbers of this agent.
   * - 404: There is no such agent, phone number or connector.
   */
  reassignPhoneNumber(
    ...init: CallArguments<paths, "patch", "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}", Defaults>
  ): Promise<CallResult<CallData<operations["reassignPhoneNumber"]>>>;
}
