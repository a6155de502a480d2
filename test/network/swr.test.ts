import { beforeAll, expect, test } from "vitest";
import { isAgentsError } from "../../src/index.js";
import { runInPage } from "../support/page.js";
import { json, startServer } from "../support/server.js";

let page: typeof import("./swr.program.js");
beforeAll(async () => {
  page = await runInPage("test/network/swr.program.ts");
});

const ONE_NUMBER = { phoneNumbers: [{ number: "+442071838750", projectId: "PROJECT-58RP822I" }] };

test("a query has the data", async () => {
  await using server = await startServer((_, response) => json(response, 200, ONE_NUMBER));
  expect(await page.query(server.url)).toEqual({ numbers: ["+442071838750"], error: undefined });
  const [request] = server.received;
  expect(request?.url).toBe("/v1/agents/PROJECT-58RP822I/telephony/phone-numbers");
  expect(request?.headers["x-api-key"]).toBe("k");
});

test("a query that is refused has the ApiError as its error", async () => {
  await using server = await startServer((_, response) => json(response, 403, { message: "not yours" }));
  const { numbers, error } = await page.query(server.url);
  expect(numbers).toBeUndefined();
  expect(isAgentsError(error)).toBe(true);
  expect(error).toMatchObject({ name: "ApiError", status: 403, body: { message: "not yours" }, attempts: 1 });
});

test("a query may be immutable", async () => {
  await using server = await startServer((_, response) => json(response, 200, []));
  expect(await page.immutable(server.url)).toEqual({ data: [], error: undefined });
});

test("a query by pages asks for each with its own parameters", async () => {
  await using server = await startServer((_, response, count) => json(response, 200, { deployments: [count] }));
  const { data, error } = await page.infinite(server.url);
  expect(error).toBeUndefined();
  expect(data).toHaveLength(2);
  const limits = server.received.map(({ url }) => new URL(url, server.url).searchParams.get("limit"));
  expect(new Set(limits)).toEqual(new Set(["1", "2"]));
});

test("a mutation asks again for what a query has", async () => {
  await using server = await startServer((_, response, count) => json(response, 200, Array(count).fill({})));
  await page.mutate(server.url);
  expect(server.received.map(({ url }) => url)).toEqual(["/v1/agents", "/v1/agents"]);
});
