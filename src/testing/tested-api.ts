import type { Api } from "../api.js";
import type { ClientOptions } from "../options.js";
import type { Row } from "./routes.js";

/** What the test kit has to know about an API. All of it is generated from the API's OpenAPI document. */
export interface TestedApi<Options = ClientOptions, Client = unknown> extends Pick<Api, "servers" | "apiKeyHeader"> {
  /** Where the document is. */
  readonly document: URL;
  /** The generated table of operations. */
  readonly operations: readonly Row[];
  /** The path parameter whose value `verifyLive` is given. */
  readonly start: string;
  /** Creates a client for the API. */
  createClient(options?: Options): Client;
}
