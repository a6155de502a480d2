import { describe, expect, test } from "vitest";
import { isApiErrorOf } from "../../src/api-error.js";
import { createFixtureClient } from "../support/fixture-client.js";

const operation = "GET /collections";

async function rejection(response: Response): Promise<unknown> {
  const client = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch: async () => response });
  return client.GET("/collections").catch((error: unknown) => error);
}

describe("isApiError", () => {
  test("is true for the operation and the status of an ApiError with a JSON body", async () => {
    const error = await rejection(Response.json({ message: "no" }, { status: 404 }));
    expect(isApiErrorOf(error, operation)).toBe(true);
    expect(isApiErrorOf(error, operation, 404)).toBe(true);
  });

  test("does not hold for another operation or status", async () => {
    const error = await rejection(Response.json({ message: "no" }, { status: 404 }));
    expect(isApiErrorOf(error, "POST /collections")).toBe(false);
    expect(isApiErrorOf(error, operation, 400)).toBe(false);
  });

  test.each([
    ["no body", new Response(null, { status: 404 })],
    ["HTML", new Response("<h1>Not found</h1>", { status: 404 })],
    ["null", Response.json(null, { status: 404 })],
    ["a success that is not JSON", new Response("<h1>Welcome</h1>")],
  ])("does not hold for %s", async (_, response) => {
    expect(isApiErrorOf(await rejection(response), operation)).toBe(false);
  });

  test.each([undefined, null, "error", new Error("no"), { name: "ApiError", operation, status: 404, body: {} }])(
    "does not hold for %s, which is no error of the client",
    (value) => {
      expect(isApiErrorOf(value, operation)).toBe(false);
    },
  );
});
