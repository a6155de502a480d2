import { expect, test } from "vitest";

test("the test kit exports these names and no others", async () => {
  expect(Object.keys(await import("../../src/testing/index.js")).sort()).toEqual([
    "ContractViolationError",
    "VerifyLiveError",
    "connectMockApi",
    "formatVerification",
    "prefer",
    "scriptedFailures",
    "startMockApi",
    "verifyLive",
  ]);
});

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
    "isApiError",
  ]);
});

test("the entry of calls by name exports these names and no others", async () => {
  expect(Object.keys(await import("../../src/operations.js"))).toEqual(["createOperations"]);
});
