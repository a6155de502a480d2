// A route that keeps the phone numbers in the data cache of Next.js for a minute, under the tag "numbers".
// The route in ../refresh removes them from the cache.
import { polyai } from "../../lib/polyai.js";

export async function GET(): Promise<Response> {
  const { data } = await polyai.GET("/v1/agents/{agentId}/telephony/phone-numbers", {
    params: { path: { agentId: "PROJECT-58RP822I" } },
    fetchOptions: { next: { revalidate: 60, tags: ["numbers"] } },
  });
  return Response.json(data);
}
