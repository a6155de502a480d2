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

/** Operations whose success has no body, or one that the document does not describe. */
export const UNDESCRIBED: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "DELETE /v1/agents/{agentId}",
  "GET /v1/agents/{agentId}/branches",
  "POST /v1/agents/{agentId}/branches",
  "DELETE /v1/agents/{agentId}/branches/{branchId}",
  "DELETE /v1/agents/{agentId}/branches/{branchId}/attributes/{attributeId}",
  "GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics",
  "POST /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics",
  "GET /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
  "DELETE /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
  "PATCH /v1/agents/{agentId}/branches/{branchId}/knowledge-base/topics/{topicId}",
  "POST /v1/agents/{agentId}/branches/{branchId}/merge",
  "DELETE /v1/agents/{agentId}/branches/{branchId}/variants/{variantId}",
]);

/** POST and PATCH operations that only read, so that repeating one is safe (RFC 9110, 9.2.1): `x-safe`. */
export const SAFE: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "POST /v1/agents/{agentId}/telephony/connectors/batch",
  "POST /v1/agents/{agentId}/telephony/connectors/lookup",
  "POST /v1/agents/{agentId}/telephony/phone-numbers/batch",
]);
