import { fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ApiError } from "../../src/index.js";
import { ContractViolationError, connectMockApi, type MockApi, startMockApi } from "../../src/testing/index.js";
import { ROOT } from "../support/run.js";
import { startServer } from "../support/server.js";

const path = { agentId: "PROJECT-58RP822I" };
const NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";

let mock: MockApi;
beforeAll(async () => {
  mock = await startMockApi();
}, 20_000);
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
    ["a value out of an enum", deployments({ environment: "prod" }), { location: "query.environment", rule: "enum" }],
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

  test("in whole sentences, also where Prism cuts its report off", async () => {
    const phoneNumbers = Array.from({ length: 300 }, (_, i) => i);
    const error = await release({ phoneNumbers })().catch((e) => e);
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.violations.length).toBeGreaterThan(20);
    expect(error.violations.at(-1)).toMatchObject({ rule: "more" });
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
    [{ listAgents: { example: "none" } }, /listAgents has no example "none"; it has threeAgents, noAgents/],
    [{ listAgents: { status: 500 } }, /listAgents has no status 500; the document has 200/],
  ])("what it does not have is an error that names what there is: %j", async (answers, message) => {
    await expect(mock.client({ answers: answers as never }).GET("/v1/agents")).rejects.toThrow(message);
  });
});

test("coverage counts what any client did, and lists the rest", async () => {
  await using own = await startMockApi();
  expect((await own.coverage()).operations.covered).toBe(0);
  await own.client().GET("/v1/agents");
  await connectMockApi(own.url)
    .client({ answers: { listPhoneNumbers: { status: 401 } } })
    .GET(NUMBERS, { params: { path } })
    .catch(() => {});
  await fetch(`${own.url}/v1/agents/a`, { method: "DELETE", headers: { "x-api-key": "k" } });
  const coverage = await own.coverage();
  expect(coverage.operations).toMatchObject({ covered: 3 });
  expect(coverage.statuses).toMatchObject({ covered: 3 });
  expect(coverage.rows.find(({ id }) => id === "listPhoneNumbers")).toMatchObject({
    seen: [401],
    missing: [200, 400, 403],
  });
  expect(String(coverage)).toMatch(/^3 of \d+ operations, 3 of \d+ statuses\n/);
  expect(String(coverage)).toMatch(/ {2}listPhoneNumbers +without 200, 400, 403\n/);
}, 20_000);

test("a crash of Prism fails the call in hand with Prism's own words, and the next call finds it restarted", async () => {
  await using own = await startMockApi();
  const polyai = own.client();
  // The client would never send such a path; the mock's own fetch is beneath this one.
  const call = own
    .client({ fetch: (input, init) => fetch(String(input).replace("CRASH", "%zz"), init) })
    .GET(NUMBERS, { params: { path: { agentId: "CRASH" } } });
  await expect(call).rejects.toThrow(/the mock ended while it answered GET .+, and starts again: URIError/);
  expect((await polyai.GET("/v1/agents")).data).toHaveLength(3);
}, 20_000);

describe("bad input is one clear line", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
    await writeFile(join(folder, "broken.yaml"), "openapi: [3.1.0\npaths: {");
    await writeFile(join(folder, "other.yaml"), "title: a shopping list\n");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each([
    ["missing.yaml", /the mock cannot start: there is no document at .*missing\.yaml$/],
    ["broken.yaml", /broken\.yaml is not YAML: .+/],
    ["other.yaml", /other\.yaml is not an OpenAPI document$/],
  ])(
    "a document such as %s",
    async (name, message) => {
      const error = await startMockApi({ document: join(folder, name) }).catch((e) => e);
      expect(error.message).toMatch(message);
      expect(error.message).not.toMatch(/\n/);
    },
    20_000,
  );

  test("Prism not installed", async () => {
    // Where there is no node_modules to find it in.
    await cp(join(ROOT, "src/testing/prism-process.js"), join(folder, "prism-process.mjs"));
    const child = fork(join(folder, "prism-process.mjs"), { execArgv: [] });
    const answer = once(child, "message");
    child.send({ serve: { document: join(ROOT, "openapi/agents.yaml"), port: 0 } });
    const [{ error }] = await answer;
    expect(error).toMatch(/^it needs Prism: npm install --save-dev @stoplight\/prism-core@\S+ .+$/);
    child.disconnect();
    await once(child, "exit");
  });

  test("a port in use", async () => {
    await using server = await startServer(() => {});
    const port = Number(new URL(server.url).port);
    await expect(startMockApi({ port })).rejects.toThrow(
      `the mock cannot start: port ${port} is in use; give another, or none`,
    );
  }, 20_000);
});
