// A route that keeps the phone numbers in the data cache of Next.js for a minute, under the tag "numbers".
// `next build` makes the client without a key: the function reads the key when a request is sent.
import { createAgentsClient } from "polyai-agents";

const polyai = createAgentsClient({ region: "uk", apiKey: () => process.env.POLYAI_API_KEY ?? "" });

export async function GET(): Promise<Response> {
  const { data } = await polyai.GET("/v1/agents/{agentId}/telephony/phone-numbers", {
    params: { path: { agentId: "PROJECT-58RP822I" } },
    fetchOptions: { next: { revalidate: 60, tags: ["numbers"] } },
  });
  return Response.json(data);
}
