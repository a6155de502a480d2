import { beforeAll, expect, test } from "vitest";
import { json, startServer } from "../support/loopback-server.js";
import { describeQuery } from "../support/query-library.js";
import { runInPage } from "../support/run-in-page.js";

let page: typeof import("./swr.program.js");
beforeAll(async () => {
  page = await runInPage("test/network/swr.program.ts");
});

describeQuery((baseUrl) => page.query(baseUrl), undefined);

test("a query may be immutable", async () => {
  await using server = await startServer((_, response) => json(response, 200, []));
  expect(await page.immutable(server.url)).toEqual({ data: [], error: undefined });
});

test("a query by pages asks for each with its own parameters", async () => {
  await using server = await startServer((_, response, count) => json(response, 200, { loans: [count] }));
  const { data, error } = await page.infinite(server.url);
  expect(error).toBeUndefined();
  expect(data).toHaveLength(2);
  const limits = server.received.map(({ url }) => new URL(url, server.url).searchParams.get("limit"));
  expect(new Set(limits)).toEqual(new Set(["1", "2"]));
});

test("a mutation invalidates a query, which is requested again", async () => {
  await using server = await startServer((_, response, count) => json(response, 200, Array(count).fill({})));
  await page.mutate(server.url);
  expect(server.received.map(({ url }) => url)).toEqual(["/collections", "/collections"]);
});
