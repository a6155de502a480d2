/** Components that use the client through openapi-react-query; run in a page by react-query.test.ts. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import createClient from "openapi-react-query";
import { createElement } from "react";
import { createFixtureClient } from "../support/fixture-client.js";
import { renderHook } from "../support/hooks.js";

const params = { path: { collectionId: "jazz" } };
const RECORDS = "/collections/{collectionId}/records";

/** An app on a page, where the key comes from a function. */
function app(baseUrl: string) {
  const library = createFixtureClient({ baseUrl, apiKey: () => "k", maxRetries: 0 });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const render = <Result>(useHook: () => Result) =>
    renderHook(useHook, (component) => createElement(QueryClientProvider, { client: queries }, component));
  return { $api: createClient(library.fetchClient), queries, render };
}

/** What a query ends with, and the titles in it. */
export async function query(baseUrl: string) {
  const { $api, render } = app(baseUrl);
  const { data, error } = await render(() => $api.useQuery("get", RECORDS, { params })).until((now) => !now.isPending);
  return { titles: data?.records.map(({ title }) => title), error };
}

export async function suspenseQuery(baseUrl: string) {
  const { $api, render } = app(baseUrl);
  const { data } = await render(() => $api.useSuspenseQuery("get", RECORDS, { params })).until(() => true);
  return data.records;
}

/** A query by pages, which gives the library's own page parameter to the client. */
export async function infiniteQuery(baseUrl: string) {
  const { $api, render } = app(baseUrl);
  const paging = { pageParamName: "limit", initialPageParam: 1, getNextPageParam: () => undefined };
  const init = { params: { ...params, query: { state: "out" as const } } };
  const hook = render(() => $api.useInfiniteQuery("get", "/collections/{collectionId}/loans", init, paging));
  const { data, error } = await hook.until((now) => !now.isPending);
  return { data, error };
}

export async function mutation(baseUrl: string) {
  const { $api, render } = app(baseUrl);
  const hook = render(() => $api.useMutation("delete", RECORDS));
  const { mutate } = await hook.until((now) => now.isIdle);
  mutate({ params, body: { titles: ["Blue"] } });
  const { data, error } = await hook.until((now) => now.isSuccess || now.isError);
  return { deleted: data?.deleted, error };
}

/** Leaves the page while its query is under way. */
export async function leave(baseUrl: string, underWay: Promise<unknown>) {
  const { $api, queries, render } = app(baseUrl);
  const hook = render(() => $api.useQuery("get", RECORDS, { params }));
  await underWay;
  hook.unmount();
  return () => queries.getQueryState($api.queryOptions("get", RECORDS, { params }).queryKey)?.fetchStatus;
}
