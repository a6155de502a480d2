import { parseArgs } from "node:util";
import { AGENTS_API } from "../src/testing/agents-api.js";
import { readDocument } from "../src/testing/document.js";
import { MissingPeerError } from "../src/testing/peer.js";
import type { TestedApi } from "../src/testing/tested-api.js";
import { toRunSettings } from "../src/testing/verify/live-settings.js";
import type { Clock } from "../src/testing/verify/pace.js";
import { run } from "../src/testing/verify/run-verification.js";
import { formatVerification, VerifyLiveError } from "../src/testing/verify-live.js";

/** What the command prints, and its exit code. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run verify:live` as a function: it returns what to print and the exit code. */
export async function verifyLiveCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
  clock: Clock,
  api: TestedApi = AGENTS_API,
): Promise<Outcome> {
  const regions = Object.keys(api.servers).join("|");
  const usage = `Usage: POLYAI_API_KEY=... npm run verify:live -- --region ${regions} --agent <${api.start}> [--json]`;
  try {
    const { region, "base-url": baseUrl, agent, json = false } = readFlags(args, usage);
    if (!agent) throw new VerifyLiveError(`--agent is missing. ${usage}`);
    if ((region === undefined) === (baseUrl === undefined)) {
      throw new VerifyLiveError(`--region or --base-url is required, but not both. ${usage}`);
    }
    const apiKey = env.POLYAI_API_KEY;
    if (!apiKey) throw new VerifyLiveError(`POLYAI_API_KEY is not set. ${usage}`);
    const settings = toRunSettings(api, agent, { region, baseUrl, apiKey });
    const result = await run(await readDocument(api.document), settings, clock);
    const stdout = json ? JSON.stringify(result, null, 2) : formatVerification(result);
    return { code: result.differences.length > 0 ? 1 : 0, stdout, stderr: "" };
  } catch (error) {
    const known = error instanceof VerifyLiveError || error instanceof MissingPeerError;
    return { code: 2, stdout: "", stderr: known ? error.message : String((error as Error).stack) };
  }
}

function readFlags(args: string[], usage: string) {
  const options = {
    region: { type: "string" },
    "base-url": { type: "string" },
    agent: { type: "string" },
    json: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Keep only the first sentence: the rest of Node's message explains positional arguments, which this command has not.
    const [what] = error.message.split(/\.?(?:\s*\n|\. |$)/, 1);
    throw new VerifyLiveError(`${what}. ${usage}`);
  }
}
