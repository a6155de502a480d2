import type { Region } from "../../../generated/constants.js";
import { UsageError } from "../../index.js";
import type { TestedApi } from "../tested-api.js";
import { isUsable } from "./known-values.js";
import { type RunSettings, VerifyLiveError } from "./run-verification.js";

/** Options of `verifyLive`. */
export interface VerifyLiveOptions {
  /** The region of the workspace. Required without `baseUrl`. `POLYAI_BASE_URL` is ignored. */
  region?: Region | undefined;
  /** The URL to call instead of the region's server: https, or http on a loopback host. */
  baseUrl?: string | undefined;
  /** The API key. It is sent only to that server, and never printed. */
  apiKey: string;
  /** The agent to start from. */
  agentId: string;
  /** Requests a second, above 0 and at most 5. Default 5. */
  requestsPerSecond?: number | undefined;
  /** Milliseconds for one response, including its body. Default 30 000. */
  timeout?: number | undefined;
  /** The fetch to use. Default: the platform's fetch. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Stops the run. The promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** The options of `verifyLive` that every API has. */
export interface RunOptions extends Omit<VerifyLiveOptions, "region" | "agentId"> {
  region?: string | undefined;
}

const MOST_PER_SECOND = 5;
const TIMEOUT = 30_000;

/** Checks the options and adds the defaults. `id` is the value of the path parameter that the run starts from. */
export function toRunSettings(api: TestedApi, id: string, options: RunOptions): RunSettings {
  const { servers, apiKeyHeader, start } = api;
  const { region, baseUrl, apiKey, requestsPerSecond = MOST_PER_SECOND, timeout = TIMEOUT, signal } = options;
  if (!region && !baseUrl)
    throw new VerifyLiveError(`region (${Object.keys(servers).join(", ")}) or baseUrl is required`);
  if (!apiKey) throw new VerifyLiveError("apiKey is missing");
  if (!isUsable(id)) {
    throw new VerifyLiveError(`${start} must be the id of one ${start.replace(/Id$/, "")}`);
  }
  if (!(requestsPerSecond > 0 && requestsPerSecond <= MOST_PER_SECOND)) {
    throw new VerifyLiveError(`requestsPerSecond must be above 0 and at most ${MOST_PER_SECOND}`);
  }
  if (baseUrl && !URL.canParse(baseUrl)) throw new VerifyLiveError("baseUrl is not an absolute URL");
  try {
    // Creating a client checks the remaining options.
    api.createClient({ region, baseUrl, apiKey, timeout });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // Remove the advice to set dangerouslyAllowHttp, which is not an option here.
    throw new VerifyLiveError(error.message.replace(/^.+? → /, "").replace(/, or with dangerously.+\)/, ")"));
  }
  // POLYAI_BASE_URL is ignored: the given region is the one to verify.
  let url = (region ? servers[region] : undefined) ?? new URL(baseUrl ?? "").href;
  while (url.endsWith("/")) url = url.slice(0, -1);
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return { baseUrl: url, apiKey, apiKeyHeader, given: { [start]: id }, requestsPerSecond, timeout, fetch, signal };
}
