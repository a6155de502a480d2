import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type FailureStep, scriptedFailures } from "../../src/testing/scripted-failures.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const URL_OF_API = "https://api.example/collections";
const answering: typeof fetch = async () => Response.json(["passed on"]);

/** What one request meets. */
function meet(step: FailureStep, init?: RequestInit): Promise<Response> {
  return scriptedFailures(answering, [step])(URL_OF_API, init);
}

describe("scriptedFailures", () => {
  test("takes one step for each request, in order, and then passes on", async () => {
    const fetch = scriptedFailures(answering, ["reset", "ok", { status: 429, retryAfter: 1 }, "html-error"]);
    await expect(fetch(URL_OF_API)).rejects.toThrow("fetch failed");
    expect(await (await fetch(URL_OF_API)).json()).toEqual(["passed on"]);
    const limited = await fetch(URL_OF_API);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await fetch(URL_OF_API)).status).toBe(502);
    expect(await (await fetch(URL_OF_API)).json()).toEqual(["passed on"]);
  });

  test("passes a string, a URL or a Request on to the platform's fetch", async () => {
    await using server = await startServer((_, response) => json(response, 200, []));
    const fetch = scriptedFailures(globalThis.fetch, ["reset"]);
    await expect(fetch(server.url)).rejects.toThrow(TypeError);
    for (const input of [server.url, new URL(server.url), new Request(server.url)]) {
      expect((await fetch(input)).status).toBe(200);
    }
  });

  test.each([
    ["reset", { code: "ECONNRESET" }],
    ["refused", { code: "ECONNREFUSED", syscall: "connect" }],
  ] as const)("%s rejects as Node's fetch does", async (step, cause) => {
    await expect(meet(step)).rejects.toMatchObject({ name: "TypeError", message: "fetch failed", cause });
  });

  test.each(["signal of the init", "signal of the Request"])("stall ends with the reason of the %s", async (where) => {
    const controller = new AbortController();
    const { signal } = controller;
    const fetch = scriptedFailures(answering, ["stall"]);
    const answer = where.includes("Request")
      ? fetch(new Request(URL_OF_API, { signal }))
      : fetch(URL_OF_API, { signal });
    const first = await Promise.race([answer.catch(() => "ended"), setImmediate("waits")]);
    expect(first).toBe("waits");
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });

  test("stall-body sends headers, and ends with the signal's reason", async () => {
    const controller = new AbortController();
    const response = await meet("stall-body", { signal: controller.signal });
    expect(response.status).toBe(200);
    const text = response.text();
    expect(await Promise.race([text.catch(() => "ended"), setImmediate("waits")])).toBe("waits");
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(text).rejects.toBe(reason);
  });

  test("cut-body breaks off as undici's bodies do", async () => {
    const response = await meet("cut-body");
    expect(response.status).toBe(200);
    const error = { name: "TypeError", message: "terminated", cause: { code: "UND_ERR_SOCKET" } };
    await expect(response.json()).rejects.toMatchObject(error);
  });

  test("bad-json, empty, html-error and redirect are answers", async () => {
    await expect((await meet("bad-json")).json()).rejects.toThrow(SyntaxError);
    expect(await (await meet("empty")).text()).toBe("");
    expect((await meet("html-error")).headers.get("content-type")).toBe("text/html");
    const redirect = await meet("redirect");
    expect([redirect.status, redirect.headers.get("location")]).toEqual([302, "https://elsewhere.example/"]);
  });

  test("a scripted response has its status, headers and body", async () => {
    const text = await meet({ status: 503, body: "busy", headers: { "x-request-id": "abc" } });
    expect([text.status, text.headers.get("x-request-id"), await text.text()]).toEqual([503, "abc", "busy"]);
    const data = await meet({ status: 409, body: { message: "conflict" } });
    expect([data.headers.get("content-type"), await data.json()]).toEqual([
      "application/json",
      { message: "conflict" },
    ]);
    expect((await meet({ status: 204 })).body).toBe(null);
  });

  test("a request whose signal has aborted takes no step", async () => {
    const fetch = scriptedFailures(answering, ["reset"]);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(fetch(URL_OF_API, { signal })).rejects.toThrow("enough");
    await expect(fetch(URL_OF_API)).rejects.toThrow("fetch failed");
  });

  test("throws immediately for an unknown step, and lists the valid steps", () => {
    // @ts-expect-error a misspelt step does not compile
    expect(() => scriptedFailures(answering, ["ok", "resett"])).toThrow(
      'step 2 is "resett", but must be one of "reset", "refused", "stall", "stall-body", "cut-body", "bad-json", ' +
        '"html-error", "empty", "redirect", "ok", or { status, body?, headers?, retryAfter? }',
    );
    // @ts-expect-error a misspelt property does not compile
    expect(() => scriptedFailures(answering, [{ stauts: 429 }])).toThrow("step 1 is {");
    // @ts-expect-error nor does a property too many
    expect(() => scriptedFailures(answering, [{ status: 429, retryAfterMs: 1 }])).toThrow("step 1 is {");
    expect(() => scriptedFailures(answering, [{ status: 42 }])).toThrow("step 1 is not a valid response: ");
    expect(() => scriptedFailures(answering, [{ status: 204, body: "x" }])).toThrow("step 1 is not a valid response: ");
  });
});

describe("scriptedFailures under the client", () => {
  const once = (step: FailureStep, timeout = 1_000) =>
    createFixtureClient({
      baseUrl: "https://api.example",
      apiKey: "any-key",
      fetch: scriptedFailures(answering, [step]),
      maxRetries: 0,
      timeout,
    });

  test.each<[FailureStep, object]>([
    ["reset", { name: "ConnectionError", mayHaveExecuted: true }],
    ["refused", { name: "ConnectionError", mayHaveExecuted: false }],
    ["stall", { name: "TimeoutError", scope: "attempt" }],
    ["stall-body", { name: "TimeoutError", scope: "attempt" }],
    ["cut-body", { name: "ConnectionError", mayHaveExecuted: true }],
    ["bad-json", { name: "ResponseFormatError" }],
    ["html-error", { name: "ApiError", status: 502 }],
    ["empty", { name: "ResponseFormatError" }],
    ["redirect", { name: "RedirectError", target: "https://elsewhere.example" }],
    [
      { status: 429, retryAfter: 2 },
      { name: "ApiError", status: 429, retryAfterMs: 2_000 },
    ],
  ])("%o is the error of the family that it should be", async (step, error) => {
    await expect(once(step, 20).GET("/collections")).rejects.toMatchObject(error);
  });

  test("a response that is passed on becomes the data of the call", async () => {
    expect((await once("ok").GET("/collections")).data).toEqual(["passed on"]);
  });
});
