// Generated from openapi/agents.yaml by `npm run generate`. Do not edit: change the document.

/** The version of the API that the types describe: `info.version` of the document. */
export const API_VERSION = "1.0.3";

/** The server of each region. A workspace lives in one region, and its key works there alone. */
export const SERVERS = {
  us: "https://api.us.poly.ai",
  uk: "https://api.uk.poly.ai",
  eu: "https://api.eu.poly.ai",
} as const;

/** A region of the API. */
export type Region = keyof typeof SERVERS;

/** The header that carries the key, from the document's security scheme. */
export const API_KEY_HEADER = "x-api-key";

/** The traits of operations, by path template and method. Operations without traits are left out. */
export const TRAITS = {
  "/v1/agents/{agentId}": { DELETE: { mayBeEmpty: true } },
  "/v1/agents/{agentId}/branches": { GET: { mayBeEmpty: true }, POST: { mayBeEmpty: true } },
  "/v1/agents/{agentId}/branches/{branchId}": { DELETE: { mayBeEmpty: true } },
  "/v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}": { DELETE: { mayBeEmpty: true } },
  "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics": {
    GET: { mayBeEmpty: true },
    POST: { mayBeEmpty: true },
  },
  "/v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}": {
    GET: { mayBeEmpty: true },
    DELETE: { mayBeEmpty: true },
    PATCH: { mayBeEmpty: true },
  },
  "/v1/agents/{agentId}/branches/{branchId}/merge": { POST: { mayBeEmpty: true } },
  "/v1/agents/{agentId}/branches/{branchId}/variants/{variantId}": { DELETE: { mayBeEmpty: true } },
  "/v1/agents/{agentId}/telephony/connectors/batch": { POST: { safe: true } },
  "/v1/agents/{agentId}/telephony/connectors/lookup": { POST: { safe: true } },
  "/v1/agents/{agentId}/telephony/phone-numbers": { DELETE: { deleteBody: true } },
  "/v1/agents/{agentId}/telephony/phone-numbers/batch": { POST: { safe: true } },
} as const;
