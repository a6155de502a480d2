// The app in another container, where POLYAI_BASE_URL is `http://mock:4010` and POLYAI_ALLOW_HTTP is `true`.
// Plain http to a host other than localhost needs `dangerouslyAllowHttp`: set it in the test setup only.
import { type AgentsClient, createAgentsClient } from "polyai-agents";

export function createClient(): AgentsClient {
  return createAgentsClient({ region: "uk", dangerouslyAllowHttp: process.env.POLYAI_ALLOW_HTTP === "true" });
}
