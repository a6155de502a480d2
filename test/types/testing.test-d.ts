import { describe, expectTypeOf, test } from "vitest";
import type { AgentsClient } from "../../src/index.js";
import { connectMockApi, type MockApi, prefer, scriptedFailures, startMockApi } from "../../src/testing/index.js";

declare const mock: MockApi;

describe("the mock", () => {
  test("gives clients of the same type, and is disposable", async () => {
    expectTypeOf(mock.client()).toEqualTypeOf<AgentsClient>();
    expectTypeOf(connectMockApi("http://127.0.0.1:4010").client()).toEqualTypeOf<AgentsClient>();
    await using own = await startMockApi({ port: 4010 });
    expectTypeOf(own.url).toBeString();
    // @ts-expect-error misspelt
    startMockApi({ prot: 4010 });
  });

  test("is steered by operation, with the statuses and examples that the operation has", () => {
    mock.client({
      timeout: 1_000,
      answers: {
        listAgents: { example: "noAgents" },
        listPhoneNumbers: { status: 401 },
        deletePhoneNumbers: { example: "someNotReleased" },
        listConnectors: { generate: true, seed: "1" },
      },
    });
    prefer("deletePhoneNumbers", { example: "someNotReleased" });
    // @ts-expect-error no such example
    mock.client({ answers: { listAgents: { example: "noAgent" } } });
    // @ts-expect-error an example of another operation
    mock.client({ answers: { listAgents: { example: "someNotReleased" } } });
    // @ts-expect-error the document has no 500
    mock.client({ answers: { listPhoneNumbers: { status: 500 } } });
    // @ts-expect-error no such operation
    mock.client({ answers: { listAgent: { status: 200 } } });
    // @ts-expect-error no such example
    prefer("listAgents", { example: "noAgent" });
  });
});

test("scripted failures are a fetch, and their steps are typed", () => {
  expectTypeOf(scriptedFailures(fetch, ["reset", { status: 429, retryAfter: 1 }, "ok"])).toEqualTypeOf<typeof fetch>();
  // @ts-expect-error misspelt
  scriptedFailures(fetch, ["rest"]);
});
