import { describe, expect, test } from "vitest";
import { createAgentsClient, ResponseFormatError } from "../../src/index.js";
import { recordingFetch } from "../support/recording-fetch.js";

const path = { agentId: "PROJECT-58RP822I" };

function client(answer: () => Response) {
  const { fetch, calls } = recordingFetch(answer);
  return { polyai: createAgentsClient({ region: "uk", apiKey: "k", fetch, maxRetries: 0 }), calls };
}

describe("the data of a success", () => {
  test("is the parsed JSON, with the response beside it", async () => {
    const { polyai } = client(() =>
      Response.json({ deleted: ["+442071838750"] }, { headers: { "x-request-id": "abc" } }),
    );
    const { data, response } = await polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path },
      body: { phoneNumbers: ["+442071838750"] },
    });
    expect(data.deleted).toEqual(["+442071838750"]);
    expect(data.errors ?? []).toEqual([]);
    expect(response.headers.get("x-request-id")).toBe("abc");
  });

  test("is undefined for a 204", async () => {
    const { polyai } = client(() => new Response(null, { status: 204 }));
    expect((await polyai.DELETE("/v1/agents/{agentId}", { params: { path } })).data).toBeUndefined();
  });

  test("is the JSON, or undefined, where the document leaves it open", async () => {
    const full = client(() => Response.json({ branches: [{ id: "main" }] }));
    const empty = client(() => new Response(""));
    const list = "/v1/agents/{agentId}/branches";
    expect((await full.polyai.GET(list, { params: { path } })).data).toEqual({ branches: [{ id: "main" }] });
    expect((await empty.polyai.GET(list, { params: { path } })).data).toBeUndefined();
  });

  test.each([
    ["no body where one is promised", () => new Response(""), /200 without a body, where the document promises one/],
    ["a 204 where a body is promised", () => new Response(null, { status: 204 }), /204 without a body/],
    [
      "HTML",
      () => new Response("<html>login</html>", { headers: { "content-type": "text/html" } }),
      /200 with a body that is not JSON \(text\/html, 18 characters\)/,
    ],
    [
      "broken JSON",
      () => new Response('[{"agentId":', { headers: { "content-type": "application/json" } }),
      /not JSON/,
    ],
  ])("that is %s is a ResponseFormatError", async (_, answer, message) => {
    const { polyai } = client(answer);
    const call = polyai.GET("/v1/agents");
    await expect(call).rejects.toThrow(ResponseFormatError);
    await expect(call).rejects.toThrow(message);
  });
});

describe("what is sent", () => {
  test("is the body as JSON, with its content type", async () => {
    const { polyai, calls } = client(() => Response.json({ deleted: [] }));
    await polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path },
      body: { phoneNumbers: ["+1"] },
    });
    expect(calls[0]?.init).toMatchObject({ method: "DELETE", body: '{"phoneNumbers":["+1"]}', redirect: "manual" });
    expect(calls[0]?.init.headers["content-type"]).toBe("application/json");
  });

  test("has no content type without a body", async () => {
    const { polyai, calls } = client(() => Response.json([]));
    await polyai.GET("/v1/agents");
    expect(calls[0]?.init.headers).not.toHaveProperty("content-type");
    expect(calls[0]?.init.body).toBeNull();
  });

  test("has the query, without what is undefined", async () => {
    const { polyai, calls } = client(() => Response.json({ deployments: [] }));
    const query = { environment: "pre-release", limit: undefined } as unknown as { environment: "pre-release" };
    await polyai.GET("/v1/agents/{agentId}/deployments", { params: { path, query } });
    expect(calls[0]?.url).toBe("https://api.uk.poly.ai/v1/agents/PROJECT-58RP822I/deployments?environment=pre-release");
  });

  test.each([
    ["an object", { "x-trace": "1" }],
    ["pairs", [["x-trace", "1"]] as [string, string][]],
    ["Headers", new Headers({ "x-trace": "1" })],
  ])("has the call's own headers, given as %s", async (_, headers) => {
    const { polyai, calls } = client(() => Response.json([]));
    await polyai.GET("/v1/agents", { headers });
    expect(Object.entries(calls[0]?.init.headers ?? {}).sort()).toEqual([
      ["x-api-key", "k"],
      ["x-trace", "1"],
    ]);
  });
});
