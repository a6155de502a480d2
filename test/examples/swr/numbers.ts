// SWR through swr-openapi: a list of phone numbers, and a function that releases numbers and reads the list again.
// The client already retries, so the SWRConfig of the app has `shouldRetryOnError: false`.
import { createAgentsClient } from "polyai-agents";
import { createQueryHook } from "swr-openapi";

const polyai = createAgentsClient({ baseUrl: "/api/polyai", apiKey: false });
const useQuery = createQueryHook(polyai.fetchClient, "polyai");

const NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";

export function useNumbers(agentId: string) {
  const params = { path: { agentId } };
  const { data, error, isLoading, mutate } = useQuery(NUMBERS, { params });
  async function release(phoneNumbers: string[]) {
    await polyai.DELETE(NUMBERS, { params, body: { phoneNumbers } });
    await mutate();
  }
  return { data, error, isLoading, release };
}
