import { describe, expectTypeOf, test } from "vitest";
import type { AgentsClient } from "../../src/index.js";
import {
  type Answer,
  type ContractViolationError,
  type Coverage,
  connectMockApi,
  formatVerification,
  type MockApi,
  prefer,
  scriptedFailures,
  startMockApi,
  verifyLive,
} from "../../src/testing/index.js";

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
    mock.client().GET("/v1/agents", { headers: prefer("listAgents", { generate: true }) });
    expectTypeOf<Answer<"listAgents">>()
      .extract<{ example: string }>()
      .toHaveProperty("example")
      .toEqualTypeOf<"threeAgents" | "noAgents">();
    // @ts-expect-error a seed is for generated data
    prefer("listAgents", { seed: "1" });
    // @ts-expect-error a seed is a string
    prefer("listAgents", { generate: true, seed: 1 });
    // @ts-expect-error no example of an operation that has none
    prefer("deleteAgent", { example: "noAgents" });
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

test("coverage is data", async () => {
  const coverage = await mock.coverage();
  expectTypeOf(coverage).toEqualTypeOf<Coverage>();
  expectTypeOf(coverage.statuses).toEqualTypeOf<{ readonly covered: number; readonly total: number }>();
  expectTypeOf(coverage.rows[0]?.missing).toEqualTypeOf<readonly number[] | undefined>();
});

test("a violation tells where, by which rule, and what was sent", () => {
  const { operation, violations } = {} as ContractViolationError;
  expectTypeOf(operation).toBeString();
  expectTypeOf(violations[0]?.location).toEqualTypeOf<string | undefined>();
  expectTypeOf(violations[0]?.rule).toEqualTypeOf<string | undefined>();
  expectTypeOf(violations[0]?.sent).toBeUnknown();
});

test("the verification of the live API starts from a key and an agent", async () => {
  const result = await verifyLive({ region: "uk", apiKey: "k", agentId: "PROJECT-58RP822I", requestsPerSecond: 2 });
  expectTypeOf(result.departures[0]?.status).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(formatVerification(result)).toBeString();
  // @ts-expect-error no agent
  verifyLive({ region: "uk", apiKey: "k" });
  // @ts-expect-error no such region
  verifyLive({ region: "mars", apiKey: "k", agentId: "a" });
});
