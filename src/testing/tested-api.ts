import type { Api } from "../api.js";
import type { ClientOptions } from "../options.js";
import type { Row } from "./routes.js";

/** The facts about an API that the test kit needs. They are generated from the OpenAPI document. */
export interface TestedApi<Options = ClientOptions, Client = unknown> extends Pick<Api, "servers" | "apiKeyHeader"> {
  /** The URL of the OpenAPI document. */
  readonly document: URL;
  /** The generated table of operations. */
  readonly operations: readonly Row[];
  /** The path parameter that `verifyLive` starts from, such as `agentId`. */
  readonly start: string;
  /** Creates a client for the API. */
  createClient(options?: Options): Client;
}
