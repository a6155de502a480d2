import { CALLS, type Operations } from "../generated/calls.js";
import type { AgentsClient } from "./index.js";
import { createNamedCalls } from "./named-calls.js";

export type { Operations } from "../generated/calls.js";

/**
 * The operations of the document as functions, by `operationId`. They call the client, with its options, middleware,
 * retries and errors; only the way to write a call differs:
 *
 * ```ts
 * import { createAgentsClient } from "polyai-agents";
 * import { createOperations } from "polyai-agents/operations";
 *
 * const agents = createOperations(createAgentsClient({ region: "uk" }));
 * const { data } = await agents.deletePhoneNumbers({
 *   params: { path: { agentId: "PROJECT-58RP822I" } },
 *   body: { phoneNumbers: ["+442071838750"] },
 * });
 * ```
 *
 * Where the client has default path parameters (`with({ path })`), they may be left out here too. Each function rejects
 * as the client's methods do.
 */
export function createOperations<Defaults extends string = never>(
  client: AgentsClient<Defaults>,
): Operations<Defaults> {
  return createNamedCalls(CALLS, client) as unknown as Operations<Defaults>;
}
