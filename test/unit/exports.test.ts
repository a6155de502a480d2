import { expect, test } from "vitest";

test("the main entry exports these names and no others", async () => {
  expect(Object.keys(await import("../../src/index.js")).sort()).toEqual([
    "API_VERSION",
    "AgentsError",
    "ApiError",
    "ConnectionError",
    "RedirectError",
    "ResponseFormatError",
    "TimeoutError",
    "UsageError",
    "createAgentsClient",
    "isAgentsError",
  ]);
});
