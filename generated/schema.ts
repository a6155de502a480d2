// Generated from openapi/agents.yaml by `npm run generate`. Do not edit: change the document.

export interface paths {
  "/v1/agents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the agents of the account
     * @description Returns all agents that the key can access, as an array. There is no paging and no filter. Use it as a first call to check a key and a region.
     */
    get: operations["listAgents"];
    put?: never;
    /**
     * Create an agent
     * @description Creates an agent with its `main` branch. Only the name, the greeting and the voice are required. The status is 200, not 201, and the response does not repeat all settings. The agent is not deployed yet: publish it so that it takes calls.
     */
    post: operations["createAgent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete an agent
     * @description Deletes the agent with its branches and everything on them. This cannot be undone with the API. The response has no body.
     */
    delete: operations["deleteAgent"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the branches of an agent
     * @description Returns the branches of the agent, including `main`. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    get: operations["listBranches"];
    put?: never;
    /**
     * Create a branch
     * @description Creates a branch, so that changes do not affect `main`. Version 1.0.3 of the API does not describe the body, so treat it as unknown. To get the id of the new branch, list the branches.
     */
    post: operations["createBranch"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a branch
     * @description Deletes a branch and everything on it that has not been merged. The status is 200, although deleting an agent or a topic returns 204. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    delete: operations["deleteBranch"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/attributes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the attributes of a branch
     * @description Returns the attributes of the branch, such as opening hours or an address. Each variant has a value for each attribute.
     */
    get: operations["listAttributes"];
    put?: never;
    /**
     * Create an attribute
     * @description Adds an attribute to the branch. Variants have no value for it until they are updated.
     */
    post: operations["createAttribute"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete an attribute
     * @description Removes an attribute from the branch, and its values from the variants. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    delete: operations["deleteAttribute"];
    options?: never;
    head?: never;
    /**
     * Rename an attribute
     * @description Changes the name of an attribute. Its id and its values in the variants stay the same.
     */
    patch: operations["updateAttribute"];
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/behavior": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the behavior rules of a branch
     * @description Returns the behavior rules of the agent on this branch: one text, the prompt for every call.
     */
    get: operations["getBehavior"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Replace the behavior rules of a branch
     * @description Replaces the behavior rules on this branch. Although the method is PATCH, the whole text is replaced: to add a rule, get the text first. The change affects calls after the branch is merged and deployed.
     */
    patch: operations["updateBehavior"];
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the knowledge base topics of a branch
     * @description Returns the topics of the branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    get: operations["listKnowledgeBaseTopics"];
    put?: never;
    /**
     * Create a knowledge base topic
     * @description Adds a topic to the knowledge base of the branch. Sample utterances help the agent to recognize it. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    post: operations["createKnowledgeBaseTopic"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a knowledge base topic
     * @description Returns one topic of the branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    get: operations["getKnowledgeBaseTopic"];
    put?: never;
    post?: never;
    /**
     * Delete a knowledge base topic
     * @description Removes a topic from the knowledge base of the branch. To turn a topic off without deleting it, set `isActive` to false instead.
     */
    delete: operations["deleteKnowledgeBaseTopic"];
    options?: never;
    head?: never;
    /**
     * Update a knowledge base topic
     * @description Changes the fields in the body; other fields stay the same. A list of sample utterances replaces the current list. The response has no body: get the topic to see the result.
     */
    patch: operations["updateKnowledgeBaseTopic"];
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/merge": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Merge a branch into main
     * @description Merges the changes of a branch into `main`. If both branches changed the same part, give a resolution for it. In practice, a conflict without a resolution returns 409, which is not documented. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    post: operations["mergeBranch"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/variants": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the variants of a branch
     * @description Returns the variants of the branch, with their values for the attributes. One of them is marked as the default.
     */
    get: operations["listVariants"];
    put?: never;
    /**
     * Create a variant
     * @description Adds a variant to the branch. Only the name is required; values for the attributes can be added later. The variant affects calls after it is assigned to a connector.
     */
    post: operations["createVariant"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/branches/{branchId}/variants/{variantId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a variant
     * @description Removes a variant from the branch. Check first that no connector has it as its `variantId`. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    delete: operations["deleteVariant"];
    options?: never;
    head?: never;
    /**
     * Update a variant
     * @description Changes the fields in the body; other fields stay the same. It is not documented whether `attributeValues` is merged or replaced, so send the values of all attributes.
     */
    patch: operations["updateVariant"];
    trace?: never;
  };
  "/v1/agents/{agentId}/deployments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the deployments to an environment
     * @description Returns the deployments of the agent to one environment, newest first. The first one is active. The environment is required; there is no list for all environments.
     */
    get: operations["listDeployments"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/deployments/active": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the latest deployment of each environment
     * @description Returns the active deployment of each environment. Two environments with the same `version` run the same content. In practice, the value is null for an environment without a deployment, although the published schema does not allow it: check for null.
     */
    get: operations["getActiveDeployments"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/deployments/publish": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish the current draft
     * @description Deploys the current draft, by default to the sandbox. Each call creates a new deployment. If you did not receive the response, check the list of deployments before you repeat the call.
     */
    post: operations["publishDeployment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/deployments/{deploymentId}/promote": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Promote a deployment
     * @description Deploys the content of a deployment to the next environment, or to the one in the body. This creates a new deployment, with a new id and the same `version`. Promoting to `live` affects calls.
     */
    post: operations["promoteDeployment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/deployments/{deploymentId}/rollback": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Roll back to an earlier deployment
     * @description Makes an earlier deployment active again in its environment. The id is that of the deployment to return to, not of the current one. This creates a new deployment with the `version` of the earlier one.
     */
    post: operations["rollBackDeployment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/duplicate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Duplicate an agent
     * @description Creates a new agent with the content of this agent. The name of the copy is required; the id is optional. The status is 200, not 201. The copy has no phone numbers, because a number belongs to one agent.
     */
    post: operations["duplicateAgent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/real-time-configs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the real-time config pages of an agent
     * @description Returns the config pages of the agent, at most one for each environment, with their schemas and current variables.
     */
    get: operations["listConfigPages"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/real-time-configs/{clientEnv}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the real-time config page of an environment
     * @description Returns the schema and the current variables of one environment. Only `clientEnv` is always present: a page may have no schema or no variables.
     */
    get: operations["getConfigPage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/real-time-configs/{clientEnv}/schema": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set the schema of a real-time config page
     * @description Sets the JSON Schema (draft 7) of the page, and creates the page if there is none. The whole schema is replaced. Check that the current variables of the page match it.
     */
    put: operations["updateConfigSchema"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/real-time-configs/{clientEnv}/variables": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update variables of a real-time config page
     * @description Changes variables without a deployment: on `live`, this affects calls at once. The merge is shallow: variables that are not in the body stay the same, and an object is replaced as a whole, so send all its fields.
     */
    patch: operations["updateConfigVariables"];
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/connectors": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the connectors of an agent
     * @description Returns the connectors of the agent in all environments, without paging. The list of phone numbers shows which numbers route to a connector.
     */
    get: operations["listConnectors"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/connectors/batch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get several connectors by id
     * @description Returns several connectors. An unknown id is not an error: it is in `notFound`, and the status is 200. Although the method is POST, the call changes nothing and can be repeated.
     */
    post: operations["batchGetConnectors"];
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update several connectors
     * @description Changes several connectors. Each change can succeed or fail independently, and the status is 200 in both cases: check `success` of each result. In practice, null clears a field, although the published schema does not allow it.
     */
    patch: operations["batchUpdateConnectors"];
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/connectors/lookup": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Look up the connector of a phone number
     * @description Returns the connector that a phone number routes to. The number is in the body, so its `+` needs no escaping. Although the method is POST, the call changes nothing and can be repeated.
     */
    post: operations["lookUpConnector"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/connectors/{connectorId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a connector
     * @description Returns one connector. To find the connector of a phone number, use the lookup instead.
     */
    get: operations["getConnector"];
    put?: never;
    post?: never;
    /**
     * Delete a connector and its phone numbers
     * @description Deletes the connector and releases every phone number that routes to it. To keep the numbers, reassign them to another connector first. The response lists the released numbers.
     */
    delete: operations["deleteConnector"];
    options?: never;
    head?: never;
    /**
     * Update a connector
     * @description Changes the fields in the body; other fields stay the same. A new `voiceName` also changes the language of speech synthesis, but not `asrLangCode`. In practice, null clears a field, although the published schema does not allow it. `projectId` moves the connector to another agent; the key needs access to both agents.
     */
    patch: operations["updateConnector"];
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/phone-numbers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the phone numbers of an agent
     * @description Returns the phone numbers of the agent in all environments, or only those that route to one connector. There is no paging.
     */
    get: operations["listPhoneNumbers"];
    put?: never;
    /**
     * Import phone numbers
     * @description Imports phone numbers into one environment of the agent, by default `live`. Compare `imported` with the request: the response does not say why a number is missing.
     */
    post: operations["importPhoneNumbers"];
    /**
     * Release phone numbers
     * @description Releases several phone numbers. Each number can succeed or fail independently, and the status is 200 in both cases. `errors` lists the numbers that were not released, with the reason; it is absent if there are none. The request is a DELETE with a body, which some proxies remove.
     */
    delete: operations["deletePhoneNumbers"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/phone-numbers/batch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get several phone numbers
     * @description Returns several phone numbers. An unknown number is not an error: it is in `notFound`, and the status is 200. Although the method is POST, the call changes nothing and can be repeated.
     */
    post: operations["batchGetPhoneNumbers"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a phone number
     * @description Returns one phone number of the agent, with its environment and its connector, if it has one.
     */
    get: operations["getPhoneNumber"];
    put?: never;
    /**
     * Import a phone number
     * @description Imports one phone number into the agent, by default into `live`. The body is required, but can be an empty object.
     */
    post: operations["importPhoneNumber"];
    /**
     * Release a phone number
     * @description Releases one phone number: the agent no longer answers it. To release several numbers, use the bulk operation, which returns an error for each number that failed.
     */
    delete: operations["deletePhoneNumber"];
    options?: never;
    head?: never;
    /**
     * Route a phone number to another connector
     * @description Routes the phone number to another connector. Calls to the number then have the voice, language, variant and environment of that connector.
     */
    patch: operations["reassignPhoneNumber"];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description The latest deployment of each environment. */
    ActiveDeploymentsResponse: {
      /** @description The latest deployment by environment. In practice, the value is null for an environment without a deployment, although the published schema does not allow it. */
      activeDeployments: {
        [key: string]: components["schemas"]["DeploymentResponse"];
      };
    };
    /** @description The behavior rules of an agent on one branch. */
    AgentRulesResponse: {
      /** @description The whole text of the rules, the prompt that the agent follows in every call. */
      behavior: string;
    };
    /** @description A named attribute. Every variant of the branch has a value for it. */
    AttributeResponse: {
      /** @description Id of the attribute; it stays the same when the attribute is renamed. */
      id: string;
      /** @description Display name of the attribute. */
      name: string;
    };
    /** @description The connectors to read in one request. */
    BatchGetConnectorsBody: {
      /** @description Ids of the connectors, at least one. */
      connectorIds: string[];
    };
    /** @description The connectors that exist, and the unknown ids. Each requested id is in one of the two. */
    BatchGetConnectorsResponse: {
      /** @description The connectors that were found. */
      found: components["schemas"]["ConnectorResponse"][];
      /** @description The requested ids without a connector. Empty if all were found. */
      notFound: string[];
    };
    /** @description The phone numbers to read in one request. */
    BatchGetPhoneNumbersBody: {
      /** @description The phone numbers, at least one. */
      phoneNumbers: string[];
    };
    /** @description The numbers that were found, and the unknown numbers. Each requested number is in one of the two. */
    BatchGetPhoneNumbersResponse: {
      /** @description The numbers that were found, with their connectors. */
      found: components["schemas"]["PhoneNumberResponse"][];
      /** @description The requested numbers that the agent does not have. Empty if all were found. */
      notFound: string[];
    };
    /** @description The connector and its new values. Absent fields stay the same. */
    BatchUpdateConnectorItem: {
      /** @description Id of the connector to change. */
      connectorId: string;
      /** @description The variant for calls on this connector. */
      variantId?: string | undefined;
      /** @description Language of speech recognition, as a BCP 47 code such as `en-US`. */
      asrLangCode?: string | undefined;
      /** @description Google TTS voice, such as `en-US-Neural2-A`. Its prefix also sets the language of speech synthesis. */
      voiceName?: string | undefined;
      /** @description The agent (project) to move the connector to. The key needs access to both agents. */
      projectId?: string | undefined;
    };
    /** @description The changes to make, each to one connector. */
    BatchUpdateConnectorsBody: {
      /** @description The changes, at least one. */
      updates: components["schemas"]["BatchUpdateConnectorItem"][];
    };
    /** @description The result of each change. */
    BatchUpdateConnectorsResponse: {
      /** @description One result per connector. Check `success` of each: the status is 200 even if changes failed. */
      results: components["schemas"]["BatchUpdateResultItem"][];
    };
    /** @description The result of the change to one connector: `data` on success, `error` on failure. */
    BatchUpdateResultItem: {
      /** @description Id of the connector, as it was requested. */
      connectorId: string;
      /** @description Whether the change succeeded. */
      success: boolean;
      /** @description The connector after the change. Only on success. */
      data?: components["schemas"]["ConnectorResponse"] | undefined;
      /** @description The reason why the change failed. Only on failure. */
      error?: string | undefined;
    };
    /** @description One real-time config page: the variables of an agent in one environment, and their schema. */
    ConfigPageResponse: {
      /** @description Environment that the page belongs to: `sandbox`, `pre-release` or `live`. */
      clientEnv: string;
      /** @description The current values, by variable name. Absent if none have been set. */
      variables?: Record<string, unknown> | undefined;
      /** @description JSON Schema (draft 7) that describes the variables. Absent if none has been set. */
      schema?: Record<string, unknown> | undefined;
      /** @description When the page was last changed, as an ISO 8601 timestamp. */
      lastUpdated?: string | undefined;
    };
    /** @description A connector: it answers the calls of the phone numbers routed to it, in one environment, with one voice, language and variant. */
    ConnectorResponse: {
      /** @description Id of the connector. */
      connectorId: string;
      /** @description Display name of the connector. */
      name: string;
      /** @description Id of the account (workspace) that owns the connector. */
      accountId: string;
      /** @description Id of the agent (project) that the connector belongs to; the `agentId` of the paths. */
      projectId: string;
      /** @description Environment whose latest deployment answers the calls: `sandbox`, `pre-release` or `live`. */
      clientEnv: string;
      /** @description The variant for calls on this connector. An empty string if none is assigned. */
      variantId: string;
      /** @description Language of speech recognition, as a BCP 47 code such as `en-US`. */
      asrLangCode: string;
      /** @description Language of speech synthesis, as a BCP 47 code. It follows from the prefix of `voiceName` and cannot be set by itself. */
      ttsLangCode: string;
      /** @description Google TTS voice, such as `en-US-Neural2-A`. */
      voiceName: string;
      /** @description Whether handing calls off to a person is turned off for this connector. */
      disableHandoff: boolean;
    };
    /** @description The agent to create. Unknown properties are rejected. */
    CreateAgentBody: {
      /** @description Display name, 1 to 100 characters. */
      name: string;
      /** @description Id for the new agent, if you want to choose it: letters, digits and hyphens only. By default, the API creates one such as `PROJECT-58RP822I`. */
      agentId?: string | undefined;
      /** @description How the agent opens a call, and in which language. */
      responseSettings: {
        /** @description What the agent says first on every call. */
        greeting: string;
        /**
         * @description Language of the agent, as a BCP 47 code. Default: British English (`en-GB`).
         * @default en-GB
         */
        languageCode?: string | undefined;
      };
      /** @description How the agent sounds. */
      voiceSettings: {
        /** @description Id of the voice that the agent speaks with. */
        voiceId: string;
      };
      /** @description The language model of the agent. By default, the API chooses one. */
      llmSettings?:
        | {
            /** @description Id of the model. */
            modelId?: string | undefined;
          }
        | undefined;
      /** @description Settings of experimental features. Most agents need none. */
      experimentalConfig?:
        | {
            /** @description The sets of feature settings. */
            configs: {
              /** @description Id of the set. */
              id: string;
              /** @description Settings by feature name. The values can have any JSON type; the features are not documented. */
              features: {
                [key: string]: unknown;
              };
              /** @description When the set was created, as an ISO 8601 timestamp. */
              createdAt: string;
              /** @description Who created the set. */
              createdBy: string;
              /** @description When the set was last changed, as an ISO 8601 timestamp. */
              updatedAt: string;
              /** @description Who last changed the set. */
              updatedBy: string;
              /** @description Whether this set is active. */
              active: boolean;
            }[];
          }
        | undefined;
    };
    /** @description An agent after it was created or duplicated. */
    CreateAgentResponse: {
      /** @description Id of the account (workspace) that owns the agent. */
      accountId: string;
      /** @description Id of the agent, such as `PROJECT-58RP822I`, or the id that was requested. Telephony resources call it `projectId`. */
      agentId: string;
      /** @description Display name of the agent. */
      agentName: string;
      /** @description When the agent was created, as an ISO 8601 timestamp. */
      createdAt: string;
      /** @description When the agent was last changed, as an ISO 8601 timestamp. */
      updatedAt: string;
      /** @description The number of branches, including `main`. */
      branchCount: number;
    };
    /** @description The attribute to create. Unknown properties are rejected. */
    CreateAttributeBody: {
      /** @description Display name of the attribute, at least one character. */
      name: string;
    };
    /** @description The branch to create. Unknown properties are rejected. */
    CreateBranchBody: {
      /** @description Name of the branch, 1 to 100 characters. */
      branchName: string;
    };
    /** @description The topic to create. Unknown properties are rejected. */
    CreateKnowledgeBaseTopicBody: {
      /** @description Name of the topic. */
      name: string;
      /** @description The knowledge of the agent about the topic, as text. */
      content: string;
      /** @description What the agent does when a caller mentions the topic, as text. */
      actions?: string | undefined;
      /** @description Examples of what a caller says about this topic. */
      exampleQueries?:
        | {
            /** @description The sample utterances, at most 100. */
            queries: string[];
          }
        | undefined;
      /** @description Whether the agent may use the topic. */
      isActive?: boolean | undefined;
    };
    /** @description The variant to create. Unknown properties are rejected. */
    CreateVariantBody: {
      /** @description Display name of the variant. */
      name: string;
      /**
       * @description Values for the attributes of the branch. By default, the variant has none.
       * @default {
       *       "values": {}
       *     }
       */
      attributeValues?:
        | {
            /**
             * @description One string per attribute. The keys are not documented: get a variant to see them. The examples here use the id of the attribute.
             * @default {}
             */
            values?:
              | {
                  [key: string]: string;
                }
              | undefined;
          }
        | undefined;
      /** @description Whether the new variant becomes the default variant of the branch. */
      isDefault?: boolean | undefined;
    };
    /** @description The deleted connector, and the phone numbers that were released. */
    DeleteConnectorResponse: {
      /** @description Id of the deleted connector. */
      deletedConnector: string;
      /** @description The released numbers, which were routed to the connector. Empty if there were none. */
      deletedPhoneNumbers: string[];
    };
    /** @description A phone number that could not be released, and the reason. */
    DeletePhoneNumberErrorItem: {
      /** @description The number, as it was requested. */
      phoneNumber: string;
      /** @description The reason why it was not released. */
      error: string;
    };
    /** @description Confirms the release of one phone number. */
    DeletePhoneNumberResponse: {
      /** @description The released number in E.164 form, such as `+14155550123`. */
      deleted: string;
    };
    /** @description The phone numbers to release. */
    DeletePhoneNumbersBody: {
      /** @description The numbers, at least one. */
      phoneNumbers: string[];
    };
    /** @description The numbers that were released, and the errors. */
    DeletePhoneNumbersResponse: {
      /** @description The numbers that were released. Empty if none was. */
      deleted: string[];
      /** @description The numbers that could not be released, each with a reason. Absent if there are none. */
      errors?: components["schemas"]["DeletePhoneNumberErrorItem"][] | undefined;
    };
    /** @description A version of an agent, published to one environment. */
    DeploymentResponse: {
      /** @description Id of the deployment. A promotion or a rollback creates a deployment with a new id. */
      id: string;
      /** @description Id of the account (workspace) that owns the agent. */
      accountId: string;
      /** @description Id of the deployed agent. */
      agentId: string;
      /** @description The environment: `sandbox`, `pre-release` or `live`. */
      environment: string;
      /** @description Version of the built artifact that the deployment runs. Treat it as opaque. */
      artifactVersion: string;
      /** @description Hash of the deployed content. Two environments with the same hash run the same content. */
      version: string;
      /** @description Who created the deployment. */
      createdBy: string;
      /** @description When it was created, as an ISO 8601 timestamp. */
      createdAt: string;
      /** @description More data, such as the deployment message. The keys are not documented. */
      metadata?: Record<string, unknown> | undefined;
    };
    /** @description The name of the copy. Unknown properties are rejected. */
    DuplicateAgentBody: {
      /** @description Id for the copy, if you want to choose it: letters, digits and hyphens only. By default, the API creates one. */
      newAgentId?: string | undefined;
      /** @description Display name of the copy, 1 to 100 characters. */
      newAgentName: string;
    };
    /** @description The agents of the account, as an array. Empty if there are none. */
    GetAgentsResponse: {
      /** @description Id of the account (workspace) that owns the agent. */
      accountId: string;
      /** @description Id of the agent, such as `PROJECT-58RP822I`, or the id that was requested. Telephony resources call it `projectId`. */
      agentId: string;
      /** @description Display name of the agent. */
      agentName: string;
      /** @description When the agent was created, as an ISO 8601 timestamp. */
      createdAt: string;
      /** @description When the agent was last changed, as an ISO 8601 timestamp. */
      updatedAt: string;
      /** @description The number of branches, including `main`. */
      branchCount: number;
    }[];
    /** @description The attributes of a branch. */
    GetAttributesResponse: {
      /** @description The attributes. Empty if the branch has none. */
      attributes: {
        /** @description Id of the attribute; it stays the same when the attribute is renamed. */
        id: string;
        /** @description Display name of the attribute. */
        name: string;
      }[];
    };
    /** @description The real-time config page of one environment. */
    GetConfigPageResponse: {
      /** @description Environment that the page belongs to: `sandbox`, `pre-release` or `live`. */
      clientEnv: string;
      /** @description The current values, by variable name. Absent if none have been set. */
      variables?: Record<string, unknown> | undefined;
      /** @description JSON Schema (draft 7) that describes the variables. Absent if none has been set. */
      schema?: Record<string, unknown> | undefined;
      /** @description When the page was last changed, as an ISO 8601 timestamp. */
      lastUpdated?: string | undefined;
    };
    /** @description The real-time config pages of an agent. */
    GetConfigPagesResponse: {
      /** @description One page for each environment that has one. */
      configPages: components["schemas"]["ConfigPageResponse"][];
    };
    /** @description The connectors of an agent. */
    GetConnectorsResponse: {
      /** @description The connectors in all environments. Empty if the agent has none. */
      connectors: components["schemas"]["ConnectorResponse"][];
    };
    /** @description Deployments of an agent to one environment. */
    GetDeploymentsResponse: {
      /** @description The deployments, newest first. Empty if nothing has been deployed there. */
      deployments: components["schemas"]["DeploymentResponse"][];
    };
    /** @description Phone numbers of an agent. */
    GetPhoneNumbersResponse: {
      /** @description The numbers in all environments. Empty if there are none. */
      phoneNumbers: components["schemas"]["PhoneNumberResponse"][];
    };
    /** @description The variants of a branch. */
    GetVariantsResponse: {
      /** @description The variants. Empty if the branch has none. */
      variants: {
        /** @description Id of the variant; connectors refer to it as `variantId`. */
        id: string;
        /** @description Display name of the variant. */
        name: string;
        /** @description Whether this is the default variant of the branch. */
        isDefault: boolean;
        /** @description The values of this variant for the attributes of the branch. */
        attributeValues: {
          /** @description One string per attribute. The published reference does not say whether the key is the id or the name of the attribute; the examples here use the id. */
          values: {
            [key: string]: string;
          };
        };
      }[];
    };
    /** @description The environment for the number. Can be an empty object. */
    ImportPhoneNumberBody: {
      /**
       * @description Environment for the number: `sandbox`, `pre-release` or `live`. Default: `live`.
       * @default live
       */
      clientEnv?: string | undefined;
    };
    /** @description Confirms the import of one phone number. */
    ImportPhoneNumberResponse: {
      /** @description The imported number in E.164 form, such as `+14155550123`. */
      imported: string;
    };
    /** @description The phone numbers to import, and their environment. */
    ImportPhoneNumbersBody: {
      /** @description The numbers, at least one. */
      phoneNumbers: string[];
      /**
       * @description Environment for all of the numbers: `sandbox`, `pre-release` or `live`. Default: `live`.
       * @default live
       */
      clientEnv?: string | undefined;
    };
    /** @description The result of the import. */
    ImportPhoneNumbersResponse: {
      /** @description The imported numbers. */
      imported: string[];
    };
    /** @description The phone number to look up. */
    LookupConnectorBody: {
      /** @description The number in E.164 form, such as `+14155550123`. */
      phoneNumber: string;
    };
    /** @description Options of the merge. All fields are optional. Unknown properties are rejected. */
    MergeBranchBody: {
      /**
       * @description A note on the merge. Default: empty.
       * @default
       */
      deploymentMessage?: string | undefined;
      /** @description A resolution for each conflict between the two branches. */
      conflictResolutions?:
        | {
            /** @description The path to the conflict: the keys from the root of the document to it. */
            path: string[];
            /**
             * @description The side to use: `ours`, `theirs` or `base`. Required even if `value` is present.
             * @enum {string}
             */
            strategy: "ours" | "theirs" | "base";
            /** @description A value of any JSON type to use instead of either side. */
            value?: unknown | undefined;
          }[]
        | undefined;
    };
    /** @description The deployment that was created by publishing, promoting or rolling back. */
    MutationDeploymentResponse: {
      deployment: components["schemas"]["DeploymentResponse"];
      /** @description Ids of the test runs that the deployment started. Can be absent. */
      testRunIds?: string[] | undefined;
    };
    /** @description A phone number of an agent, and its connector. */
    PhoneNumberResponse: {
      /** @description The number in E.164 form, such as `+14155550123`. */
      number: string;
      /** @description Id of the agent (project) that has the number; the `agentId` of the paths. */
      projectId: string;
      /** @description Id of the account (workspace) that owns the number. */
      accountId: string;
      /** @description Environment that the number belongs to: `sandbox`, `pre-release` or `live`. */
      clientEnv: string;
      /** @description Connector that the number routes to. Absent if it routes to none. */
      connectorId?: string | undefined;
    };
    /** @description The environment to promote to. An empty object promotes to the next one. */
    PromoteDeploymentBody: {
      /**
       * @description A note on the deployment, shown in the list of deployments. Default: empty.
       * @default
       */
      deploymentMessage?: string | undefined;
      /** @description Environment to promote to, such as `live`. Default: the next one in the order `sandbox`, `pre-release`, `live`. */
      targetEnvironment?: string | undefined;
    };
    /** @description The environment to publish to. An empty object publishes to the sandbox. */
    PublishDeploymentBody: {
      /**
       * @description A note on the deployment, shown in the list of deployments. Default: empty.
       * @default
       */
      deploymentMessage?: string | undefined;
      /** @description Environment to publish to: `sandbox`, `pre-release` or `live`. Default: `sandbox`. */
      environment?: string | undefined;
    };
    /** @description The new connector of the number. */
    ReassignPhoneNumberBody: {
      /** @description Id of the new connector. */
      connectorId: string;
    };
    /** @description A note on the rollback. Can be an empty object. */
    RollbackDeploymentBody: {
      /**
       * @description A note on the deployment, shown in the list of deployments. Default: empty.
       * @default
       */
      deploymentMessage?: string | undefined;
    };
    /** @description The new behavior rules. Unknown properties are rejected. */
    UpdateAgentRulesBody: {
      /** @description The new text of all rules, at least one character. It replaces the current text. */
      behavior: string;
    };
    /** @description The new name of an attribute. Unknown properties are rejected. */
    UpdateAttributeBody: {
      /** @description New display name, at least one character. */
      name: string;
    };
    /** @description The new schema of a config page. */
    UpdateConfigSchemaBody: {
      /** @description JSON Schema (draft 7) for the variables of the page. It replaces the current one. */
      schema: Record<string, unknown>;
    };
    /** @description The variables to change on a config page. */
    UpdateConfigVariablesBody: {
      /** @description New values by variable name. Only the top level is merged: an object is replaced as a whole, and other variables stay the same. */
      variables: Record<string, unknown>;
    };
    /** @description The changes to a connector. Absent fields stay the same. */
    UpdateConnectorBody: {
      /** @description The variant for calls on this connector. */
      variantId?: string | undefined;
      /** @description Language of speech recognition, as a BCP 47 code such as `en-US`. */
      asrLangCode?: string | undefined;
      /** @description Google TTS voice, such as `en-US-Neural2-A`. Its prefix also sets the language of speech synthesis. */
      voiceName?: string | undefined;
      /** @description The agent (project) to move the connector to. The key needs access to both agents. */
      projectId?: string | undefined;
    };
    /** @description The changes to a topic. Absent fields stay the same. Unknown properties are rejected. */
    UpdateKnowledgeBaseTopicBody: {
      /** @description New name of the topic, at least one character. */
      name?: string | undefined;
      /** @description New text of the topic. Can be empty, unlike when the topic is created. */
      content?: string | undefined;
      /** @description What the agent does when a caller mentions the topic, as text. */
      actions?: string | undefined;
      /** @description Examples of what a caller says about this topic. */
      exampleQueries?:
        | {
            /** @description The sample utterances, at most 100. */
            queries: string[];
          }
        | undefined;
      /** @description Whether the agent may use the topic. */
      isActive?: boolean | undefined;
    };
    /** @description The changes to a variant. Absent fields stay the same. Unknown properties are rejected. */
    UpdateVariantBody: {
      /** @description New name. */
      name?: string | undefined;
      /** @description New values for the attributes. */
      attributeValues?:
        | {
            /**
             * @description One string per attribute. The keys are not documented: get a variant to see them. The examples here use the id of the attribute.
             * @default {}
             */
            values?:
              | {
                  [key: string]: string;
                }
              | undefined;
          }
        | undefined;
      /** @description Whether this becomes the default variant of the branch. */
      isDefault?: boolean | undefined;
    };
    /** @description One variant, such as a location or a brand, with its value for each attribute. */
    VariantResponse: {
      /** @description Id of the variant; connectors refer to it as `variantId`. */
      id: string;
      /** @description Display name of the variant. */
      name: string;
      /** @description Whether this is the default variant of the branch. */
      isDefault: boolean;
      /** @description The values of this variant for the attributes of the branch. */
      attributeValues: {
        /** @description One string per attribute. The published reference does not say whether the key is the id or the name of the attribute; the examples here use the id. */
        values: {
          [key: string]: string;
        };
      };
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAgents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The agents, or an empty array. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetAgentsResponse"];
        };
      };
    };
  };
  createAgent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The name, the greeting and the voice of the agent, and optional settings. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["CreateAgentBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The agent was created. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreateAgentResponse"];
        };
      };
    };
  };
  deleteAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The agent was deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listBranches: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The branches. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description Name of the branch. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["CreateBranchBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The branch was created. The body is not described. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to delete. `main` cannot be deleted.
         * @example BRANCH-5N1VH8YT
         */
        branchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The branch was deleted. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listAttributes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The attributes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetAttributesResponse"];
        };
      };
    };
  };
  createAttribute: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    /** @description Name of the attribute. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["CreateAttributeBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The attribute was created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AttributeResponse"];
        };
      };
    };
  };
  deleteAttribute: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the attribute, from the list of attributes.
         * @example ATTRIBUTE-1B6YQ9SN
         */
        attributeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The attribute was deleted. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateAttribute: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the attribute, from the list of attributes.
         * @example ATTRIBUTE-1B6YQ9SN
         */
        attributeId: string;
      };
      cookie?: never;
    };
    /** @description The new name. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["UpdateAttributeBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The attribute after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AttributeResponse"];
        };
      };
    };
  };
  getBehavior: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The behavior rules. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AgentRulesResponse"];
        };
      };
      /** @description The agent or the branch does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateBehavior: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    /** @description The new text of all rules. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["UpdateAgentRulesBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The behavior rules after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AgentRulesResponse"];
        };
      };
    };
  };
  listKnowledgeBaseTopics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The topics. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createKnowledgeBaseTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    /** @description The topic. Its name and content are required. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["CreateKnowledgeBaseTopicBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The topic was created. The body is not described. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getKnowledgeBaseTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the topic.
         * @example TOPIC-3C9LR6WE
         */
        topicId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The topic. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent, the branch or the topic does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteKnowledgeBaseTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the topic.
         * @example TOPIC-3C9LR6WE
         */
        topicId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The topic was deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateKnowledgeBaseTopic: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the topic.
         * @example TOPIC-3C9LR6WE
         */
        topicId: string;
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["UpdateKnowledgeBaseTopicBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The topic was changed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent, the branch or the topic does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  mergeBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to merge.
         * @example BRANCH-5N1VH8YT
         */
        branchId: string;
      };
      cookie?: never;
    };
    /** @description A note on the merge, and resolutions of conflicts. All fields are optional. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["MergeBranchBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The branch was merged. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listVariants: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The variants. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetVariantsResponse"];
        };
      };
    };
  };
  createVariant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
      };
      cookie?: never;
    };
    /** @description The variant. Its name is required. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["CreateVariantBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The variant was created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VariantResponse"];
        };
      };
    };
  };
  deleteVariant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the variant, from the list of variants.
         * @example VARIANT-8D4JZ1KP
         */
        variantId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The variant was deleted. The body is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateVariant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the branch to work on. `main` always exists.
         * @example main
         */
        branchId: string;
        /**
         * @description Id of the variant, from the list of variants.
         * @example VARIANT-8D4JZ1KP
         */
        variantId: string;
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["UpdateVariantBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The variant after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VariantResponse"];
        };
      };
    };
  };
  listDeployments: {
    parameters: {
      query: {
        /**
         * @description Environment to list.
         * @example live
         */
        environment: "sandbox" | "pre-release" | "live";
        /**
         * @description The maximum number of deployments to return, counted from the newest.
         * @example 10
         */
        limit?: number | undefined;
      };
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployments, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetDeploymentsResponse"];
        };
      };
      /** @description The environment is missing or unknown, or the limit is not an integer. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read deployments of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getActiveDeployments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest deployment by environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ActiveDeploymentsResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read deployments of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  publishDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The environment and a note. Can be an empty object. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PublishDeploymentBody"];
      };
    };
    responses: {
      /** @description The deployment was created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MutationDeploymentResponse"];
        };
      };
      /** @description The body fails validation: an environment is unknown, or a field is of the wrong type. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to publish this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  promoteDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the deployment to promote.
         * @example DEPLOYMENT-7K2QX9VB
         */
        deploymentId: string;
      };
      cookie?: never;
    };
    /** @description The environment and a note. Can be an empty object. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PromoteDeploymentBody"];
      };
    };
    responses: {
      /** @description The deployment was promoted. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MutationDeploymentResponse"];
        };
      };
      /** @description The body fails validation, or the target environment is unknown. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to promote deployments of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent or the deployment does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  rollBackDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the deployment to return to.
         * @example DEPLOYMENT-5R8BJ4OG
         */
        deploymentId: string;
      };
      cookie?: never;
    };
    /** @description A note on the rollback. Can be an empty object. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["RollbackDeploymentBody"];
      };
    };
    responses: {
      /** @description The earlier version is active again. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MutationDeploymentResponse"];
        };
      };
      /** @description The body fails validation. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to roll this agent back. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent or the deployment does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  duplicateAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The name of the copy, and optionally its id. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["DuplicateAgentBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The copy was created. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreateAgentResponse"];
        };
      };
    };
  };
  listConfigPages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The config pages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetConfigPagesResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the configs of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getConfigPage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Environment of the config page: `sandbox`, `pre-release` or `live`.
         * @example live
         */
        clientEnv: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The config page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetConfigPageResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the configs of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent does not exist, or has no page for the environment. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateConfigSchema: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Environment of the config page: `sandbox`, `pre-release` or `live`.
         * @example live
         */
        clientEnv: string;
      };
      cookie?: never;
    };
    /** @description The new JSON Schema. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateConfigSchemaBody"];
      };
    };
    responses: {
      /** @description The config page after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetConfigPageResponse"];
        };
      };
      /** @description The body fails validation: `schema` is missing, or is not a JSON Schema object. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to change the configs of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent or the environment does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateConfigVariables: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Environment of the config page: `sandbox`, `pre-release` or `live`.
         * @example live
         */
        clientEnv: string;
      };
      cookie?: never;
    };
    /** @description The variables to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateConfigVariablesBody"];
      };
    };
    responses: {
      /** @description The config page after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetConfigPageResponse"];
        };
      };
      /** @description The body fails validation: `variables` is missing, or a value does not fit the schema of the page. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to change the configs of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent does not exist, or has no page for the environment. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listConnectors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The connectors. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetConnectorsResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the connectors of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  batchGetConnectors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description Ids of the connectors to read. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["BatchGetConnectorsBody"];
      };
    };
    responses: {
      /** @description The connectors that were found, and the ids that were not. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BatchGetConnectorsResponse"];
        };
      };
      /** @description The body fails validation: `connectorIds` is missing or empty, or contains a value that is not a string. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the connectors of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  batchUpdateConnectors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The changes, each with the id of its connector. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["BatchUpdateConnectorsBody"];
      };
    };
    responses: {
      /** @description One result per connector. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BatchUpdateConnectorsResponse"];
        };
      };
      /** @description The body fails validation: `updates` is missing or empty, or an update has no connector id. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to change the connectors of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  lookUpConnector: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The phone number to look up. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LookupConnectorBody"];
      };
    };
    responses: {
      /** @description The connector of the number. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ConnectorResponse"];
        };
      };
      /** @description The body fails validation: `phoneNumber` is missing or is not a string. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the connectors of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getConnector: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the connector.
         * @example CONNECTOR-9F3T61KD
         */
        connectorId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The connector. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ConnectorResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the connectors of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent or the connector does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteConnector: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the connector to delete.
         * @example CONNECTOR-9F3T61KD
         */
        connectorId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The connector was deleted and its numbers were released. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeleteConnectorResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to delete connectors of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent or the connector does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateConnector: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description Id of the connector to change.
         * @example CONNECTOR-9F3T61KD
         */
        connectorId: string;
      };
      cookie?: never;
    };
    /** @description The fields to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateConnectorBody"];
      };
    };
    responses: {
      /** @description The connector after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ConnectorResponse"];
        };
      };
      /** @description The body fails validation: a field is of the wrong type or has a value that does not exist. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to change this connector, or no access to the new agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent or the connector does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listPhoneNumbers: {
    parameters: {
      query?:
        | {
            /**
             * @description Return only the numbers that route to this connector.
             * @example CONNECTOR-9F3T61KD
             */
            connectorId?: string | undefined;
          }
        | undefined;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The phone numbers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GetPhoneNumbersResponse"];
        };
      };
      /** @description The query fails validation. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the phone numbers of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  importPhoneNumbers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The numbers, and the environment for all of them. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ImportPhoneNumbersBody"];
      };
    };
    responses: {
      /** @description The numbers were imported. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImportPhoneNumbersResponse"];
        };
      };
      /** @description The body fails validation: `phoneNumbers` is missing or empty, or a value is not a phone number. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to import phone numbers into this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deletePhoneNumbers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The numbers to release. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["DeletePhoneNumbersBody"];
      };
    };
    responses: {
      /** @description The numbers that were released, and the errors. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeletePhoneNumbersResponse"];
        };
      };
      /** @description The body fails validation: `phoneNumbers` is missing or empty, or contains a value that is not a string. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to release phone numbers of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  batchGetPhoneNumbers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
      };
      cookie?: never;
    };
    /** @description The numbers to read. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["BatchGetPhoneNumbersBody"];
      };
    };
    responses: {
      /** @description The numbers that were found, and the unknown numbers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BatchGetPhoneNumbersResponse"];
        };
      };
      /** @description The body fails validation: `phoneNumbers` is missing or empty, or contains a value that is not a string. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the phone numbers of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getPhoneNumber: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description The phone number in E.164 form, with its leading `+`.
         * @example +442071838750
         */
        phoneNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The phone number. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PhoneNumberResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to read the phone numbers of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent does not exist, or does not have the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  importPhoneNumber: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description The phone number to import, in E.164 form with its leading `+`.
         * @example +442071838750
         */
        phoneNumber: string;
      };
      cookie?: never;
    };
    /** @description The environment for the number. Can be an empty object. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ImportPhoneNumberBody"];
      };
    };
    responses: {
      /** @description The number was imported. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImportPhoneNumberResponse"];
        };
      };
      /** @description The request fails validation: the path has no valid phone number, or the environment is unknown. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to import phone numbers into this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent does not exist, or the number cannot be found. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deletePhoneNumber: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description The phone number to release, in E.164 form with its leading `+`.
         * @example +442071838750
         */
        phoneNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The number was released. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeletePhoneNumberResponse"];
        };
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to release phone numbers of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent does not exist, or does not have the number. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  reassignPhoneNumber: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the agent (project), such as `PROJECT-58RP822I`.
         * @example PROJECT-58RP822I
         */
        agentId: string;
        /**
         * @description The phone number to reassign, in E.164 form with its leading `+`.
         * @example +442071838750
         */
        phoneNumber: string;
      };
      cookie?: never;
    };
    /** @description The new connector. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ReassignPhoneNumberBody"];
      };
    };
    responses: {
      /** @description The phone number after the change. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PhoneNumberResponse"];
        };
      };
      /** @description The body fails validation: `connectorId` is missing or is not a string. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No key was sent, or the key is not valid in this region. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The key has no permission to change the phone numbers of this agent. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The agent, the phone number or the connector does not exist. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
