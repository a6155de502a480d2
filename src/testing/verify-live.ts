import { AGENTS_API } from "./agents-api.js";
import { readDocument } from "./document.js";
import { systemClock } from "./verify/pace.js";
import type { LiveVerification } from "./verify/report.js";
import { run } from "./verify/run.js";
import { toRunSettings, type VerifyLiveOptions } from "./verify/settings.js";

export { type Departure, formatVerification, type LiveVerification } from "./verify/report.js";
export { VerifyLiveError } from "./verify/run.js";
export type { VerifyLiveOptions } from "./verify/settings.js";

/**
 * Holds the real API against the document of this package: calls every operation that only reads and can be reached
 * from one agent, lists first and then items by the ids found (at most five of each), and reports every departure.
 * Writes nothing to the API, follows no redirect, and repeats nothing.
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
 * @throws {VerifyLiveError} in one line, when nothing can be verified: a wrong option, no server there, a refused key, an
 *   agent that the key cannot see.
 * @throws {MissingPeerError} when `ajv` or `yaml` is not installed.
 */
export async function verifyLive(options: VerifyLiveOptions): Promise<LiveVerification> {
  const { agentId, ...rest } = options;
  const settings = toRunSettings(AGENTS_API, agentId, rest);
  return run(await readDocument(), settings, systemClock);
}
