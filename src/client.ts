import { API_KEY_HEADER, type Region, SERVERS, TRAITS } from "../generated/constants.js";
import type { paths } from "../generated/schema.js";
import { type ApiErrorGuard, isApiErrorOf } from "./api-error.js";
import type { Client, NamesIn } from "./client-type.js";
import { createClient } from "./create-client.js";
import type { ClientOptions, PathDefaults } from "./options.js";

/** Options of {@link createAgentsClient}. */
export type AgentsClientOptions = ClientOptions<Region>;

/** A client for the Agents API: a function for each HTTP method, `with`, `use`, `eject` and `fetchClient`. */
export type AgentsClient<Defaults extends string = never> = Client<paths, Region, Defaults>;

/**
 * Creates a client. A call takes a path template of the OpenAPI document, and an init:
 *
 * ```ts
 * import { createAgentsClient } from "polyai-agents";
 *
 * const polyai = createAgentsClient({ region: "uk", apiKey: process.env.POLYAI_API_KEY });
 * const { data } = await polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
 *   params: { path: { agentId: "PROJECT-58RP822I" } },
 *   body: { phoneNumbers: ["+442071838750"] },
 * });
 * ```
 *
 * A call resolves to `{ data, response }` on a 2xx status. Otherwise it rejects with an {@link AgentsError}:
 * {@link ApiError} for any other status, {@link ConnectionError}, {@link TimeoutError}, {@link RedirectError},
 * {@link ResponseFormatError}, or {@link UsageError} when the call is wrong and nothing was sent.
 *
 * @throws {UsageError} when an option is wrong or missing.
 */
export function createAgentsClient<Name extends NamesIn<keyof paths> = never>(
  options: AgentsClientOptions & PathDefaults<Name> = {},
): AgentsClient<Name> {
  return createClient<paths, Region, Name>({ servers: SERVERS, apiKeyHeader: API_KEY_HEADER, traits: TRAITS }, options);
}

/**
 * Whether an error is an {@link ApiError} of this operation (and this status, if given) with a JSON body. If the
 * document describes that body, `error.body` has its type:
 *
 * ```ts
 * import { createAgentsClient, isApiError } from "polyai-agents";
 *
 * const polyai = createAgentsClient({ region: "uk" });
 * const path = { agentId: "PROJECT-58RP822I" };
 * try {
 *   await polyai.GET("/v1/agents/{agentId}/telephony/phone-numbers", { params: { path } });
 * } catch (error) {
 *   if (isApiError(error, "GET /v1/agents/{agentId}/telephony/phone-numbers", 404)) console.error(error.body);
 *   else throw error;
 * }
 * ```
 */
export const isApiError = isApiErrorOf as ApiErrorGuard<paths>;
