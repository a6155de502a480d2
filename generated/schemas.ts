// Generated from openapi/agents.yaml by `npm run generate`. Do not edit: change the document.

import type { components } from "./schema.js";

/** The latest deployment of each environment. */
export type ActiveDeploymentsResponse = components["schemas"]["ActiveDeploymentsResponse"];

/** The behavior rules of an agent on one branch. */
export type AgentRulesResponse = components["schemas"]["AgentRulesResponse"];

/** A named attribute. Every variant of the branch has a value for it. */
export type AttributeResponse = components["schemas"]["AttributeResponse"];

/** The connectors to read in one request. */
export type BatchGetConnectorsBody = components["schemas"]["BatchGetConnectorsBody"];

/** The connectors that exist, and the unknown ids. Each requested id is in one of the two. */
export type BatchGetConnectorsResponse = components["schemas"]["BatchGetConnectorsResponse"];

/** The phone numbers to read in one request. */
export type BatchGetPhoneNumbersBody = components["schemas"]["BatchGetPhoneNumbersBody"];

/** The numbers that were found, and the unknown numbers. Each requested number is in one of the two. */
export type BatchGetPhoneNumbersResponse = components["schemas"]["BatchGetPhoneNumbersResponse"];

/** The connector and its new values. Absent fields stay the same. */
export type BatchUpdateConnectorItem = components["schemas"]["BatchUpdateConnectorItem"];

/** The changes to make, each to one connector. */
export type BatchUpdateConnectorsBody = components["schemas"]["BatchUpdateConnectorsBody"];

/** The result of each change. */
export type BatchUpdateConnectorsResponse = components["schemas"]["BatchUpdateConnectorsResponse"];

/** The result of the change to one connector: `data` on success, `error` on failure. */
export type BatchUpdateResultItem = components["schemas"]["BatchUpdateResultItem"];

/** One real-time config page: the variables of an agent in one environment, and their schema. */
export type ConfigPageResponse = components["schemas"]["ConfigPageResponse"];

/** A connector: it answers the calls of the phone numbers routed to it, in one environment, with one voice, language and variant. */
export type ConnectorResponse = components["schemas"]["ConnectorResponse"];

/** The agent to create. Unknown properties are rejected. */
export type CreateAgentBody = components["schemas"]["CreateAgentBody"];

/** An agent after it was created or duplicated. */
export type CreateAgentResponse = components["schemas"]["CreateAgentResponse"];

/** The attribute to create. Unknown properties are rejected. */
export type CreateAttributeBody = components["schemas"]["CreateAttributeBody"];

/** The branch to create. Unknown properties are rejected. */
export type CreateBranchBody = components["schemas"]["CreateBranchBody"];

/** The topic to create. Unknown properties are rejected. */
export type CreateKnowledgeBaseTopicBody = components["schemas"]["CreateKnowledgeBaseTopicBody"];

/** The variant to create. Unknown properties are rejected. */
export type CreateVariantBody = components["schemas"]["CreateVariantBody"];

/** The deleted connector, and the phone numbers that were released. */
export type DeleteConnectorResponse = components["schemas"]["DeleteConnectorResponse"];

/** A phone number that could not be released, and the reason. */
export type DeletePhoneNumberErrorItem = components["schemas"]["DeletePhoneNumberErrorItem"];

/** Confirms the release of one phone number. */
export type DeletePhoneNumberResponse = components["schemas"]["DeletePhoneNumberResponse"];

/** The phone numbers to release. */
export type DeletePhoneNumbersBody = components["schemas"]["DeletePhoneNumbersBody"];

/** The numbers that were released, and the errors. */
export type DeletePhoneNumbersResponse = components["schemas"]["DeletePhoneNumbersResponse"];

/** A version of an agent, published to one environment. */
export type DeploymentResponse = components["schemas"]["DeploymentResponse"];

/** The name of the copy. Unknown properties are rejected. */
export type DuplicateAgentBody = components["schemas"]["DuplicateAgentBody"];

/** The agents of the account, as an array. Empty if there are none. */
export type GetAgentsResponse = components["schemas"]["GetAgentsResponse"];

/** The attributes of a branch. */
export type GetAttributesResponse = components["schemas"]["GetAttributesResponse"];

/** The real-time config page of one environment. */
export type GetConfigPageResponse = components["schemas"]["GetConfigPageResponse"];

/** The real-time config pages of an agent. */
export type GetConfigPagesResponse = components["schemas"]["GetConfigPagesResponse"];

/** The connectors of an agent. */
export type GetConnectorsResponse = components["schemas"]["GetConnectorsResponse"];

/** Deployments of an agent to one environment. */
export type GetDeploymentsResponse = components["schemas"]["GetDeploymentsResponse"];

/** Phone numbers of an agent. */
export type GetPhoneNumbersResponse = components["schemas"]["GetPhoneNumbersResponse"];

/** The variants of a branch. */
export type GetVariantsResponse = components["schemas"]["GetVariantsResponse"];

/** The environment for the number. Can be an empty object. */
export type ImportPhoneNumberBody = components["schemas"]["ImportPhoneNumberBody"];

/** Confirms the import of one phone number. */
export type ImportPhoneNumberResponse = components["schemas"]["ImportPhoneNumberResponse"];

/** The phone numbers to import, and their environment. */
export type ImportPhoneNumbersBody = components["schemas"]["ImportPhoneNumbersBody"];

/** The result of the import. */
export type ImportPhoneNumbersResponse = components["schemas"]["ImportPhoneNumbersResponse"];

/** The phone number to look up. */
export type LookupConnectorBody = components["schemas"]["LookupConnectorBody"];

/** Options of the merge. All fields are optional. Unknown properties are rejected. */
export type MergeBranchBody = components["schemas"]["MergeBranchBody"];

/** The deployment that was created by publishing, promoting or rolling back. */
export type MutationDeploymentResponse = components["schemas"]["MutationDeploymentResponse"];

/** A phone number of an agent, and its connector. */
export type PhoneNumberResponse = components["schemas"]["PhoneNumberResponse"];

/** The environment to promote to. An empty object promotes to the next one. */
export type PromoteDeploymentBody = components["schemas"]["PromoteDeploymentBody"];

/** The environment to publish to. An empty object publishes to the sandbox. */
export type PublishDeploymentBody = components["schemas"]["PublishDeploymentBody"];

/** The new connector of the number. */
export type ReassignPhoneNumberBody = components["schemas"]["ReassignPhoneNumberBody"];

/** A note on the rollback. Can be an empty object. */
export type RollbackDeploymentBody = components["schemas"]["RollbackDeploymentBody"];

/** The new behavior rules. Unknown properties are rejected. */
export type UpdateAgentRulesBody = components["schemas"]["UpdateAgentRulesBody"];

/** The new name of an attribute. Unknown properties are rejected. */
export type UpdateAttributeBody = components["schemas"]["UpdateAttributeBody"];

/** The new schema of a config page. */
export type UpdateConfigSchemaBody = components["schemas"]["UpdateConfigSchemaBody"];

/** The variables to change on a config page. */
export type UpdateConfigVariablesBody = components["schemas"]["UpdateConfigVariablesBody"];

/** The changes to a connector. Absent fields stay the same. */
export type UpdateConnectorBody = components["schemas"]["UpdateConnectorBody"];

/** The changes to a topic. Absent fields stay the same. Unknown properties are rejected. */
export type UpdateKnowledgeBaseTopicBody = components["schemas"]["UpdateKnowledgeBaseTopicBody"];

/** The changes to a variant. Absent fields stay the same. Unknown properties are rejected. */
export type UpdateVariantBody = components["schemas"]["UpdateVariantBody"];

/** One variant, such as a location or a brand, with its value for each attribute. */
export type VariantResponse = components["schemas"]["VariantResponse"];
