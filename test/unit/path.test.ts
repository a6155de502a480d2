import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAgentsClient, UsageError } from "../../src/index.js";
import { expandPath } from "../../src/path.js";
import { recordingFetch } from "../support/recording-fetch.js";

function client() {
  const { fetch, calls } = recordingFetch(() => new Response(null, { status: 204 }));
  return { polyai: createAgentsClient({ region: "uk", apiKey: "k", fetch }), calls };
}

describe("a path parameter that names no resource is refused, and nothing is sent", () => {
  test.each([
    ["two dots", "..", /path parameter agentId is "\." or "\.\."/],
    ["one dot", ".", /is "\." or "\.\."/],
    ["encoded dots", "%2e%2E", /is "\." or "\.\."/],
    ["half-encoded dots", ".%2e", /is "\." or "\.\."/],
    ["nothing", "", /is empty/],
    ["blanks", " \u00a0\t", /is empty/],
    ["undefined", undefined, /is missing/],
    ["null", null, /is missing/],
    ["a list", ["PROJECT-58RP822I"], /must be a string, not object/],
    ["an object", {}, /must be a string, not object/],
    ["not a number", Number.NaN, /must be a string, not number/],
    ["a line break", "a\nb", /control characters/],
    ["a null byte", "a\0", /control characters/],
    ["a lone surrogate", "a\ud800", /lone surrogate/],
    ["surrogates the wrong way round", "\udc00\ud800", /lone surrogate/],
  ])("%s", async (_, agentId, message) => {
    const { polyai, calls } = client();
    const call = polyai.DELETE("/v1/agents/{agentId}", { params: { path: { agentId: agentId as string } } });
    await expect(call).rejects.toThrow(UsageError);
    await expect(call).rejects.toThrow(message);
    expect(calls).toHaveLength(0);
  });

  test("a name of Object.prototype is missing, too", async () => {
    const { polyai } = client();
    await expect(polyai.GET("/v1/{constructor}" as never, {} as never)).rejects.toThrow(/constructor is missing/);
  });
});

describe("every other value is one segment that decodes to itself", () => {
  test.each([
    "+442071838750",
    "a/b",
    "a b",
    "%2F",
    "a?b#c",
    "…",
    "ünïcödé",
    "😀",
    "a..b",
    "...",
    "@",
    ";x=1",
    "\\",
    "'",
  ])("%s", async (agentId) => {
    const { polyai, calls } = client();
    await polyai.DELETE("/v1/agents/{agentId}", { params: { path: { agentId } } });
    const segments = new URL(calls[0]?.url ?? "").pathname.split("/");
    expect(segments).toHaveLength(4);
    expect(decodeURIComponent(segments[3] ?? "")).toBe(agentId);
  });
});

describe("a path that the document does not have", () => {
  test.each([
    "@elsewhere.example/",
    "v1/agents",
    "/v1/../admin",
    "/v1/agents?x=1",
    "/v1/agents#x",
    "\\v1",
    "/v1/%2e%2e/x",
    "/v1/.%2E",
    "/v1\\..\\admin",
    "/v1/.\t./admin",
    "/v1/\n/admin",
  ])("%s is refused when it would lead elsewhere", async (path) => {
    const { polyai, calls } = client();
    await expect(polyai.GET(path as "/v1/agents")).rejects.toThrow(/the path is none of the document's/);
    expect(calls).toHaveLength(0);
  });

  test("is refused, or has as many segments at the same origin when it arrives", () => {
    const parts = fc.oneof(fc.constantFrom("/", ".", "..", "%2e", "\\", "?", "#", "@", ":", "\t", "v1"), fc.string());
    const templates = fc.array(parts).map((some) => `/${some.join("").replaceAll("{", "")}`);
    fc.assert(
      fc.property(templates, (template) => {
        let path: string;
        try {
          path = expandPath("GET", template);
        } catch (error) {
          return error instanceof UsageError;
        }
        const url = new URL(`https://api.uk.poly.ai${path}`);
        const arrived = url.pathname.split("/").length === template.split("/").length && url.search + url.hash === "";
        return url.origin === "https://api.uk.poly.ai" && arrived;
      }),
      { numRuns: 2_000 },
    );
  });
});
