// The part of a browser app that calls the API through the proxy of its own server. The page has no key:
// the proxy in ./server.ts adds it.
import { createAgentsClient } from "polyai-agents";

const polyai = createAgentsClient({ baseUrl: "/api/polyai", apiKey: false });

export async function listNumbers(agentId: string): Promise<string[]> {
  const { data } = await polyai.GET("/v1/agents/{agentId}/telephony/phone-numbers", { params: { path: { agentId } } });
  return data.phoneNumbers.map(({ number }) => number);
}
