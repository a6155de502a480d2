import { API_KEY_HEADER, SERVERS } from "../../generated/constants.js";
import { OPERATIONS } from "../../generated/operations.js";
import { createAgentsClient } from "../index.js";
import { DOCUMENT_URL } from "./document.js";

/** The API of this package's own OpenAPI document. */
export const AGENTS_API = {
  document: DOCUMENT_URL,
  operations: OPERATIONS,
  servers: SERVERS,
  apiKeyHeader: API_KEY_HEADER,
  start: "agentId",
  createClient: createAgentsClient,
};
