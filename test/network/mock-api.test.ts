import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ApiError } from "../../src/index.js";
import { ContractViolationError, type MockApi, prefer, startMockApi } from "../../src/testing/index.js";

const path = { agentId: "PROJECT-58RP822I" };
const NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";

let mock: MockApi;
beforeAll(async () => {
  mock = await startMockApi();
}, 60_000);
afterAll(() => mock.close());

describe("a request that departs from the document fails the call", () => {
  const release = (body: unknown) => () => mock.client().DELETE(NUMBERS, { params: { path }, body: body as never });
  const create = (body: unknown) => () => mock.client().POST("/v1/agents", { body: body as never });
  const deployments = (query: object) => () =>
    mock.client().GET("/v1/agents/{agentId}/deployments", { params: { path, query: query as never } });

  test.each<[string, () => Promise<unknown>, object]>([
    [
      "a wrong type in a list",
      release({ phoneNumbers: ["+1", "+2", 3] }),
      { location: "body.phoneNumbers[2]", sent: 3 },
    ],
    ["too few items", release({ phoneNumbers: [] }), { location: "body.phoneNumbers", rule: "minItems", sent: [] }],
    ["a missing property", release({}), { location: "body", rule: "required" }],
    [
      "an unknown property, where the document is silent",
      release({ phoneNumbers: ["+1"], force: true }),
      { rule: "additionalProperties" },
    ],
    [
      "an unknown nested property",
      create({ name: "a", responseSettings: { greeting: "b", tone: "c" }, voiceSettings: { voiceId: "d" } }),
      { location: "body.responseSettings", rule: "additionalProperties" },
    ],
    [
      "a value out of an enum",
      deployments({ environment: "prod" }),
      { location: "query.environment", rule: "enum", sent: "prod" },
    ],
    ["no body", release(undefined), { location: "request", rule: "required", message: "body is required" }],
    ["a missing query parameter", deployments({}), { location: "query", rule: "required" }],
    [
      "an unknown query parameter",
      deployments({ environment: "live", page: 2 }),
      { location: "query.page", sent: "2" },
    ],
    [
      "a path that is none",
      () => mock.client().GET("/v2/agents" as never, {} as never),
      { location: "path", rule: "path" },
    ],
  ])("%s", async (_, call, violation) => {
    const error = (await call().catch((e) => e)) as ContractViolationError;
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.violations).toEqual(expect.arrayContaining([expect.objectContaining(violation)]));
    expect(error.operation).toMatch(/^(GET|POST|DELETE) \/v/);
    expect(error.message).not.toContain("any-key");
    expect(error.message).not.toMatch(/\n/);
  });

  test.each<[() => Promise<unknown>, string]>([
    [
      release({ phoneNumbers: ["+1", "+2", 3], force: true }),
      "DELETE /v1/agents/{agentId}/telephony/phone-numbers departs from the document: body must NOT have additional " +
        `properties, found 'force', sent {"phoneNumbers":["+1","+2",3],"force":true}; body.phoneNumbers[2] must be ` +
        "string, sent 3",
    ],
    [
      deployments({ environment: "prod", page: 2 }),
      "GET /v1/agents/{agentId}/deployments departs from the document: query.page is not a parameter (there is " +
        'environment, limit), sent "2"; query.environment must be equal to one of the allowed values: sandbox, ' +
        'pre-release, live, sent "prod"',
    ],
    [
      deployments({}),
      "GET /v1/agents/{agentId}/deployments departs from the document: query must have required property 'environment'",
    ],
  ])("and the message says where, what is wrong, and what was sent", async (call, message) => {
    await expect(call()).rejects.toMatchObject({ name: "ContractViolationError", message });
  });

  test("without the key, also where it was put in a query or a body", async () => {
    const apiKey = "canary-5f2a";
    const polyai = mock.client({ apiKey });
    const misplaced = [
      () => polyai.DELETE(NUMBERS, { params: { path }, body: { phoneNumbers: [{ apiKey }] } as never }),
      () => polyai.GET(NUMBERS, { params: { path, query: { api_key: apiKey } as never } }),
    ];
    for (const call of misplaced) {
      const error = await call().catch((e) => e);
      expect(error).toBeInstanceOf(ContractViolationError);
      expect(error.message).toContain("[redacted]");
      expect(error.message + JSON.stringify(error)).not.toContain(apiKey);
    }
  });

  test("in whole sentences, also where Prism cuts its report off", async () => {
    const phoneNumbers = Array.from({ length: 300 }, (_, i) => i);
    const error = await release({ phoneNumbers })().catch((e) => e);
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.violations.length).toBeGreaterThan(20);
    expect(error.violations.at(-1)).toMatchObject({ rule: "more" });
    expect(error.message).toMatch(/body\.phoneNumbers\[9\] must be string, sent 9; and \d+ more$/);
    for (const { location, message } of error.violations.slice(0, -1)) {
      expect(location).toMatch(/^body\.phoneNumbers\[\d+\]$/);
      expect(message).toBe("must be string");
    }
  });
});

describe("the mock answers what it is asked for", () => {
  test("the first example without being asked", async () => {
    const { data } = await mock.client().GET("/v1/agents");
    expect(data).toHaveLength(3);
  });

  test("a named example of an operation, and of no other", async () => {
    const polyai = mock.client({
      answers: { deletePhoneNumbers: { example: "someNotReleased" }, listAgents: { example: "noAgents" } },
    });
    const { data } = await polyai.DELETE(NUMBERS, { params: { path }, body: { phoneNumbers: ["+442079460018"] } });
    expect(data.errors).toHaveLength(1);
    expect((await polyai.GET("/v1/agents")).data).toEqual([]);
    expect((await polyai.GET(NUMBERS, { params: { path } })).data.phoneNumbers).toHaveLength(4);
  });

  test("a status", async () => {
    const polyai = mock.client({ answers: { listPhoneNumbers: { status: 403 } } });
    await expect(polyai.GET(NUMBERS, { params: { path } })).rejects.toThrow(ApiError);
  });

  test("generated data, the same for the same seed", async () => {
    const generated = async (seed: string) =>
      (
        await mock
          .client({ answers: { listConnectors: { generate: true, seed } } })
          .GET("/v1/agents/{agentId}/telephony/connectors", { params: { path } })
      ).data;
    expect(await generated("1")).toEqual(await generated("1"));
    expect(await generated("1")).not.toEqual(await generated("2"));
  });

  test.each([
    [{ listAgents: { example: "none" } }, 'listAgents has no example "none"; it has threeAgents, noAgents'],
    [{ listAgents: { status: 500 } }, "listAgents has no status 500; the document has 200"],
    [{ listAgent: { status: 200 } }, 'there is no operation "listAgent" in the document'],
  ])("what it does not have is an error at once that names what there is: %j", (answers, message) => {
    expect(() => mock.client({ answers: answers as never })).toThrow(message);
  });

  test("what a call asks for wins over what its client asks for", async () => {
    const polyai = mock.client({ answers: { listAgents: { example: "threeAgents" } } });
    const { data } = await polyai.GET("/v1/agents", { headers: prefer("listAgents", { example: "noAgents" }) });
    expect(data).toEqual([]);
  });
});
