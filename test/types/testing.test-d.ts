import { describe, expectTypeOf, test } from "vitest";
import type { AgentsClient, Region } from "../../src/index.js";
import {
  type Answer,
  type Answers,
  type ContractViolationError,
  type Coverage,
  connectMockApi,
  formatVerification,
  type MockApi,
  type MockClientOptions,
  prefer,
  scriptedFailures,
  startMockApi,
  verifyLive,
} from "../../src/testing/index.js";
import type { FixtureClient } from "../support/fixture-client.js";
import {
  connectFixtureMock,
  type FixtureAnswer,
  type FixtureMock,
  preferFixture,
  startFixtureMock,
} from "../support/fixture-kit.js";

declare const mock: MockApi;
declare const library: FixtureMock;

describe("the mock", () => {
  test("gives clients of the same type, and is disposable", async () => {
    expectTypeOf(mock.client()).toEqualTypeOf<AgentsClient>();
    expectTypeOf(connectMockApi("http://127.0.0.1:4010").client()).toEqualTypeOf<AgentsClient>();
    await using own = await startMockApi({ port: 4010 });
    expectTypeOf(own.url).toBeString();
    // @ts-expect-error misspelt
    startMockApi({ prot: 4010 });
  });

  test("says where its clients call, so that is no option of them", () => {
    mock.client({ apiKey: () => "rotated", timeout: 1_000, onAttempt: () => {} });
    // @ts-expect-error the mock's own
    mock.client({ baseUrl: "https://api.example" });
    // @ts-expect-error the mock's own
    mock.client({ region: undefined });
    expectTypeOf(mock.withoutResponse).toEqualTypeOf<readonly string[]>();
    startMockApi({ host: "0.0.0.0" });
  });

  test("of the shipped document knows its operations", () => {
    type Id = Parameters<typeof prefer>[0];
    expectTypeOf<keyof Answers>().toEqualTypeOf<Id>();
    expectTypeOf<MockClientOptions["answers"]>().toEqualTypeOf<Answers | undefined>();
    expectTypeOf<Id>().toBeString();
    expectTypeOf<string>().not.toExtend<Id>();
    expectTypeOf<Id>().not.toBeNever();
    expectTypeOf(prefer<Id>)
      .parameter(1)
      .toEqualTypeOf<Answer>();
    prefer({} as Id, { generate: true, seed: "1" });
    // @ts-expect-error no such operation
    prefer("noSuchOperation", { generate: true });
    // @ts-expect-error no such operation
    mock.client({ answers: { noSuchOperation: { generate: true } } });
    // @ts-expect-error no operation has such a status
    prefer({} as Id, { status: 299 });
    type Example = { [One in Id]: Extract<Answer<One>, { example: unknown }>["example"] }[Id];
    expectTypeOf<Example>().toBeString();
    expectTypeOf<string>().not.toExtend<Example>();
    expectTypeOf<Example>().not.toBeNever();
  });
});

describe("the mock of any document", () => {
  test("gives clients of the document's own type", () => {
    expectTypeOf(library.client()).toEqualTypeOf<FixtureClient>();
    expectTypeOf(connectFixtureMock("http://127.0.0.1:4010").client()).toEqualTypeOf<FixtureClient>();
    expectTypeOf(startFixtureMock).returns.resolves.toEqualTypeOf<FixtureMock>();
  });

  test("is steered by operation, with the statuses and examples that the operation has", () => {
    library.client({
      timeout: 1_000,
      answers: {
        listCollections: { example: "noCollections" },
        listPlayers: { status: 401 },
        removeRecords: { example: "someKept" },
        listRecords: { generate: true, seed: "1" },
      },
    });
    preferFixture("removeRecords", { example: "someKept" });
    library.client().GET("/collections", { headers: preferFixture("listCollections", { generate: true }) });
    expectTypeOf<FixtureAnswer<"listCollections">>()
      .extract<{ example: string }>()
      .toHaveProperty("example")
      .toEqualTypeOf<"twoCollections" | "noCollections">();
    // @ts-expect-error a seed is for generated data
    preferFixture("listCollections", { seed: "1" });
    // @ts-expect-error a seed is a string
    preferFixture("listCollections", { generate: true, seed: 1 });
    // @ts-expect-error no example of an operation that has none
    preferFixture("removeCollection", { example: "noCollections" });
    // @ts-expect-error no such example
    library.client({ answers: { listCollections: { example: "noCollection" } } });
    // @ts-expect-error an example of another operation
    library.client({ answers: { listCollections: { example: "someKept" } } });
    // @ts-expect-error the document has no 500
    library.client({ answers: { listPlayers: { status: 500 } } });
    // @ts-expect-error no such operation
    library.client({ answers: { listCollection: { status: 200 } } });
    // @ts-expect-error no such example
    preferFixture("listCollections", { example: "noCollection" });
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

test("a violation has the location, the rule and the value", () => {
  const { operation, violations } = {} as ContractViolationError;
  expectTypeOf(operation).toBeString();
  expectTypeOf(violations[0]?.location).toEqualTypeOf<string | undefined>();
  expectTypeOf(violations[0]?.rule).toEqualTypeOf<string | undefined>();
  expectTypeOf(violations[0]?.sent).toBeUnknown();
});

test("the verification of the live API starts from a key and an agent", async () => {
  const region = {} as Region;
  const result = await verifyLive({ region, apiKey: "k", agentId: "a", requestsPerSecond: 2 });
  expectTypeOf(result.differences[0]?.status).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(formatVerification(result)).toBeString();
  // @ts-expect-error no agent
  verifyLive({ region, apiKey: "k" });
  // @ts-expect-error no such region
  verifyLive({ region: "mars", apiKey: "k", agentId: "a" });
});
