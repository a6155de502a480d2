// TanStack Query through openapi-react-query: a list of phone numbers, and a button that releases one of them.
// The client already retries, so the QueryClient of the app has `retry: false`.
import { useQueryClient } from "@tanstack/react-query";
import createClient from "openapi-react-query";
import { createAgentsClient } from "polyai-agents";

const polyai = createAgentsClient({ baseUrl: "/api/polyai", apiKey: false });
const $api = createClient(polyai.fetchClient);

const NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";

export function useNumbers(agentId: string) {
  return $api.useQuery("get", NUMBERS, { params: { path: { agentId } } });
}

export function useRelease(agentId: string) {
  const queries = useQueryClient();
  const params = { path: { agentId } };
  const { mutate, ...rest } = $api.useMutation("delete", NUMBERS, {
    onSuccess: () => queries.invalidateQueries($api.queryOptions("get", NUMBERS, { params })),
  });
  return { ...rest, release: (phoneNumbers: string[]) => mutate({ params, body: { phoneNumbers } }) };
}
