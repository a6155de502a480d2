const { startMockApi } = require("polyai-agents/testing");
const { release } = require("./src/release.js");

let mock;
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
