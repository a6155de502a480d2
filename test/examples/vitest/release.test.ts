import { type MockApi, scriptedFailures, startMockApi } from "polyai-agents/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { release } from "./src/release.js";

let mock: MockApi;
beforeAll(async () => {
  mock = await startMockApi();
}, 30_000);
afterAll(() => mock.close());

test("every number is released", async () => {
  expect(await release(mock.client(), "PROJECT-58RP822I", ["+442079460018"])).toEqual([]);
});

test("a request that does not match the document fails, and the error names the place", async () => {
  await expect(release(mock.client(), "PROJECT-58RP822I", [])).rejects.toThrow("body.phoneNumbers");
});

test("a connection that breaks is tried again", async () => {
  const polyai = mock.client({ fetch: scriptedFailures(fetch, ["reset"]) });
  expect(await release(polyai, "PROJECT-58RP822I", ["+442079460018"])).toEqual([]);
});
