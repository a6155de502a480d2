import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ApiError, type Fetch } from "../../src/index.js";
import { ContractViolationError, scriptedFailures } from "../../src/testing/index.js";
import { connectMock } from "../../src/testing/mock.js";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";
import {
  FIXTURE_API,
  type FixtureMock,
  type FixtureMockOptions,
  preferFixture,
  startFixtureMock,
} from "../support/fixture-kit.js";

const path = { collectionId: "jazz" };
const RECORDS = "/collections/{collectionId}/records";
const PLAYERS = "/collections/{collectionId}/players";

let mock: FixtureMock;
beforeAll(async () => {
  mock = await startFixtureMock();
}, 60_000);
afterAll(() => mock.close());

describe("a request that does not match the document fails the call", () => {
  const remove = (body: unknown) => () => mock.client().DELETE(RECORDS, { params: { path }, body: body as never });
  const addShelf = (body: unknown) => () =>
    mock.client().POST("/collections/{collectionId}/shelves", { params: { path }, body: body as never });
  const loans = (query: object) => () =>
    mock.client().GET("/collections/{collectionId}/loans", { params: { path, query: query as never } });

  test.each<[string, () => Promise<unknown>, object]>([
    ["a wrong type in a list", remove({ titles: ["+1", "+2", 3] }), { location: "body.titles[2]", sent: 3 }],
    ["too few items", remove({ titles: [] }), { location: "body.titles", rule: "minItems", sent: [] }],
    ["a missing property", remove({}), { location: "body", rule: "required" }],
    [
      "an unknown property, where the document is silent",
      remove({ titles: ["+1"], force: true }),
      { rule: "additionalProperties" },
    ],
    [
      "an unknown nested property",
      addShelf({ name: "a", place: { room: "b", floor: 1 } }),
      { location: "body.place", rule: "additionalProperties" },
    ],
    ["a value out of an enum", loans({ state: "lost" }), { location: "query.state", rule: "enum", sent: "lost" }],
    ["no body", remove(undefined), { location: "request", rule: "required", message: "body is required" }],
    ["a missing query parameter", loans({}), { location: "query", rule: "required" }],
    ["an unknown query parameter", loans({ state: "out", page: 2 }), { location: "query.page", sent: "2" }],
    [
      "a path that is none",
      () => mock.client().GET("/v2/collections" as never, {} as never),
      { location: "path", rule: "path" },
    ],
  ])("%s", async (_, call, violation) => {
    const error = (await call().catch((e) => e)) as ContractViolationError;
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.violations).toEqual(expect.arrayContaining([expect.objectContaining(violation)]));
    expect(error.operation).toMatch(/^(GET|POST|DELETE) \/(v2\/)?collections/);
    expect(error.message).not.toContain("any-key");
    expect(error.message).not.toMatch(/\n/);
  });

  test.each<[() => Promise<unknown>, string]>([
    [
      remove({ titles: ["+1", "+2", 3], force: true }),
      "DELETE /collections/{collectionId}/records: the request does not match the OpenAPI document: body has an " +
        `unknown property 'force', sent {"titles":["+1","+2",3],"force":true}; body.titles[2] must be ` +
        "string, sent 3",
    ],
    [
      loans({ state: "lost", page: 2 }),
      "GET /collections/{collectionId}/loans: the request does not match the OpenAPI document: query.page is not a " +
        'parameter (known: state, limit), sent "2"; query.state must be equal to one of the allowed values: out, due, back, sent "lost"',
    ],
    [
      loans({}),
      "GET /collections/{collectionId}/loans: the request does not match the OpenAPI document: query must have required property 'state'",
    ],
  ])("and the message says where, what is wrong, and what was sent", async (call, message) => {
    await expect(call()).rejects.toMatchObject({ name: "ContractViolationError", message });
  });

  test.each(["canary-5f2a", 'canary/5f2a"+$&'])(
    "without the key %s, also where it was put in a path, a query or a body",
    async (apiKey) => {
      const half = JSON.stringify(apiKey.slice(0, 8)).slice(1, -1);
      const library = mock.client({ apiKey });
      const misplaced = [
        () => library.DELETE(RECORDS, { params: { path }, body: { titles: [{ apiKey }] } as never }),
        () =>
          library.DELETE(RECORDS, {
            params: { path },
            body: { titles: [], [`${"x".repeat(90)}${apiKey}`]: 1 } as never,
          }),
        () => library.GET(RECORDS, { params: { path, query: { api_key: apiKey } as never } }),
        () => library.GET(`/v2/${apiKey}` as never, {} as never),
        () => library.GET(RECORDS, { params: { path, query: { [apiKey.toUpperCase()]: "1" } as never } }),
      ];
      for (const call of misplaced) {
        const error = await call().catch((e) => e);
        expect(error).toBeInstanceOf(ContractViolationError);
        expect(error.message).toContain("[redacted]");
        expect((error.message + JSON.stringify(error)).toLowerCase()).not.toContain(half);
      }
    },
  );

  test("with every violation, ten of them in the message", async () => {
    const titles = Array.from({ length: 300 }, (_, i) => i);
    const error = await remove({ titles })().catch((e) => e);
    expect(error).toBeInstanceOf(ContractViolationError);
    const found = titles.map((sent) => ({
      location: `body.titles[${sent}]`,
      rule: "type",
      message: "must be string",
      sent,
    }));
    expect(error.violations).toEqual(found);
    expect(error.message).toMatch(/body\.titles\[9\] must be string, sent 9; and 290 more$/);
  });

  test("also for any other client, which gets the violations in the body", async () => {
    const titles = Array.from({ length: 300 }, (_, i) => i);
    const mismatch = {
      title: "The request does not match the OpenAPI document",
      status: 400,
      detail: expect.stringMatching(/^body\.titles\[0\] must be string; .+; and 297 more$/),
      violations: expect.arrayContaining([
        { location: "body.titles[299]", rule: "type", message: "must be string", sent: 299 },
      ]),
    };
    const plain = createFixtureClient({ baseUrl: mock.url, apiKey: "k" });
    const error = await plain.DELETE(RECORDS, { params: { path }, body: { titles } as never }).catch((e) => e);
    expect(error).toMatchObject({ name: ApiError.name, status: 400, attempts: 1, body: mismatch });
    const response = await fetch(`${mock.url}/collections/jazz/records`, {
      method: "DELETE",
      headers: { "x-api-key": "k", "content-type": "application/json" },
      body: JSON.stringify({ titles }),
    });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toEqual(mismatch);
  });

  test("but not for a response that a test made up", async () => {
    const violations = [null, 1, { location: "body" }];
    for (const body of ["no JSON", { violations: "many" }, { violations }, null]) {
      const headers = { "content-type": "application/problem+json" };
      const library = mock.client({ fetch: scriptedFailures(fetch, [{ status: 422, headers, body }]) });
      await expect(library.GET("/collections")).rejects.toMatchObject({ name: ApiError.name, status: 422 });
    }
  });
});

describe("the mock server sends the requested response", () => {
  test("the first example without being asked", async () => {
    const { data } = await mock.client().GET("/collections");
    expect(data).toHaveLength(2);
  });

  test("a named example of an operation, and of no other", async () => {
    const library = mock.client({
      answers: { removeRecords: { example: "someKept" }, listCollections: { example: "noCollections" } },
    });
    const { data } = await library.DELETE(RECORDS, { params: { path }, body: { titles: ["Blue"] } });
    expect(data.errors).toHaveLength(1);
    expect((await library.GET("/collections")).data).toEqual([]);
    expect((await library.GET(RECORDS, { params: { path } })).data.records).toHaveLength(4);
  });

  test("a status", async () => {
    const library = mock.client({ answers: { listPlayers: { status: 403 } } });
    await expect(library.GET(PLAYERS, { params: { path } })).rejects.toThrow(ApiError);
  });

  test("generated data, the same for the same seed", async () => {
    const generated = async (seed: string) =>
      (await mock.client({ answers: { listPlayers: { generate: true, seed } } }).GET(PLAYERS, { params: { path } }))
        .data;
    expect(await generated("1")).toEqual(await generated("1"));
    expect(await generated("1")).not.toEqual(await generated("2"));
  });

  test.each([
    [
      { listCollections: { example: "none" } },
      'listCollections has no example "none"; it has twoCollections, noCollections',
    ],
    [{ listCollections: { status: 500 } }, "listCollections has no status 500; the document has 200"],
    [{ listCollection: { status: 200 } }, 'the OpenAPI document has no operation "listCollection"'],
  ])(
    "an unknown operation, status or example throws immediately, and the error lists the valid ones: %j",
    (answers, message) => {
      expect(() => mock.client({ answers: answers as never })).toThrow(message);
    },
  );

  test("the preference of a call wins over that of its client", async () => {
    const library = mock.client({ answers: { listCollections: { example: "twoCollections" } } });
    const { data } = await library.GET("/collections", {
      headers: preferFixture("listCollections", { example: "noCollections" }),
    });
    expect(data).toEqual([]);
  });
});

describe("a client of the mock calls nothing else", () => {
  /** A fetch in place of the network that keeps the origins called, and the keys that were sent. */
  function recording() {
    const calls: string[] = [];
    const record: typeof fetch = async (input, init) => {
      calls.push(`${new URL(String(input)).origin} ${new Headers(init?.headers).get("x-api-key")}`);
      return fetch(input, init);
    };
    return { calls, fetch: record };
  }

  test.each<[string, FixtureMockOptions]>([
    ["no base URL", { baseUrl: undefined }],
    ["neither region nor key", { region: undefined, apiKey: undefined }],
    ["a region", { region: "eu" }],
    ["another base URL", { baseUrl: "https://library.example" }],
  ] as [string, FixtureMockOptions][])("whatever it is given: %s", async (_, options) => {
    const { calls, fetch } = recording();
    const library = mock.client({ ...options, fetch });
    await library.GET("/collections");
    await mock
      .client({ fetch })
      .with(options as object)
      .GET("/collections");
    await library
      .with(options as object)
      .with({ timeout: 1_000 })
      .with(options as object)
      .GET("/collections");
    expect(new Set(calls)).toEqual(new Set([`${mock.url} any-key`]));
  });

  test("whatever fetch `with` is given, and with the answers that it was asked for", async () => {
    const { calls, fetch } = recording();
    const answers = { listCollections: { example: "noCollections" } } as const;
    const library = mock.client({ answers }).with({ fetch, region: "eu" } as object);
    expect((await library.GET("/collections")).data).toEqual([]);
    await expect(library.GET(RECORDS, { params: { path, query: { x: 1 } as never } })).rejects.toThrow("query.x");
    expect(calls).toHaveLength(2);
  });

  test("and keeps the key that it was given, and its middleware", async () => {
    const { calls, fetch } = recording();
    const library = mock.client({ apiKey: () => "rotated", fetch });
    const seen: string[] = [];
    library.use({ onRequest: ({ request }) => void seen.push(new URL(request.url).origin) });
    await library.with({ timeout: 1_000 }).GET("/collections");
    expect([calls, seen]).toEqual([[`${mock.url} rotated`], [mock.url]]);
  });

  test("since its fetch refuses another origin", async () => {
    let given: Fetch = fetch;
    const api: typeof FIXTURE_API = {
      ...FIXTURE_API,
      createClient: (options = {}) => {
        given = options.fetch ?? given;
        return FIXTURE_API.createClient(options);
      },
    };
    connectMock<FixtureMockOptions, FixtureClient>(api, mock.url).client();
    const words = "a client of the mock server can only call http://127.0.0.1:";
    for (const url of ["https://library.example/collections", "http://127.0.0.2/collections"]) {
      await expect(given(url, { method: "GET" } as never)).rejects.toThrow(words);
    }
  });
});
