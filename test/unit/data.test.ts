import { describe, expect, test } from "vitest";
import { ResponseFormatError } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const path = { collectionId: "jazz" };

function client(answer: () => Response) {
  const { fetch, calls } = recordingFetch(answer);
  return { library: createFixtureClient({ region: "north", apiKey: "k", fetch, maxRetries: 0 }), calls };
}

describe("the data of a success", () => {
  test("is the parsed JSON, with the response beside it", async () => {
    const { library } = client(() => Response.json({ deleted: ["Blue"] }, { headers: { "x-request-id": "abc" } }));
    const { data, response } = await library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      body: { titles: ["Blue"] },
    });
    expect(data.deleted).toEqual(["Blue"]);
    expect(data.errors ?? []).toEqual([]);
    expect(response.headers.get("x-request-id")).toBe("abc");
  });

  test("is undefined for a 204", async () => {
    const { library } = client(() => new Response(null, { status: 204 }));
    expect((await library.DELETE("/collections/{collectionId}", { params: { path } })).data).toBeUndefined();
  });

  test("is the JSON, or undefined, if the response has no schema", async () => {
    const full = client(() => Response.json({ shelves: [{ id: "low" }] }));
    const empty = client(() => new Response(""));
    const list = "/collections/{collectionId}/shelves";
    expect((await full.library.GET(list, { params: { path } })).data).toEqual({ shelves: [{ id: "low" }] });
    expect((await empty.library.GET(list, { params: { path } })).data).toBeUndefined();
  });

  test.each([
    [
      "no body where one is promised",
      () => new Response(""),
      /200 with text\/plain: the body is empty, but the document describes one/,
    ],
    [
      "a 204 where a body is promised",
      () => new Response(null, { status: 204 }),
      /204 with no content type: the body is empty/,
    ],
    [
      "HTML",
      () => new Response("<html>login</html>", { headers: { "content-type": "text/html" } }),
      /200 with text\/html: the body is not JSON \(18 characters\)/,
    ],
    ["broken JSON", () => new Response('[{"id":', { headers: { "content-type": "application/json" } }), /not JSON/],
  ])("that is %s is a ResponseFormatError", async (_, answer, message) => {
    const { library } = client(answer);
    const call = library.GET("/collections");
    await expect(call).rejects.toThrow(ResponseFormatError);
    await expect(call).rejects.toThrow(message);
  });
});

describe("what is sent", () => {
  test("is the body as JSON, with its content type", async () => {
    const { library, calls } = client(() => Response.json({ deleted: [] }));
    await library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      body: { titles: ["Blue"] },
    });
    expect(calls[0]?.init).toMatchObject({ method: "DELETE", body: '{"titles":["Blue"]}', redirect: "manual" });
    expect(calls[0]?.init.headers["content-type"]).toBe("application/json");
  });

  test("has no content type without a body", async () => {
    const { library, calls } = client(() => Response.json([]));
    await library.GET("/collections");
    expect(calls[0]?.init.headers).not.toHaveProperty("content-type");
    expect(calls[0]?.init.body).toBeOneOf([undefined, null]);
  });

  test("has the query without undefined values", async () => {
    const { library, calls } = client(() => Response.json({ loans: [] }));
    const query = { state: "due", limit: undefined } as unknown as { state: "due" };
    await library.GET("/collections/{collectionId}/loans", { params: { path, query } });
    expect(calls[0]?.url).toBe("https://api.north.records.example/collections/jazz/loans?state=due");
  });

  test.each([
    ["an object", { "x-trace": "1" }],
    ["pairs", [["x-trace", "1"]] as [string, string][]],
    ["Headers", new Headers({ "x-trace": "1" })],
  ])("has the call's own headers, given as %s", async (_, headers) => {
    const { library, calls } = client(() => Response.json([]));
    await library.GET("/collections", { headers });
    expect(Object.entries(calls[0]?.init.headers ?? {}).sort()).toEqual([
      ["user-agent", expect.stringContaining("polyai-agents/")],
      ["x-api-key", "k"],
      ["x-trace", "1"],
    ]);
  });
});
