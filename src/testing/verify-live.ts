import type { Region } from "../../generated/constants.js";
import { AGENTS_API } from "./agents-api.js";
import { readDocument } from "./document.js";
import { systemClock } from "./verify/pace.js";
import type { LiveVerification } from "./verify/report.js";
import { run } from "./verify/run.js";
import { toRunSettings } from "./verify/settings.js";

export { type Departure, formatVerification, type LiveVerification } from "./verify/report.js";
export { VerifyLiveError } from "./verify/run.js";

/** Options of {@link verifyLive}. */
export interface VerifyLiveOptions {
  /** The region that the workspace lives in; or else `baseUrl`. `POLYAI_BASE_URL` does not count here. */
  region?: Region | undefined;
  /** Where to call instead of a region's server: https, or http on a loopback host. */
  baseUrl?: string | undefined;
  /** The key. It is sent to that server only, and never shown. */
  apiKey: string;
  /** The agent to start from. */
  agentId: string;
  /** Requests a second, above 0 and at most 5. Default 5. */
  requestsPerSecond?: number | undefined;
  /** Milliseconds for one answer, reading its body included. Default 30 000. */
  timeout?: number | undefined;
  /** The fetch to call with. Default: the platform's. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Ends the run; it rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Holds the real API against the document of this package: calls every operation that only reads and can be reached
 * from one agent, lists first and then items by the ids found (at most five of each), and reports every departure.
 * Writes nothing to the API, follows no redirect, and repeats nothing.
 *
 * ```ts
 * const result = await verifyLive({ region: "uk", apiKey: process.env.POLYAI_API_KEY, agentId: "PROJECT-58RP822I" });
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
