import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const SECRET = "canary-5f2a";

test("calls through fetchClient are calls of the client", async () => {
  const { fetch, calls } = recordingFetch();
  const library = createFixtureClient({ region: "north", apiKey: "k", fetch });
  const { data } = await library.fetchClient.GET("/collections");
  expect(data).toEqual([]);
  await library.with({ region: "south" }).fetchClient.GET("/collections");
  expect(calls.map(({ url }) => url)).toEqual([
    "https://api.north.records.example/collections",
    "https://api.south.records.example/collections",
  ]);
});

test("printing or serialising a client does not show fetchClient, nor the key", () => {
  const library = createFixtureClient({ region: "north", apiKey: SECRET });
  expect(Object.keys(library)).not.toContain("fetchClient");
  expect(JSON.stringify(library)).toBe("{}");
  expect(inspect(library)).not.toMatch(/fetchClient|Circular/);
  expect(inspect(library, { depth: 12, showHidden: true, getters: true })).not.toContain(SECRET);
});
