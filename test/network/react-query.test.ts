import { EventEmitter, once } from "node:events";
import { CancelledError, QueryClient } from "@tanstack/react-query";
import createClient from "openapi-react-query";
import { beforeAll, describe, expect, test } from "vitest";
import { ApiError, UsageError } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";
import { describeQuery, ONE_RECORD } from "../support/query-library.js";
import { runInPage } from "../support/run-in-page.js";

const params = { path: { collectionId: "jazz" } };
const RECORDS = "/collections/{collectionId}/records";

/** A server that delays the response to the first request. Resolves when it has come, and when its connection has closed. */
async function delayingServer() {
  const requests = new EventEmitter();
  const arrived = once(requests, "request");
  const server = await startServer((_, response) => requests.emit("request", response));
  const closed = arrived.then(([response]) => once(response, "close"));
  return { ...server, arrived, closed };
}

describe("in a component", () => {
  let page: typeof import("./react-query.program.js");
  beforeAll(async () => {
    page = await runInPage("test/network/react-query.program.ts");
  });

  describeQuery((baseUrl) => page.query(baseUrl), null);

  test("a query may suspend", async () => {
    await using server = await startServer((_, response) => json(response, 200, ONE_RECORD));
    expect(await page.suspenseQuery(server.url)).toEqual(ONE_RECORD.records);
  });

  test("a query by pages gives its page as a parameter", async () => {
    await using server = await startServer((_, response) => json(response, 200, { loans: [] }));
    const { data, error } = await page.infiniteQuery(server.url);
    expect({ data, error }).toEqual({ data: { pages: [{ loans: [] }], pageParams: [1] }, error: null });
    expect(server.received[0]?.url).toBe("/collections/jazz/loans?state=out&limit=1");
  });

  test("a mutation sends its body and has the data", async () => {
    await using server = await startServer((_, response) => json(response, 200, { deleted: ["Blue"] }));
    expect(await page.mutation(server.url)).toEqual({ deleted: ["Blue"], error: null });
    expect(server.received[0]).toMatchObject({ method: "DELETE", body: '{"titles":["Blue"]}' });
  });

  test("a mutation that is refused has the ApiError as its error", async () => {
    await using server = await startServer((_, response) => json(response, 403, {}));
    expect(await page.mutation(server.url)).toMatchObject({
      deleted: undefined,
      error: { name: "ApiError", status: 403 },
    });
  });

  test("a query is aborted when its component is gone", async () => {
    const server = await delayingServer();
    const fetchStatus = await page.leave(server.url, server.arrived);
    await server.closed;
    expect(fetchStatus()).toBe("idle");
    await server.close();
  });
});

describe("outside of one", () => {
  const library = (baseUrl: string) => createFixtureClient({ baseUrl, apiKey: "k", maxRetries: 0 });

  test("the query options fetch the data", async () => {
    await using server = await startServer((_, response) => json(response, 200, ONE_RECORD));
    const $api = createClient(library(server.url).fetchClient);
    const { records } = await new QueryClient().fetchQuery($api.queryOptions("get", RECORDS, { params }));
    expect(records.map(({ title }) => title)).toEqual(["Blue"]);
  });

  test("a success without a body is null, since a query cannot be undefined", async () => {
    await using server = await startServer((_, response) => response.writeHead(204).end());
    const $api = createClient(library(server.url).fetchClient);
    const options = $api.queryOptions("get", "/collections/{collectionId}/shelves", { params });
    expect(await new QueryClient().fetchQuery(options)).toBeNull();
  });

  test("a rejected call throws the ApiError", async () => {
    await using server = await startServer((_, response) => json(response, 403, {}));
    const $api = createClient(library(server.url).fetchClient);
    const fetched = new QueryClient().fetchQuery($api.queryOptions("get", RECORDS, { params }));
    await expect(fetched).rejects.toBeInstanceOf(ApiError);
  });

  test("a query that is cancelled ends its request", async () => {
    const server = await delayingServer();
    const $api = createClient(library(server.url).fetchClient);
    const queries = new QueryClient();
    const options = $api.queryOptions("get", RECORDS, { params });
    const fetched = expect(queries.fetchQuery(options)).rejects.toBeInstanceOf(CancelledError);
    await server.arrived;
    await queries.cancelQueries(options);
    await fetched;
    await server.closed;
    await server.close();
  });

  test.each([
    ["another base URL", { baseUrl: "https://elsewhere.example" }],
    ["another fetch", { fetch: () => Promise.reject(new Error("called")) }],
    ["a middleware", { middleware: [] }],
  ])("an init that would send the call elsewhere is refused: %s", async (_, more) => {
    await using server = await startServer((_, response) => json(response, 200, ONE_RECORD));
    const $api = createClient(library(server.url).fetchClient);
    const fetched = new QueryClient().fetchQuery($api.queryOptions("get", RECORDS, { params, ...more }));
    await expect(fetched).rejects.toBeInstanceOf(UsageError);
    expect(server.received).toHaveLength(0);
  });
});
