/** The bytes of bodies whose media types OpenAPI 3.1 allows and the other fixture does not have, both ways. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FeatureClient } from "../support/feature-client.js";
import { startStudio } from "../support/feature-server.js";

let server: Awaited<ReturnType<typeof startStudio>>;
let studio: FeatureClient;
let answer: typeof server.answer;
beforeAll(async () => {
  server = await startStudio();
  ({ studio, answer } = server);
});
afterAll(() => server.close());

/** Resolves to the data: a Blob as its type and text. */
async function dataOf(call: Promise<{ data: unknown }>): Promise<unknown> {
  const { data } = await call;
  return data instanceof Blob ? ["Blob", await data.text()] : data;
}

const LEVEL = '{"level":1}';

describe("a response is read", () => {
  test.each([
    ["/media/parameter", "application/json; charset=utf-8", LEVEL, { level: 1 }],
    ["/media/parameter", "APPLICATION/JSON", LEVEL, { level: 1 }],
    ["/media/vendor", "application/vnd.studio.v2+json", LEVEL, { level: 1 }],
    ["/media/any-object", "application/json", LEVEL, { level: 1 }],
    ["/media/any-object", undefined, LEVEL, { level: 1 }],
    ["/media/any-application", "application/hal+json;q=1", LEVEL, { level: 1 }],
    ["/media/any-string", "text/plain", "[1]", "[1]"],
    ["/media/any-string", "application/json", '"loud"', "loud"],
    ["/media/any-bytes", "application/json", LEVEL, ["Blob", LEVEL]],
    ["/media/any-bytes", "text/plain", "a", ["Blob", "a"]],
    ["/media/anything", "application/problem+json", LEVEL, { level: 1 }],
    ["/media/anything", "text/html", "<p>", "<p>"],
    ["/media/anything", "image/png", "PNG", ["Blob", "PNG"]],
    ["/media/any-text", "text/csv; header=present", "a,b\n", "a,b\n"],
    ["/media/lines", "application/x-ndjson; charset=utf-8", `${LEVEL}\n${LEVEL}\n`, `${LEVEL}\n${LEVEL}\n`],
    ["/media/lines", "application/x-ndjson", LEVEL, LEVEL],
    ["/media/lines", undefined, LEVEL, LEVEL],
    ["/media/lines", "application/x-ndjson", "", ""],
    ["/media/events", "text/event-stream", "data: 1\n\n", "data: 1\n\n"],
    ["/media/xml", "application/xml", "<level/>", ["Blob", "<level/>"]],
    ["/media/image", "image/png", "PNG", ["Blob", "PNG"]],
    ["/media/image", "application/octet-stream", "PNG", ["Blob", "PNG"]],
    ["/media/several", "Application/JSON;charset=UTF-8", LEVEL, { level: 1 }],
    ["/media/several", "text/csv", LEVEL, LEVEL],
    ["/media/several", "application/pdf", "%PDF", ["Blob", "%PDF"]],
    ["/media/default", "application/json", LEVEL, { level: 1 }],
  ] as const)("as the document says: %s, %s", async (path, type, body, expected) => {
    answer(type, body);
    expect(await dataOf(studio.GET(path as "/media/anything"))).toEqual(expected);
  });

  test.each([
    ["/media/lines", "text/html", "<p>", "200 OK with text/html: the document describes application/x-ndjson"],
    [
      "/media/several",
      "text/html",
      "<p>",
      "200 OK with text/html: the document describes application/json or text/csv or application/pdf",
    ],
    ["/media/image", "text/html", "<p>", "200 OK with text/html: the document describes image/*"],
    ["/media/image", "application/json", "{}", "200 OK with application/json: the document describes image/*"],
    ["/media/any-object", "text/html", "<p>", "200 OK with text/html: the body is not JSON (3 characters)"],
    ["/media/image", "image/png", "", "200 OK with image/png: the body is empty, but the document describes one"],
    ["/media/lines", "constructor", "x", "200 OK with constructor: the document describes application/x-ndjson"],
  ] as const)("or refused, where the document has no such media type: %s, %s", async (path, type, body, what) => {
    answer(type, body);
    const call = studio.GET(path as "/media/anything");
    await expect(call).rejects.toMatchObject({ name: "ResponseFormatError", message: expect.stringContaining(what) });
  });

  test("as undefined, if a success has no body", async () => {
    answer("application/json");
    expect((await studio.HEAD("/media/nothing")).data).toBeUndefined();
    answer(undefined, "", 204);
    expect((await studio.DELETE("/media/nothing")).data).toBeUndefined();
  });
});

describe("a request is sent", () => {
  test.each([
    ["/media/parameter", { level: 1 }, "application/json; charset=utf-8", LEVEL],
    ["/media/vendor", { level: 1 }, "application/vnd.studio.v2+json", LEVEL],
    ["/media/any-object", { level: 1 }, "application/json", LEVEL],
    ["/media/any-text", "loud", "text/plain", "loud"],
    ["/media/lines", `${LEVEL}\n`, "application/x-ndjson", `${LEVEL}\n`],
    ["/media/image", new Uint8Array([80]), "application/octet-stream", "P"],
    ["/media/image", new Blob(["P"], { type: "image/png" }), "image/png", "P"],
    ["/media/several", { level: 1 }, "application/json", LEVEL],
    ["/media/several", "level\n1\n", "text/csv", "level\n1\n"],
    ["/media/several", new Uint8Array([80]), "audio/wav", "P"],
    ["/media/fields", "name=own", "application/x-www-form-urlencoded", "name=own"],
  ])("as the document says: %s, %j", async (path, body, type, text) => {
    answer(undefined);
    await studio.POST(path as "/media/any-text", { body: body as string });
    expect([server.state.type, server.state.bytes.toString()]).toEqual([type, text]);
  });

  test.each([
    ["/media/lines", { level: 1 }, "the body cannot be sent as application/x-ndjson"],
    ["/media/any-text", [1], "the body cannot be sent as text/plain"],
    ["/media/parts", "sound", "the body cannot be sent as multipart/form-data"],
    ["/media/parts", new Uint8Array(1), "the body cannot be sent as multipart/form-data"],
    ["/media/fields", { name: Number.NaN }, "field name must be a string"],
  ])("or refused, where no media type is for such a value: %s, %j", async (path, body, what) => {
    const { calls } = server.state;
    const call = studio.POST(path as "/media/any-text", { body: body as string });
    await expect(call).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining(what) });
    expect(server.state.calls).toBe(calls);
  });

  test("as the media type of the caller's content-type header", async () => {
    answer(undefined);
    await studio.POST("/media/any-text", { body: "a,b", headers: { "content-type": "text/csv" } });
    expect(server.state.type).toBe("text/csv");
  });
});
