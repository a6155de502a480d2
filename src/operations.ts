import { CALLS, type Operations } from "../generated/calls.js";
import type { AgentsClient } from "./index.js";
import { createNamedCalls } from "./named-calls.js";

export type { Operations } from "../generated/calls.js";

/**
 * The operations of the document as functions, by `operationId`. Each function makes the same call as the client's
 * method, with its options, middleware, retries and errors:
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
 * Default path parameters of the client (`with({ path })`) may be left out here too.
 */
export function createOperations<Defaults extends string = never>(
  client: AgentsClient<Defaults>,
): Operations<Defaults> {
  return createNamedCalls(CALLS, client) as unknown as Operations<Defaults>;
}
