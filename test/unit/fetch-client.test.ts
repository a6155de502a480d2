import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createAgentsClient } from "../../src/index.js";
import { recordingFetch } from "../support/recording-fetch.js";

const SECRET = "canary-5f2a";

test("calls through fetchClient are calls of the client", async () => {
  const { fetch, calls } = recordingFetch();
  const polyai = createAgentsClient({ region: "uk", apiKey: "k", fetch });
  const { data } = await polyai.fetchClient.GET("/v1/agents");
  expect(data).toEqual([]);
  await polyai.with({ region: "us" }).fetchClient.GET("/v1/agents");
  expect(calls.map(({ url }) => url)).toEqual(["https://api.uk.poly.ai/v1/agents", "https://api.us.poly.ai/v1/agents"]);
});

test("printing or serialising a client does not show fetchClient, nor the key", () => {
  const polyai = createAgentsClient({ region: "uk", apiKey: SECRET });
  expect(Object.keys(polyai)).not.toContain("fetchClient");
  expect(JSON.stringify(polyai)).toBe("{}");
  expect(inspect(polyai)).not.toMatch(/fetchClient|Circular/);
  expect(inspect(polyai, { depth: 12, showHidden: true, getters: true })).not.toContain(SECRET);
});
