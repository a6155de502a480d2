// Generated from openapi/agents.yaml by `npm run generate`. Do not edit: change the document.

import type { components } from "./schema.js";

/** The latest deployment of each environment. */
export type ActiveDeploymentsResponse = components["schemas"]["ActiveDeploymentsResponse"];

/** The behavior rules of an agent on one branch. */
export type AgentRulesResponse = components["schemas"]["AgentRulesResponse"];

/** A named slot for which every variant of the branch holds a value. */
export type AttributeResponse = components["schemas"]["AttributeResponse"];

/** The connectors to read in one request. */
export type BatchGetConnectorsBody = components["schemas"]["BatchGetConnectorsBody"];

/** The connectors that exist, and the ids that led nowhere. Each requested id is in one of the two. */
export type BatchGetConnectorsResponse = components["schemas"]["BatchGetConnectorsResponse"];

/** The phone numbers to read in one request. */
export type BatchGetPhoneNumbersBody = components["schemas"]["BatchGetPhoneNumbersBody"];

/** The numbers that the agent has, and those that it does not. Each requested number is in one of the two. */
export type BatchGetPhoneNumbersResponse = components["schemas"]["BatchGetPhoneNumbersResponse"];

/** Which connector to change, and what to change on it. Fields left out keep their value. */
export type BatchUpdateConnectorItem = components["schemas"]["BatchUpdateConnectorItem"];

/** The changes to make, each to one connector. */
export type BatchUpdateConnectorsBody = components["schemas"]["BatchUpdateConnectorsBody"];

/** What became of each change. */
export type BatchUpdateConnectorsResponse = components["schemas"]["BatchUpdateConnectorsResponse"];

/** What became of the change to one connector: `data` on success, `error` on failure. */
export type BatchUpdateResultItem = components["schemas"]["BatchUpdateResultItem"];

/** One real-time config page: the variables of an agent in one environment, and their schema. */
export type ConfigPageResponse = components["schemas"]["ConfigPageResponse"];

/** A connector: it answers the calls of the phone numbers routed to it, in one environment, with one voice, language and variant. */
export type ConnectorResponse = components["schemas"]["ConnectorResponse"];

/** The agent to create. Unknown properties are refused. */
export type CreateAgentBody = components["schemas"]["CreateAgentBody"];

/** An agent as it is after being created or duplicated. */
export type CreateAgentResponse = components["schemas"]["CreateAgentResponse"];

/** The attribute to create. Unknown properties are refused. */
export type CreateAttributeBody = components["schemas"]["CreateAttributeBody"];

/** The branch to create. Unknown properties are refused. */
export type CreateBranchBody = components["schemas"]["CreateBranchBody"];

/** The topic to create. Unknown properties are refused. */
export type CreateKnowledgeBaseTopicBody = components["schemas"]["CreateKnowledgeBaseTopicBody"];

/** The variant to create. Unknown properties are refused. */
export type CreateVariantBody = components["schemas"]["CreateVariantBody"];

/** The connector that was deleted, and the phone numbers that went with it. */
export type DeleteConnectorResponse = components["schemas"]["DeleteConnectorResponse"];

/** A phone number that could not be released, and why. */
export type DeletePhoneNumberErrorItem = components["schemas"]["DeletePhoneNumberErrorItem"];

/** Confirms the release of one phone number. */
export type DeletePhoneNumberResponse = components["schemas"]["DeletePhoneNumberResponse"];

/** The phone numbers to release. */
export type DeletePhoneNumbersBody = components["schemas"]["DeletePhoneNumbersBody"];

/** Which numbers were released and which were not. */
export type DeletePhoneNumbersResponse = components["schemas"]["DeletePhoneNumbersResponse"];

/** A version of an agent, published to one environment. */
export type DeploymentResponse = components["schemas"]["DeploymentResponse"];

/** What to call the copy. Unknown properties are refused. */
export type DuplicateAgentBody = components["schemas"]["DuplicateAgentBody"];

/** The agents of the account, as a bare array. Empty if there are none. */
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

/** Where to import the number to. An empty object will do. */
export type ImportPhoneNumberBody = components["schemas"]["ImportPhoneNumberBody"];

/** Confirms the import of one phone number. */
export type ImportPhoneNumberResponse = components["schemas"]["ImportPhoneNumberResponse"];

/** The phone numbers to import, and where to. */
export type ImportPhoneNumbersBody = components["schemas"]["ImportPhoneNumbersBody"];

/** Which numbers were imported. */
export type ImportPhoneNumbersResponse = components["schemas"]["ImportPhoneNumbersResponse"];

/** The phone number whose connector is wanted. */
export type LookupConnectorBody = components["schemas"]["LookupConnectorBody"];

/** How to merge. Every field is optional, and unknown properties are refused. */
export type MergeBranchBody = components["schemas"]["MergeBranchBody"];

/** The deployment that a publish, promotion or rollback has made. */
export type MutationDeploymentResponse = components["schemas"]["MutationDeploymentResponse"];

/** A phone number of an agent, and the connector that answers it. */
export type PhoneNumberResponse = components["schemas"]["PhoneNumberResponse"];

/** Where to promote to. An empty object promotes to the next environment. */
export type PromoteDeploymentBody = components["schemas"]["PromoteDeploymentBody"];

/** Where to publish to. An empty object publishes to the sandbox. */
export type PublishDeploymentBody = components["schemas"]["PublishDeploymentBody"];

/** Where the number is to route to. */
export type ReassignPhoneNumberBody = components["schemas"]["ReassignPhoneNumberBody"];

/** A note on the rollback. An empty object will do. */
export type RollbackDeploymentBody = components["schemas"]["RollbackDeploymentBody"];

/** The new behavior rules. Unknown properties are refused. */
export type UpdateAgentRulesBody = components["schemas"]["UpdateAgentRulesBody"];

/** The new name of an attribute. Unknown properties are refused. */
export type UpdateAttributeBody = components["schemas"]["UpdateAttributeBody"];

/** The new schema of a config page. */
export type UpdateConfigSchemaBody = components["schemas"]["UpdateConfigSchemaBody"];

/** The variables to change on a config page. */
export type UpdateConfigVariablesBody = components["schemas"]["UpdateConfigVariablesBody"];

/** What to change on a connector. Fields left out keep their value. */
export type UpdateConnectorBody = components["schemas"]["UpdateConnectorBody"];

/** What to change on a topic. Fields left out keep their value, and unknown properties are refused. */
export type UpdateKnowledgeBaseTopicBody = components["schemas"]["UpdateKnowledgeBaseTopicBody"];

/** What to change on a variant. Fields left out keep their value, and unknown properties are refused. */
export type UpdateVariantBody = components["schemas"]["UpdateVariantBody"];

/** One variant, such as a location or a brand, with its value for each attribute. */
export type VariantResponse = components["schemas"]["VariantResponse"];
