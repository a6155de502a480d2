/**
 * A read, a write and a DELETE with a body, through the proxy that refuses them, in a process of its own: what comes of
 * them, as JSON. The argument says who knows of the proxy: `env` (the variables) or the dispatcher of an undici package.
 */
import * as undici7 from "undici";
import * as undici6 from "undici-6";
import type { Fetch } from "../../src/transport/any-fetch.js";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";

const [, , name = "", proxy = ""] = process.argv;
const dispatching =
  ({ fetch, ProxyAgent }: typeof undici7): Fetch =>
  (url, init) =>
    fetch(url, { ...init, dispatcher: new ProxyAgent(proxy) });

const fetches: Record<string, Fetch> = {
  "undici 6": dispatching(undici6 as unknown as typeof undici7),
  "undici 7": dispatching(undici7),
};
if (name === "global") undici7.setGlobalDispatcher(new undici7.ProxyAgent(proxy));

const library = createFixtureClient({ region: "north", apiKey: "k", fetch: fetches[name], maxRetries: 1 });
const params = { path: { collectionId: "jazz" } };
const calls: ((library: FixtureClient) => Promise<unknown>)[] = [
  () => library.GET("/collections"),
  () => library.POST("/collections/{collectionId}/shelves", { params, body: { name: "low" } }),
  () => library.DELETE("/collections/{collectionId}/records", { params, body: { titles: ["Blue"] } }),
];
const outcomes: unknown[] = [];
for (const call of calls) {
  const error = await call(library).then(undefined, (error) => error);
  const { name, attempts, retryable, mayHaveExecuted } = error;
  outcomes.push({ name, attempts, retryable, mayHaveExecuted });
}
console.log(JSON.stringify(outcomes));
process.exit();
