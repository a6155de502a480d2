import { AGENTS_API } from "./agents-api.js";
import { readDocument } from "./document.js";
import { toRunSettings, type VerifyLiveOptions } from "./verify/live-settings.js";
import { systemClock } from "./verify/pace.js";
import { run } from "./verify/run-verification.js";
import type { LiveVerification } from "./verify/verification.js";

export type { VerifyLiveOptions } from "./verify/live-settings.js";
export { VerifyLiveError } from "./verify/run-verification.js";
export { type Difference, formatVerification, type LiveVerification } from "./verify/verification.js";

/**
 * Compares the real API with the OpenAPI document of this package. Starting from one agent, calls every operation that
 * only reads: first the lists, then up to five items of each list. Reports every difference. It changes nothing in the
 * API, follows no redirects, and does not retry.
 *
 * ```ts
 * import { formatVerification, verifyLive } from "polyai-agents/testing";
 *
 * const result = await verifyLive({ region: "uk", apiKey: "…", agentId: "PROJECT-58RP822I" });
 * console.log(formatVerification(result));
 * ```
 *
 * Needs the optional peer dependencies `ajv` and `yaml`.
 *
 * @throws {VerifyLiveError} with a one-line message if the check cannot run: an option is wrong, the server does not
 *   respond, the key is rejected, or the key cannot see the agent.
 * @throws {MissingPeerError} if `ajv` or `yaml` is not installed.
 */
export async function verifyLive(options: VerifyLiveOptions): Promise<LiveVerification> {
  const { agentId, ...rest } = options;
  const settings = toRunSettings(AGENTS_API, agentId, rest);
  return run(await readDocument(), settings, systemClock);
}
