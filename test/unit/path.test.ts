import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

function client() {
  const { fetch, calls } = recordingFetch(() => new Response(null, { status: 204 }));
  return { library: createFixtureClient({ region: "north", apiKey: "k", fetch, maxRetries: 0 }), calls };
}

describe("a path parameter that names no resource is refused, and nothing is sent", () => {
  test.each([
    ["two dots", "..", /path parameter collectionId is "\." or "\.\."/],
    ["one dot", ".", /is "\." or "\.\."/],
    ["encoded dots", "%2e%2E", /is "\." or "\.\."/],
    ["half-encoded dots", ".%2e", /is "\." or "\.\."/],
    ["nothing", "", /is empty/],
    ["blanks", " \u00a0\t", /is empty/],
    ["undefined", undefined, /is missing/],
    ["null", null, /is missing/],
    ["a list", ["jazz"], /must be a string, not object/],
    ["an object", {}, /must be a string, not object/],
    ["not a number", Number.NaN, /must be a string, not number/],
    ["a line break", "a\nb", /control characters/],
    ["a null byte", "a\0", /control characters/],
    ["a lone surrogate", "a\ud800", /lone surrogate/],
    ["surrogates the wrong way round", "\udc00\ud800", /lone surrogate/],
  ])("%s", async (_, collectionId, message) => {
    const { library, calls } = client();
    const call = library.DELETE("/collections/{collectionId}", {
      params: { path: { collectionId: collectionId as string } },
    });
    await expect(call).rejects.toThrow(UsageError);
    await expect(call).rejects.toThrow(message);
    expect(calls).toHaveLength(0);
  });

  test("a name of Object.prototype is missing, too", async () => {
    const { library } = client();
    await expect(library.GET("/collections/{constructor}" as never, {} as never)).rejects.toThrow(
      /constructor is missing/,
    );
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
  ])("%s", async (collectionId) => {
    const { library, calls } = client();
    await library.DELETE("/collections/{collectionId}", { params: { path: { collectionId } } });
    const segments = new URL(calls[0]?.url ?? "").pathname.split("/");
    expect(segments).toHaveLength(3);
    expect(decodeURIComponent(segments[2] ?? "")).toBe(collectionId);
  });
});

describe("a path that the document does not have", () => {
  test.each([
    "@elsewhere.example/",
    "collections",
    "/collections/../admin",
    "/collections?x=1",
    "/collections#x",
    "\\collections",
    "/collections/%2e%2e/x",
    "/collections/.%2E",
    "/collections\\..\\admin",
    "/collections/.\t./admin",
    "/collections/\n/admin",
  ])("%s is refused when it would lead elsewhere", async (path) => {
    const { library, calls } = client();
    await expect(library.GET(path as "/collections")).rejects.toThrow(/the path is not a valid path template/);
    expect(calls).toHaveLength(0);
  });

  test("is refused when a brace is not closed", async () => {
    const { library, calls } = client();
    const call = library.GET("/collections/{collectionId" as "/collections", {});
    await expect(call).rejects.toThrow(/the path has an unclosed brace/);
    expect(calls).toHaveLength(0);
  });

  test("is refused, or has as many segments at the same origin when it arrives", async () => {
    const parts = fc.oneof(fc.constantFrom("/", ".", "..", "%2e", "\\", "?", "#", "@", ":", "\t", "v1"), fc.string());
    const templates = fc.array(parts).map((some) => `/${some.join("").replaceAll("{", "")}`);
    const { library, calls } = client();
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(templates, async (template) => {
        const error = await library.DELETE(template as "/collections/{collectionId}", {} as never).catch((e) => e);
        const call = calls.pop();
        if (error instanceof UsageError) {
          refused += 1;
          return call === undefined;
        }
        const url = new URL(call?.url ?? "");
        const arrived = url.pathname.split("/").length === template.split("/").length && url.search + url.hash === "";
        return url.origin === "https://api.north.records.example" && arrived;
      }),
      { numRuns: 2_000 },
    );
    // Some are refused and some arrive, or the property proves nothing.
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(1_900);
  });
});
