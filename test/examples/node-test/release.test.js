import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startMockApi } from "polyai-agents/testing";
import { release } from "./src/release.js";

const mock = await startMockApi();
after(() => mock.close());

test("every number is released", async () => {
  assert.deepEqual(await release(mock.client(), "PROJECT-58RP822I", ["+442079460018"]), []);
});

test("a request that does not match the document fails, and the error names the place", async () => {
  await assert.rejects(release(mock.client(), "PROJECT-58RP822I", []), /body\.phoneNumbers/);
});
