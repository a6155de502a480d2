/** The recipes for pages, bundled as one program and run in Chromium by pages.test.ts. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { SWRConfig } from "swr";
import * as swr from "../examples/swr/numbers.js";
import * as tanstack from "../examples/tanstack-query/numbers.js";
import { renderHook } from "../support/hooks.js";

export { listNumbers } from "../examples/proxy/page.js";

const NUMBER = "+442079460018";

/** Reads the list, releases a number, and waits for the list that is read again. Gives how long both lists are. */
export async function releaseWithTanstack(agentId: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const hook = renderHook(
    () => ({ list: tanstack.useNumbers(agentId), released: tanstack.useRelease(agentId) }),
    (component) => createElement(QueryClientProvider, { client }, component),
  );
  const { list, released } = await hook.until(({ list }) => list.isSuccess);
  released.release([NUMBER]);
  const after = await hook.until(({ list: { data } }) => data?.phoneNumbers.length === 0);
  return [list.data?.phoneNumbers.length, after.list.data?.phoneNumbers.length];
}

export async function releaseWithSwr(agentId: string) {
  const value = { provider: () => new Map(), shouldRetryOnError: false };
  const hook = renderHook(
    () => swr.useNumbers(agentId),
    (component) => createElement(SWRConfig, { value }, component),
  );
  const { data, release } = await hook.until(({ data }) => data !== undefined);
  await release([NUMBER]);
  const after = await hook.until(({ data }) => data?.phoneNumbers.length === 0);
  return [data?.phoneNumbers.length, after.data?.phoneNumbers.length];
}
