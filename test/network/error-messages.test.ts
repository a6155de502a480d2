import { describe, expect, test } from "vitest";
import { ApiError } from "../../src/index.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

/** What a call rejects with when the server answers with this body. */
async function failure(body: unknown, headers: Record<string, string> = {}, status = 400) {
  await using server = await startServer((_, response) =>
    response.writeHead(status, "No", headers).end(typeof body === "string" ? body : JSON.stringify(body)),
  );
  return await rejection({ baseUrl: server.url });
}

async function rejection(options: FixtureOptions) {
  const client = createFixtureClient({ apiKey: "canary-5f2a", maxRetries: 0, ...options });
  return client.GET("/collections").then(
    () => Promise.reject(new Error("the call succeeded")),
    (e) => e,
  );
}

const API_ERROR = { success: false, error_id: "e-1", error_code: "AGENT_LOCKED", data: null };

describe("the message contains the text of the body", () => {
  test.each<[name: string, body: unknown, message: string, code?: string]>([
    [
      "the API's form",
      { ...API_ERROR, error: "Conflict", error_message: "is locked" },
      "is locked; Conflict",
      "AGENT_LOCKED",
    ],
    [
      "the API's form with a flag",
      { ...API_ERROR, error: true, error_message: "is locked" },
      "is locked",
      "AGENT_LOCKED",
    ],
    ["the API's form, empty", { success: false, error: null, error_code: null, error_message: "" }, ""],
    [
      "its older form",
      { message: "wrong", errors: [{ field: "a.b", message: "missing" }, { field: "c" }] },
      "wrong; a.b missing; c",
    ],
    [
      "problem details",
      { type: "about:blank", title: "Not Found", status: 404, detail: "no route" },
      "Not Found; no route",
    ],
    ["an error that is an object", { error: { message: "no plan", code: 1234, type: "x" } }, "no plan", "1234"],
    ["an error that is a text", { error: "no plan", code: "E_1" }, "no plan", "E_1"],
    ["errors that are texts", { errors: ["one", "two", "one", 3, null, []] }, "one; two"],
    ["errors that are one text", { errors: "one" }, "one"],
    [
      "details with a path",
      { detail: [{ loc: ["body", "titles", 0], msg: "not a number", type: "t" }] },
      "body.titles.0 not a number",
    ],
    [
      "violations",
      { violations: [{ location: "body.titles", rule: "type", message: "must be array" }] },
      "body.titles must be array",
    ],
    ["the same words twice", { error: "Gone", message: "Gone" }, "Gone"],
    ["words of a wrong type", { message: { a: {} }, title: ["a"], detail: 5, error: [{}], errors: { x: 1 } }, "a"],
    [
      "places of a wrong type",
      {
        errors: [
          { field: { a: 1 }, message: "m" },
          { loc: [{}, "b"], msg: "n" },
        ],
      },
      "m; b n",
    ],
    ["a list", [{ message: "one" }, "two"], "one; two"],
    ["a string", '"one"', "one"],
    ["no words", { a: 1 }, ""],
    ["null", "null", ""],
    ["a number", "5", ""],
    ["nothing", "", ""],
    ["blanks", " \n", ""],
    ["plain text", "upstream\n connect error", "upstream connect error"],
    ["HTML with a title", "<html><title>\n502 Bad <b></title><style>b {}</style><h1>x</h1>", "502 Bad"],
    ["HTML without a title", "<style>b {}</style><title> </title><h1>Bad</h1><script>1 <\n2", "Bad"],
    ["HTML without words", "<p><br/></p>", ""],
  ])("%s", async (_, body, message, code) => {
    const error = await failure(body);
    expect(error.message).toBe(`GET /collections → 400 No${message && `: ${message}`} (1 attempt)`);
    expect(error).toMatchObject({ name: "ApiError", status: 400, code });
  });

  test.each<[string, string]>([
    ["lists", `${'{"errors":'.repeat(5_000)}1${"}".repeat(5_000)}`],
    ["arrays", "[".repeat(10_000) + "]".repeat(10_000)],
    ["titles", "<title ".repeat(9_000)],
    ["styles", "<style>".repeat(9_000)],
    ["blanks in a title", `<title>${" ".repeat(60_000)}`],
    ["errors", JSON.stringify({ errors: Array.from({ length: 9_000 }, (_, i) => i) })],
  ])("at most 300 characters of it, whatever it is made of: %s", async (_, body) => {
    expect((await failure(body)).message.length).toBeLessThanOrEqual(300);
  });
});

test("the code of an error is text or undefined, and of the first property that has one", async () => {
  const codes = [
    { error_code: "", code: 0 },
    { error_code: {}, code: ["a"], error: { code: "c" } },
    { code: true },
    {},
  ];
  const found = [];
  for (const body of codes) found.push((await failure(body)).code);
  expect(found).toEqual(["0", "c", undefined, undefined]);
});

test("the id of the request is the correlation id, or else the gateway's, or else another", async () => {
  const ids = { "x-request-id": "c", "x-kong-request-id": "b", "x-polyai-correlation-id": "a" };
  const { "x-polyai-correlation-id": _, ...without } = ids;
  expect(await failure("", ids)).toMatchObject({ requestId: "a" });
  expect(await failure("", without)).toMatchObject({ requestId: "b" });
  expect(await failure("", { "x-request-id": "c", "x-kong-request-id": "" })).toMatchObject({ requestId: "c" });
  expect((await failure("", {})).requestId).toBeUndefined();
  const formatError = await failure("<p>", ids, 200);
  expect(formatError).toMatchObject({ name: "ResponseFormatError", requestId: "a" });
  expect(formatError.message).toContain("(request a, 1 attempt)");
});

describe("a success that is no JSON has the text that came as the body of its error", () => {
  test("its first 1,000 characters, and none of it in the message", async () => {
    const text = `<html>${"wonder ".repeat(300)}`;
    const error = await failure(text, { "content-type": "text/html" }, 200);
    expect(error.body).toBe(text.slice(0, 1_000));
    expect(error.message).toBe(
      "GET /collections → 200 No with text/html: the body is not JSON (2106 characters) (1 attempt)",
    );
  });

  test("undefined if there was none", async () => {
    expect((await failure("", {}, 200)).body).toBeUndefined();
  });
});

test("an AgentsError that a fetch throws is not changed, even if it has the code of a network error", async () => {
  const inner = await failure({ code: "ECONNRESET", message: "fetch failed" });
  expect(inner).toBeInstanceOf(ApiError);
  expect(await rejection({ region: "north", fetch: () => Promise.reject(inner) })).toBe(inner);
});
