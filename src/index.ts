export type { Middleware } from "openapi-fetch";
export { API_VERSION, type Region } from "../generated/constants.js";
export type { components, operations, paths } from "../generated/schema.js";
export { type AgentsClient, type AgentsClientOptions as ClientOptions, createAgentsClient } from "./client.js";
export {
  AgentsError,
  type AnyAgentsError,
  ApiError,
  type CallSummary,
  ConnectionError,
  isAgentsError,
  RedirectError,
  ResponseFormatError,
  TimeoutError,
  UsageError,
} from "./errors.js";
export type { FetchClient } from "./fetch-client.js";
export type { ApiKeyFunction } from "./key.js";
export type { CallOptions } from "./options.js";
export type { Fetch, FetchInit, FetchResponse } from "./transport/any-fetch.js";
export type { AttemptEvent } from "./transport/retry.js";
export type { CallData, CallInit, CallResult, Client } from "./types.js";
