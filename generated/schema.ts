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
     * @description Answers every agent that the key can see, as a bare array and not in an object. There is no paging and no filter. It makes a good first call to check a key and a region.
     */
    get: operations["listAgents"];
    put?: never;
    /**
     * Create an agent
     * @description Creates an agent with its `main` branch. Name, greeting and voice are enough; the rest has defaults. The answer is 200, not 201, and outlines the agent without repeating its settings. Nothing is deployed yet: publish the agent before it takes calls.
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
     * @description Deletes the agent together with its branches and all that is on them. There is no way back through this API. Success has no body.
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
     * @description Answers the branches of the agent, `main` among them. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    get: operations["listBranches"];
    put?: never;
    /**
     * Create a branch
     * @description Creates a branch on which to work without touching `main`. Version 1.0.3 of the API does not describe the body, so treat it as unknown. List the branches to be sure of the id of the new one.
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
     * @description Deletes a branch and everything on it that has not been merged. It answers 200, where deleting an agent or a topic answers 204. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
     * @description Answers the attributes for which each variant of the branch holds a value, such as opening hours or an address.
     */
    get: operations["listAttributes"];
    put?: never;
    /**
     * Create an attribute
     * @description Adds an attribute to the branch. It has no value in any variant until the variants are updated.
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
     * @description Removes an attribute from the branch, and with it the values that variants hold for it. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    delete: operations["deleteAttribute"];
    options?: never;
    head?: never;
    /**
     * Rename an attribute
     * @description Changes the name of an attribute. Its id stays the same, and so do the values that variants hold for it.
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
     * @description Answers the behavior rules of the agent on this branch as one text: the prompt that it follows in every call.
     */
    get: operations["getBehavior"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Replace the behavior rules of a branch
     * @description Replaces the behavior rules on this branch. Although the method is PATCH, the text is replaced as a whole: read it first if you mean to add to it. Callers hear the difference only once the branch is merged and deployed.
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
     * @description Answers the topics that the agent knows about on this branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
     * @description Answers one topic of the branch. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    get: operations["getKnowledgeBaseTopic"];
    put?: never;
    post?: never;
    /**
     * Delete a knowledge base topic
     * @description Removes a topic from the knowledge base of the branch. To keep it but stop the agent from using it, set `isActive` to false instead.
     */
    delete: operations["deleteKnowledgeBaseTopic"];
    options?: never;
    head?: never;
    /**
     * Update a knowledge base topic
     * @description Changes the fields that are sent and leaves the others. A list of sample utterances that is sent takes the place of the present one. Success has no body: read the topic again to see the result.
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
     * @description Brings the changes of a branch into `main`. Where both sides changed the same place, name a resolution for it; in practice a conflict without one is answered with 409, a status that is not documented. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
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
     * @description Answers the variants of the branch, each with its values for the attributes, and says which one is the default.
     */
    get: operations["listVariants"];
    put?: never;
    /**
     * Create a variant
     * @description Adds a variant to the branch. Only the name is required; values for the attributes can come now or later. Assign the variant to a connector for it to have an effect on calls.
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
     * @description Removes a variant from the branch. See first which connectors still name it as their `variantId`. Version 1.0.3 of the API does not describe the body, so treat it as unknown.
     */
    delete: operations["deleteVariant"];
    options?: never;
    head?: never;
    /**
     * Update a variant
     * @description Changes the fields that are sent and leaves the others. The reference does not say whether `attributeValues` is merged or replaced; send the values of all attributes to be safe.
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
     * @description Answers the deployments of the agent to one environment, newest first, so that the first one is the one in force. The environment has to be named; there is no list over all of them.
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
     * @description Answers what is in force where, by environment. Compare the `version` of two environments to see whether they run the same thing. In practice an environment without a deployment is answered with null, although the published schema does not say so: check before you read from an entry.
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
     * @description Makes a deployment of the current draft, in the sandbox unless another environment is named. Each call makes a new deployment, so look at the list before you repeat one whose answer you missed.
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
     * @description Deploys what a deployment contains to the next environment, or to the one that is named. The result is a deployment of its own, with a new id and the same `version`. Promoting to `live` changes what callers hear.
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
     * @description Puts an earlier deployment back in force in its environment. Name the deployment to return to, not the one to get rid of. The result is a new deployment with the `version` of the earlier one.
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
     * @description Makes a new agent with the content of this one. The copy needs a name, and may be given an id. The answer is 200, not 201, and outlines the copy. A phone number belongs to one agent, so give the copy numbers of its own.
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
     * @description Answers the config pages of the agent, one for each environment that has one, with their schemas and current variables.
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
     * @description Answers the schema and the current variables of one environment. Only `clientEnv` is sure to be there, so expect a page without a schema or without variables.
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
     * @description Sets the JSON Schema (draft 7) of the page, and creates the page if there is none. The schema is replaced as a whole. See that the variables already on the page still fit it.
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
     * @description Changes variables without a deployment: on `live`, calls notice at once. The merge is shallow: a variable that is not named stays, and one that is an object is replaced as a whole, so send all of its fields.
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
     * @description Answers the connectors of the agent over all environments, without paging. Which numbers route to a connector is told by the list of phone numbers.
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
     * @description Reads several connectors in one request. An unknown id is not an error: it comes back in `notFound`, with status 200. Although the method is POST, the call changes nothing and may be repeated.
     */
    post: operations["batchGetConnectors"];
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Update several connectors
     * @description Changes several connectors in one request, each for itself: some can succeed while others fail, and the status is 200 all the same. Look at `success` of each result. In practice null clears a field, although the published schema does not say so.
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
     * @description Answers the connector that a phone number routes to. The number travels in the body, so its leading `+` needs no escaping. Although the method is POST, the call changes nothing and may be repeated.
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
     * @description Answers one connector. To go from a phone number to its connector in one step, look the connector up instead.
     */
    get: operations["getConnector"];
    put?: never;
    post?: never;
    /**
     * Delete a connector and its phone numbers
     * @description Deletes the connector and releases every phone number that routes to it. To keep the numbers, reassign them to another connector first. The answer names what went.
     */
    delete: operations["deleteConnector"];
    options?: never;
    head?: never;
    /**
     * Update a connector
     * @description Changes the fields that are sent and leaves the others. A new `voiceName` changes the language of speech synthesis too, but not `asrLangCode`. In practice null clears a field, although the published schema does not say so. `projectId` moves the connector to another agent, to which the key must have access as well.
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
     * @description Answers the phone numbers of the agent over all environments, or only those that route to one connector. There is no paging.
     */
    get: operations["listPhoneNumbers"];
    put?: never;
    /**
     * Import phone numbers
     * @description Brings phone numbers into the agent, all of them into one environment: `live` unless another is named. Compare `imported` with what was sent, for the answer has no place for the reason a number is missing.
     */
    post: operations["importPhoneNumbers"];
    /**
     * Release phone numbers
     * @description Releases several phone numbers, each for itself: some can go while others stay, and the status is 200 all the same. `errors` names those that stayed and why; it is left out when there are none. The request is a DELETE with a body, which some proxies drop.
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
     * @description Reads several phone numbers in one request. A number that the agent does not have is not an error: it comes back in `notFound`, with status 200. Although the method is POST, the call changes nothing and may be repeated.
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
     * @description Answers one phone number of the agent: its environment, and the connector that it routes to if there is one.
     */
    get: operations["getPhoneNumber"];
    put?: never;
    /**
     * Import a phone number
     * @description Brings one phone number into the agent. It goes to `live` unless another environment is named. A body is required even when there is nothing to say: send an empty object.
     */
    post: operations["importPhoneNumber"];
    /**
     * Release a phone number
     * @description Releases one phone number: the agent no longer answers it. For several numbers, release them in one request and read which ones failed.
     */
    delete: operations["deletePhoneNumber"];
    options?: never;
    head?: never;
    /**
     * Route a phone number to another connector
     * @description Makes another connector answer the number. Calls to it get the voice, language, variant and environment of that connector from then on.
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
      /** @description Maps the name of an environment to its latest deployment. In practice the value is null for an environment to which nothing has been deployed, although the published schema does not allow for it. */
      activeDeployments: {
        [key: string]: components["schemas"]["DeploymentResponse"];
      };
    };
    /** @description The behavior rules of an agent on one branch. */
    AgentRulesResponse: {
      /** @description The whole text of the rules, the prompt that the agent follows in every call. */
      behavior: string;
    };
    /** @description A named slot for which every variant of the branch holds a value. */
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
    /** @description The connectors that exist, and the ids that led nowhere. Each requested id is in one of the two. */
    BatchGetConnectorsResponse: {
      /** @description The connectors that were found. */
      found: components["schemas"]["ConnectorResponse"][];
      /** @description The requested ids for which the agent has no connector. Empty when all were found. */
      notFound: string[];
    };
    /** @description The phone numbers to read in one request. */
    BatchGetPhoneNumbersBody: {
      /** @description The numbers to look for, at least one. */
      phoneNumbers: string[];
    };
    /** @description The numbers that the agent has, and those that it does not. Each requested number is in one of the two. */
    BatchGetPhoneNumbersResponse: {
      /** @description The numbers that were found, with where they belong. */
      found: components["schemas"]["PhoneNumberResponse"][];
      /** @description The requested numbers that the agent does not have. Empty when all were found. */
      notFound: string[];
    };
    /** @description Which connector to change, and what to change on it. Fields left out keep their value. */
    BatchUpdateConnectorItem: {
      /** @description Id of the connector to change. */
      connectorId: string;
      /** @description Variant that calls on this connector are to use. */
      variantId?: string | undefined;
      /** @description Language of speech recognition, as a BCP 47 code such as `en-US`. */
      asrLangCode?: string | undefined;
      /** @description Google TTS voice, such as `en-US-Neural2-A`. Its prefix sets the language of speech synthesis as well. */
      voiceName?: string | undefined;
      /** @description Agent (project) to move the connector to. The key must have access to both the present agent and the new one. */
      projectId?: string | undefined;
    };
    /** @description The changes to make, each to one connector. */
    BatchUpdateConnectorsBody: {
      /** @description The changes, at least one. */
      updates: components["schemas"]["BatchUpdateConnectorItem"][];
    };
    /** @description What became of each change. */
    BatchUpdateConnectorsResponse: {
      /** @description One result per connector. Look at `success` of each: the status of the response does not tell. */
      results: components["schemas"]["BatchUpdateResultItem"][];
    };
    /** @description What became of the change to one connector: `data` on success, `error` on failure. */
    BatchUpdateResultItem: {
      /** @description Id of the connector, as it was requested. */
      connectorId: string;
      /** @description Whether the change was made. */
      success: boolean;
      /** @description The connector after the change. Only on success. */
      data?: components["schemas"]["ConnectorResponse"] | undefined;
      /** @description Why the change was not made, for a person to read. Only on failure. */
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
      /** @description Variant that calls on this connector use. The empty string when none is assigned. */
      variantId: string;
      /** @description Language of speech recognition, as a BCP 47 code such as `en-US`. */
      asrLangCode: string;
      /** @description Language of speech synthesis, as a BCP 47 code. It follows from the prefix of `voiceName` and cannot be set by itself. */
      ttsLangCode: string;
      /** @description Google TTS voice, such as `en-US-Neural2-A`. */
      voiceName: string;
      /** @description Whether calls on this connector are kept from being handed off to a person. */
      disableHandoff: boolean;
    };
    /** @description The agent to create. Unknown properties are refused. */
    CreateAgentBody: {
      /** @description Display name, 1 to 100 characters. */
      name: string;
      /** @description Id for the new agent, if you want to choose it: letters, digits and hyphens only. Left out, the API makes one such as `PROJECT-58RP822I`. */
      agentId?: string | undefined;
      /** @description How the agent opens a call, and in which language. */
      responseSettings: {
        /** @description What the agent says first on every call. */
        greeting: string;
        /**
         * @description Language of the agent, as a BCP 47 code. British English (`en-GB`) unless given.
         * @default en-GB
         */
        languageCode?: string | undefined;
      };
      /** @description How the agent sounds. */
      voiceSettings: {
        /** @description Id of the voice that the agent speaks with. */
        voiceId: string;
      };
      /** @description Which language model drives the agent. Left out, the API uses its default. */
      llmSettings?:
        | {
            /** @description Id of the model. */
            modelId?: string | undefined;
          }
        | undefined;
      /** @description Settings of features that are still on trial. Most agents need none. */
      experimentalConfig?:
        | {
            /** @description The sets of feature settings. */
            configs: {
              /** @description Id of the set. */
              id: string;
              /** @description Settings by feature name. The values may be of any JSON type; the API does not document which features there are. */
              features: {
                [key: string]: unknown;
              };
              /** @description When the set was made, as an ISO 8601 timestamp. */
              createdAt: string;
              /** @description Who made the set. */
              createdBy: string;
              /** @description When the set was last changed, as an ISO 8601 timestamp. */
              updatedAt: string;
              /** @description Who last changed the set. */
              updatedBy: string;
              /** @description Whether this set is in force. */
              active: boolean;
            }[];
          }
        | undefined;
    };
    /** @description An agent as it is after being created or duplicated. */
    CreateAgentResponse: {
      /** @description Id of the account (workspace) that owns the agent. */
      accountId: string;
      /** @description Id of the agent, such as `PROJECT-58RP822I`, or the one its creator chose. Telephony resources call it `projectId`. */
      agentId: string;
      /** @description Display name of the agent. */
      agentName: string;
      /** @description When the agent was created, as an ISO 8601 timestamp. */
      createdAt: string;
      /** @description When the agent was last changed, as an ISO 8601 timestamp. */
      updatedAt: string;
      /** @description How many branches the agent has, `main` included. */
      branchCount: number;
    };
    /** @description The attribute to create. Unknown properties are refused. */
    CreateAttributeBody: {
      /** @description Display name of the attribute, at least one character. */
      name: string;
    };
    /** @description The branch to create. Unknown properties are refused. */
    CreateBranchBody: {
      /** @description Name of the branch, 1 to 100 characters. */
      branchName: string;
    };
    /** @description The topic to create. Unknown properties are refused. */
    CreateKnowledgeBaseTopicBody: {
      /** @description Name of the topic, as the team sees it. */
      name: string;
      /** @description What the agent knows about the topic, as text. */
      content: string;
      /** @description What the agent is to do when the topic comes up, as text. */
      actions?: string | undefined;
      /** @description Things a caller might say that should lead to this topic. */
      exampleQueries?:
        | {
            /** @description The sample utterances, 100 at most. */
            queries: string[];
          }
        | undefined;
      /** @description Whether the agent may use the topic. */
      isActive?: boolean | undefined;
    };
    /** @description The variant to create. Unknown properties are refused. */
    CreateVariantBody: {
      /** @description Display name of the variant. */
      name: string;
      /**
       * @description Values for the attributes of the branch. Left out, the variant starts with none.
       * @default {
       *       "values": {}
       *     }
       */
      attributeValues?:
        | {
            /**
             * @description One string per attribute. Read a variant back to see how its attributes are keyed; the examples here use the id of the attribute.
             * @default {}
             */
            values?:
              | {
                  [key: string]: string;
                }
              | undefined;
          }
        | undefined;
      /** @description Whether the new variant is to be the default one of the branch. */
      isDefault?: boolean | undefined;
    };
    /** @description The connector that was deleted, and the phone numbers that went with it. */
    DeleteConnectorResponse: {
      /** @description Id of the deleted connector. */
      deletedConnector: string;
      /** @description The numbers that were routed to it and have been released. Empty if there were none. */
      deletedPhoneNumbers: string[];
    };
    /** @description A phone number that could not be released, and why. */
    DeletePhoneNumberErrorItem: {
      /** @description The number, as it was requested. */
      phoneNumber: string;
      /** @description Why it was not released, for a person to read. */
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
    /** @description Which numbers were released and which were not. */
    DeletePhoneNumbersResponse: {
      /** @description The numbers that were released. Empty if none was. */
      deleted: string[];
      /** @description The numbers that could not be released, each with a reason. Left out when there are none. */
      errors?: components["schemas"]["DeletePhoneNumberErrorItem"][] | undefined;
    };
    /** @description A version of an agent, published to one environment. */
    DeploymentResponse: {
      /** @description Id of the deployment. Promoting and rolling back make deployments with ids of their own. */
      id: string;
      /** @description Id of the account (workspace) that owns the agent. */
      accountId: string;
      /** @description Id of the deployed agent. */
      agentId: string;
      /** @description Where it was deployed: `sandbox`, `pre-release` or `live`. */
      environment: string;
      /** @description Version of the built artifact that the deployment runs. Treat it as opaque. */
      artifactVersion: string;
      /** @description Hash of what was deployed. It is the same in every environment, so comparing it shows whether two environments run the same thing. */
      version: string;
      /** @description Who made the deployment. */
      createdBy: string;
      /** @description When it was made, as an ISO 8601 timestamp. */
      createdAt: string;
      /** @description Further facts, such as the deployment message. The set of keys is not documented. */
      metadata?: Record<string, unknown> | undefined;
    };
    /** @description What to call the copy. Unknown properties are refused. */
    DuplicateAgentBody: {
      /** @description Id for the copy, if you want to choose it: letters, digits and hyphens only. Left out, the API makes one. */
      newAgentId?: string | undefined;
      /** @description Display name of the copy, 1 to 100 characters. */
      newAgentName: string;
    };
    /** @description The agents of the account, as a bare array. Empty if there are none. */
    GetAgentsResponse: {
      /** @description Id of the account (workspace) that owns the agent. */
      accountId: string;
      /** @description Id of the agent, such as `PROJECT-58RP822I`, or the one its creator chose. Telephony resources call it `projectId`. */
      agentId: string;
      /** @description Display name of the agent. */
      agentName: string;
      /** @description When the agent was created, as an ISO 8601 timestamp. */
      createdAt: string;
      /** @description When the agent was last changed, as an ISO 8601 timestamp. */
      updatedAt: string;
      /** @description How many branches the agent has, `main` included. */
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
      /** @description The connectors, over all environments. Empty if the agent has none. */
      connectors: components["schemas"]["ConnectorResponse"][];
    };
    /** @description Deployments of an agent to one environment. */
    GetDeploymentsResponse: {
      /** @description The deployments, newest first. Empty if nothing has been deployed there. */
      deployments: components["schemas"]["DeploymentResponse"][];
    };
    /** @description Phone numbers of an agent. */
    GetPhoneNumbersResponse: {
      /** @description The numbers, over all environments. Empty if there are none. */
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
        /** @description What the attributes of the branch mean for this variant. */
        attributeValues: {
          /** @description One string per attribute. The published reference does not say whether the key is the id or the name of the attribute; the examples here use the id. */
          values: {
            [key: string]: string;
          };
        };
      }[];
    };
    /** @description Where to import the number to. An empty object will do. */
    ImportPhoneNumberBody: {
      /**
       * @description Environment for the number: `sandbox`, `pre-release` or `live`. It is `live` unless given.
       * @default live
       */
      clientEnv?: string | undefined;
    };
    /** @description Confirms the import of one phone number. */
    ImportPhoneNumberResponse: {
      /** @description The imported number in E.164 form, such as `+14155550123`. */
      imported: string;
    };
    /** @description The phone numbers to import, and where to. */
    ImportPhoneNumbersBody: {
      /** @description The numbers, at least one. */
      phoneNumbers: string[];
      /**
       * @description Environment for all of the numbers: `sandbox`, `pre-release` or `live`. It is `live` unless given.
       * @default live
       */
      clientEnv?: string | undefined;
    };
    /** @description Which numbers were imported. */
    ImportPhoneNumbersResponse: {
      /** @description The imported numbers. */
      imported: string[];
    };
    /** @description The phone number whose connector is wanted. */
    LookupConnectorBody: {
      /** @description The number in E.164 form, such as `+14155550123`. */
      phoneNumber: string;
    };
    /** @description How to merge. Every field is optional, and unknown properties are refused. */
    MergeBranchBody: {
      /**
       * @description Note that describes the merge. Empty unless given.
       * @default
       */
      deploymentMessage?: string | undefined;
      /** @description One decision for each place where the two branches disagree. */
      conflictResolutions?:
        | {
            /** @description Where the conflict is: the keys that lead to it from the root of the document, outermost first. */
            path: string[];
            /**
             * @description Which side wins: `ours`, `theirs`, or `base`. It is required even when `value` is sent.
             * @enum {string}
             */
            strategy: "ours" | "theirs" | "base";
            /** @description A value of any JSON type to put there, for when no side is right as it stands. */
            value?: unknown | undefined;
          }[]
        | undefined;
    };
    /** @description The deployment that a publish, promotion or rollback has made. */
    MutationDeploymentResponse: {
      deployment: components["schemas"]["DeploymentResponse"];
      /** @description Ids of the test runs that the deployment set off. May be absent. */
      testRunIds?: string[] | undefined;
    };
    /** @description A phone number of an agent, and the connector that answers it. */
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
    /** @description Where to promote to. An empty object promotes to the next environment. */
    PromoteDeploymentBody: {
      /**
       * @description Note kept with the new deployment, for whoever reads the list of deployments later. Empty unless given.
       * @default
       */
      deploymentMessage?: string | undefined;
      /** @description Environment to promote to, such as `live`. Left out, it is the one after the environment of the deployment: `sandbox`, then `pre-release`, then `live`. */
      targetEnvironment?: string | undefined;
    };
    /** @description Where to publish to. An empty object publishes to the sandbox. */
    PublishDeploymentBody: {
      /**
       * @description Note kept with the deployment, for whoever reads the list of deployments later. Empty unless given.
       * @default
       */
      deploymentMessage?: string | undefined;
      /** @description Environment to publish to: `sandbox`, `pre-release` or `live`. It is `sandbox` unless given. */
      environment?: string | undefined;
    };
    /** @description Where the number is to route to. */
    ReassignPhoneNumberBody: {
      /** @description Id of the connector that is to answer the number from now on. */
      connectorId: string;
    };
    /** @description A note on the rollback. An empty object will do. */
    RollbackDeploymentBody: {
      /**
       * @description Note kept with the new deployment, for whoever reads the list of deployments later. Empty unless given.
       * @default
       */
      deploymentMessage?: string | undefined;
    };
    /** @description The new behavior rules. Unknown properties are refused. */
    UpdateAgentRulesBody: {
      /** @description The whole new text of the rules, at least one character. It replaces the present text, so send everything that is to stay. */
      behavior: string;
    };
    /** @description The new name of an attribute. Unknown properties are refused. */
    UpdateAttributeBody: {
      /** @description New display name, at least one character. */
      name: string;
    };
    /** @description The new schema of a config page. */
    UpdateConfigSchemaBody: {
      /** @description JSON Schema (draft 7) for the variables of the page. It replaces the present one. */
      schema: Record<string, unknown>;
    };
    /** @description The variables to change on a config page. */
    UpdateConfigVariablesBody: {
      /** @description New values by variable name. They are merged at the top level only: a variable that is an object is replaced as a whole, and one that is not named stays. */
      variables: Record<string, unknown>;
    };
    /** @description What to change on a connector. Fields left out keep their value. */
    UpdateConnectorBody: {
      /** @description Variant that calls on this connector are to use. */
      variantId?: string | undefined;
      /** @description Language of speech recognition, as a BCP 47 code such as `en-US`. */
      asrLangCode?: string | undefined;
      /** @description Google TTS voice, such as `en-US-Neural2-A`. Its prefix sets the language of speech synthesis as well. */
      voiceName?: string | undefined;
      /** @description Agent (project) to move the connector to. The key must have access to both the present agent and the new one. */
      projectId?: string | undefined;
    };
    /** @description What to change on a topic. Fields left out keep their value, and unknown properties are refused. */
    UpdateKnowledgeBaseTopicBody: {
      /** @description New name of the topic; it may not be empty. */
      name?: string | undefined;
      /** @description New text of the topic. Unlike on creation, the empty string passes validation here. */
      content?: string | undefined;
      /** @description What the agent is to do when the topic comes up, as text. */
      actions?: string | undefined;
      /** @description Things a caller might say that should lead to this topic. */
      exampleQueries?:
        | {
            /** @description The sample utterances, 100 at most. */
            queries: string[];
          }
        | undefined;
      /** @description Whether the agent may use the topic. */
      isActive?: boolean | undefined;
    };
    /** @description What to change on a variant. Fields left out keep their value, and unknown properties are refused. */
    UpdateVariantBody: {
      /** @description New name; leave it out to keep the present one. */
      name?: string | undefined;
      /** @description New values for the attributes; leave it out to keep the present ones. */
      attributeValues?:
        | {
            /**
             * @description One string per attribute. Read a variant back to see how its attributes are keyed; the examples here use the id of the attribute.
             * @default {}
             */
            values?:
              | {
                  [key: string]: string;
                }
              | undefined;
          }
        | undefined;
      /** @description Whether this is to be the default variant of the branch. */
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
      /** @description What the attributes of the branch mean for this variant. */
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
    /** @description Name, greeting and voice of the agent, and whatever else is not to be left to the defaults. */
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
      /** @description The branches, in a body that is not described. */
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
         * @description Id of the branch to delete; not `main`, which always exists.
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
         * @description Id of the attribute, as the list of attributes gives it.
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
         * @description Id of the attribute, as the list of attributes gives it.
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
      /** @description There is no such agent or no such branch. */
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
    /** @description The whole new text of the rules. */
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
      /** @description The topics, in a body that is not described. */
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
    /** @description The topic: its name and content at least. */
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
      /** @description The topic, in a body that is not described. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no such agent, branch or topic. */
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
      /** @description There is no such agent, branch or topic. */
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
    /** @description A note on the merge, and how to settle conflicts. Nothing in it is required. */
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
    /** @description The variant: its name at least. */
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
         * @description Id of the variant, as the list of variants gives it.
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
         * @description Id of the variant, as the list of variants gives it.
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
         * @description How many deployments to answer at most, counted from the newest.
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
    /** @description Where to publish to, and a note. An empty object will do. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PublishDeploymentBody"];
      };
    };
    responses: {
      /** @description The deployment was made. */
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
    /** @description Where to promote to, and a note. An empty object will do. */
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
      /** @description There is no such agent or no such deployment. */
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
    /** @description A note on the rollback. An empty object will do. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["RollbackDeploymentBody"];
      };
    };
    responses: {
      /** @description The earlier version is in force again. */
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
      /** @description There is no such agent or no such deployment. */
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
    /** @description Name of the copy, and its id if you want to choose it. */
    requestBody?:
      | {
          content: {
            "application/json": components["schemas"]["DuplicateAgentBody"];
          };
        }
      | undefined;
    responses: {
      /** @description The copy was made. */
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
      /** @description There is no such agent, or it has no page for the environment. */
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
      /** @description There is no such agent or environment. */
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
      /** @description There is no such agent, or it has no page for the environment. */
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
      /** @description The body fails validation: `connectorIds` is missing or empty, or holds something other than strings. */
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
      /** @description The body fails validation: `updates` is missing or empty, or an update names no connector. */
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
      /** @description There is no such agent or no such connector. */
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
      /** @description There is no such agent or no such connector. */
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
      /** @description The key has no permission to change this connector, or no access to the agent it is to move to. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no such agent or no such connector. */
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
             * @description Answer only the numbers that route to this connector.
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
      /** @description The body fails validation: `phoneNumbers` is missing or empty, or something in it is not a phone number. */
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
      /** @description What was released and what was not. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeletePhoneNumbersResponse"];
        };
      };
      /** @description The body fails validation: `phoneNumbers` is missing or empty, or holds something other than strings. */
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
      /** @description The numbers that were found, and those that were not. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BatchGetPhoneNumbersResponse"];
        };
      };
      /** @description The body fails validation: `phoneNumbers` is missing or empty, or holds something other than strings. */
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
      /** @description There is no such agent, or it does not have the number. */
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
    /** @description The environment for the number. An empty object will do. */
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
      /** @description The request fails validation: this is not a phone number, or the environment is unknown. */
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
      /** @description There is no such agent, or the number cannot be found. */
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
      /** @description There is no such agent, or it does not have the number. */
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
    /** @description The connector that is to answer. */
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
      /** @description There is no such agent, phone number or connector. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
