export type { Middleware } from "openapi-fetch";
export { API_VERSION, type Region } from "../generated/constants.js";
export type { components, operations, paths } from "../generated/schema.js";
// A type for each schema of the document, by its name. The names above and below come first: the generator skips
// theirs.
export type * from "../generated/schemas.js";
export type { AttemptEvent } from "./attempt-event.js";
export {
  type AgentsClient,
  type AgentsClientOptions as ClientOptions,
  createAgentsClient,
  isApiError,
} from "./client.js";
export type { Client } from "./client-type.js";
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
export type { FetchOptions } from "./fetch-options.js";
export type { Logger, LogLevel } from "./log.js";
export type { ApiKeyFunction, CallOptions } from "./options.js";
export type { Fetch, FetchInit, FetchResponse } from "./transport/any-fetch.js";
export type { CallArguments, CallData, CallInit, CallResult, PathsWith } from "./types.js";
