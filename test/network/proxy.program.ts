/**
 * A read, a write and a DELETE with a body, through a proxy that refuses them with the status in the name of the host, in a
 * process of its own: what comes of them, as JSON. The arguments are the proxy, and who knows of it: `env` (the
 * variables), the global dispatcher, or that of an undici package.
 */
import * as undici7 from "undici";
import * as undici6 from "undici-6";
import type { Fetch } from "../../src/transport/any-fetch.js";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";

const [, , proxy = "", way = ""] = process.argv;
const dispatching =
  ({ fetch, ProxyAgent }: typeof undici7): Fetch =>
  (url, init) =>
    fetch(url, { ...init, dispatcher: new ProxyAgent(proxy) });

const fetches: Record<string, Fetch> = {
  "undici 6": dispatching(undici6 as unknown as typeof undici7),
  "undici 7": dispatching(undici7),
};
if (way === "global") undici7.setGlobalDispatcher(new undici7.ProxyAgent(proxy));

const params = { path: { collectionId: "jazz" } };
const calls: ((library: FixtureClient) => Promise<unknown>)[] = [
  (library) => library.GET("/collections"),
  (library) => library.POST("/collections/{collectionId}/shelves", { params, body: { name: "low" } }),
  (library) => library.DELETE("/collections/{collectionId}/records", { params, body: { titles: ["Blue"] } }),
];

async function outcomeOf(call: (library: FixtureClient) => Promise<unknown>, status: number): Promise<unknown> {
  const baseUrl = `https://status-${status}.records.example`;
  const fetch = fetches[way];
  const error = await call(createFixtureClient({ baseUrl, apiKey: "k", fetch, maxRetries: 1 })).catch((e) => e);
  const { name, attempts, retryable, mayHaveExecuted } = error as Record<string, unknown>;
  return { name, attempts, retryable, mayHaveExecuted };
}

const outcomes: Record<string, unknown> = {};
for (const status of [403, 407, 502, 503]) {
  outcomes[status] = await Promise.all(calls.map((call) => outcomeOf(call, status)));
}
console.log(JSON.stringify(outcomes));
process.exit();
