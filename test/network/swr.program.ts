/** Components that use the client through swr-openapi; run in a page by swr.test.ts. */
import { createElement } from "react";
import { SWRConfig } from "swr";
import { createImmutableHook, createInfiniteHook, createMutateHook, createQueryHook } from "swr-openapi";
import { createAgentsClient } from "../../src/index.js";
import { renderHook } from "../support/hooks.js";

const init = { params: { path: { agentId: "PROJECT-58RP822I" } } };
const NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";

/** An app on a page, where the key comes from a function. */
function app(baseUrl: string) {
  const { fetchClient } = createAgentsClient({ baseUrl, apiKey: () => "k", maxRetries: 0 });
  const value = { provider: () => new Map(), shouldRetryOnError: false };
  const render = <Result>(useHook: () => Result) =>
    renderHook(useHook, (component) => createElement(SWRConfig, { value }, component));
  return { fetchClient, render };
}

/** What a query ends with, and the numbers in it. */
export async function query(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useQuery = createQueryHook(fetchClient, "polyai");
  const { data, error } = await render(() => useQuery(NUMBERS, init)).until((now) => !now.isLoading);
  return { numbers: data?.phoneNumbers.map(({ number }) => number), error };
}

export async function immutable(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useImmutable = createImmutableHook(fetchClient, "polyai");
  const { data, error } = await render(() => useImmutable("/v1/agents")).until((now) => !now.isLoading);
  return { data, error };
}

/** A query by pages: two of them, the second longer. */
export async function infinite(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useInfinite = createInfiniteHook(fetchClient, "polyai");
  const page = (limit: number) => ({ params: { ...init.params, query: { environment: "live" as const, limit } } });
  const path = "/v1/agents/{agentId}/deployments";
  const hook = render(() => useInfinite(path, (index) => page(index + 1), { initialSize: 2 }));
  const { data, error } = await hook.until((now) => !now.isLoading);
  return { data, error };
}

/** Asks again for the agents that a query has, until there is one more. */
export async function mutate(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useQuery = createQueryHook(fetchClient, "polyai");
  const useMutate = createMutateHook(fetchClient, "polyai", Object.is);
  const hook = render(() => ({ ...useQuery("/v1/agents"), again: useMutate() }));
  const { again, data: first = [] } = await hook.until(({ isLoading }) => !isLoading);
  await again(["/v1/agents"]);
  await hook.until(({ data }) => data?.length === first.length + 1);
}
