/** Components that use the client through swr-openapi; run in a page by swr.test.ts. */
import { createElement } from "react";
import { SWRConfig } from "swr";
import { createImmutableHook, createInfiniteHook, createMutateHook, createQueryHook } from "swr-openapi";
import { createFixtureClient } from "../support/fixture-client.js";
import { renderHook } from "../support/hooks.js";

const init = { params: { path: { collectionId: "jazz" } } };
const RECORDS = "/collections/{collectionId}/records";

/** An app on a page, where the key comes from a function. */
function app(baseUrl: string) {
  const { fetchClient } = createFixtureClient({ baseUrl, apiKey: () => "k", maxRetries: 0 });
  const value = { provider: () => new Map(), shouldRetryOnError: false };
  const render = <Result>(useHook: () => Result) =>
    renderHook(useHook, (component) => createElement(SWRConfig, { value }, component));
  return { fetchClient, render };
}

/** What a query ends with, and the titles in it. */
export async function query(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useQuery = createQueryHook(fetchClient, "records");
  const { data, error } = await render(() => useQuery(RECORDS, init)).until((now) => !now.isLoading);
  return { titles: data?.records.map(({ title }) => title), error };
}

export async function immutable(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useImmutable = createImmutableHook(fetchClient, "records");
  const { data, error } = await render(() => useImmutable("/collections")).until((now) => !now.isLoading);
  return { data, error };
}

/** A query by pages: two of them, the second longer. */
export async function infinite(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useInfinite = createInfiniteHook(fetchClient, "records");
  const page = (limit: number) => ({ params: { ...init.params, query: { state: "out" as const, limit } } });
  const path = "/collections/{collectionId}/loans";
  const hook = render(() => useInfinite(path, (index) => page(index + 1), { initialSize: 2 }));
  const { data, error } = await hook.until((now) => !now.isLoading);
  return { data, error };
}

/** Asks again for the collections that a query has, until there is one more. */
export async function mutate(baseUrl: string) {
  const { fetchClient, render } = app(baseUrl);
  const useQuery = createQueryHook(fetchClient, "records");
  const useMutate = createMutateHook(fetchClient, "records", Object.is);
  const hook = render(() => ({ ...useQuery("/collections"), again: useMutate() }));
  const { again, data: first = [] } = await hook.until(({ isLoading }) => !isLoading);
  await again(["/collections"]);
  await hook.until(({ data }) => data?.length === first.length + 1);
}
