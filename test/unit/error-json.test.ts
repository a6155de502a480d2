import { err as pinoSerializer } from "pino-std-serializers";
import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError } from "../../src/index.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";

async function errorWith(fetch: FixtureOptions["fetch"]): Promise<Error> {
  const client = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch, maxRetries: 0 });
  return client.GET("/collections").then(
    () => expect.fail("it resolved"),
    (error: Error) => error,
  );
}

const facts = {
  operation: "GET /collections",
  host: expect.any(String),
  attempts: 1,
  elapsedMs: expect.any(Number),
  retryable: false,
  mayHaveExecuted: false,
};
const answered = () =>
  errorWith(async () => Response.json({ error_code: "gone" }, { status: 404, headers: { "x-request-id": "r-1" } }));
const broken = () => {
  const cause = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  return errorWith(async () => Promise.reject(new TypeError("fetch failed", { cause })));
};

describe("JSON.stringify", () => {
  test("writes every property of an ApiError, the headers as an object", async () => {
    expect(JSON.parse(JSON.stringify(await answered()))).toEqual({
      ...facts,
      name: "ApiError",
      message: expect.stringContaining("GET /collections → 404"),
      status: 404,
      code: "gone",
      requestId: "r-1",
      body: { error_code: "gone" },
      headers: { "content-type": "application/json", "x-request-id": "r-1" },
    });
  });

  test("writes the cause of a ConnectionError", async () => {
    expect(JSON.parse(JSON.stringify({ error: await broken() })).error).toEqual({
      ...facts,
      retryable: true,
      name: "ConnectionError",
      message: expect.stringContaining("could not be made"),
      cause: { name: "TypeError", message: "fetch failed" },
    });
  });
});

test("pino's serializer has the class, the message and the properties", async () => {
  expect(pinoSerializer(await answered())).toMatchObject({
    type: "ApiError",
    message: expect.stringContaining("404"),
    stack: expect.any(String),
    operation: "GET /collections",
    status: 404,
    code: "gone",
    requestId: "r-1",
  });
});

test("structuredClone keeps the message and loses the class and the properties", async () => {
  const error = await answered();
  const clone = structuredClone(error);
  expect(clone.message).toBe(error.message);
  expect(clone).toBeInstanceOf(Error);
  expect(clone).not.toBeInstanceOf(ApiError);
  expect(clone).not.toHaveProperty("status");
  expect(await broken()).toBeInstanceOf(ConnectionError);
});
