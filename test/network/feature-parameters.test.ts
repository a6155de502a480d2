/** The bytes of forms and parameters that OpenAPI 3.1 allows and the other fixture does not have. */
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

const LEVEL = '{"level":1}';

describe("a form", () => {
  async function arrived(): Promise<FormData> {
    const { type = "", bytes } = server.state;
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  }

  test("has the media type of the document's encoding on each part", async () => {
    answer(undefined);
    const sound = new File(["RIFF"], "a.wav");
    const marks = [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ];
    const cover = new Blob(["PNG"], { type: "image/png" });
    await studio.POST("/media/parts", { body: { sound, cover, level: { level: 1 }, marks, notes: "# Hi", name: "a" } });
    const parts = [...(await arrived())].map(async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.type, value.name, await value.text()],
    );
    expect(await Promise.all(parts)).toEqual([
      ["sound", "audio/wav", "a.wav", "RIFF"],
      ["cover", "image/png", "blob", "PNG"],
      ["level", "application/json", "blob", LEVEL],
      ["marks", "application/json", "blob", '{"x":1,"y":2}'],
      ["marks", "application/json", "blob", '{"x":3,"y":4}'],
      ["notes", "text/markdown", "blob", "# Hi"],
      ["name", "a"],
    ]);
  });

  test("keeps the own media type of a Blob", async () => {
    answer(undefined);
    await studio.POST("/media/parts", { body: { sound: new Blob(["RIFF"], { type: "audio/x-wav" }) } });
    expect(((await arrived()).get("sound") as File).type).toBe("audio/x-wav");
  });

  test("is sent for an object with a file, even if JSON is possible", async () => {
    answer(undefined);
    await studio.POST("/media/several", { body: { sound: new Blob(["RIFF"]), name: "a" } });
    expect(server.state.type).toMatch(/^multipart\/form-data; boundary=/);
    expect((await arrived()).get("name")).toBe("a");
  });

  test("that is URL-encoded has each field in its style, and objects as JSON", async () => {
    answer(undefined);
    const point = { x: 1, y: 2 };
    const body = { name: "Grüße & x", loud: true, words: ["a", "b"], joined: ["c", "d"], range: point, point };
    await studio.POST("/media/fields", { body });
    expect(server.state.type).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...new URLSearchParams(server.state.bytes.toString())]).toEqual([
      ["name", "Grüße & x"],
      ["loud", "true"],
      ["words", "a"],
      ["words", "b"],
      ["joined", "c,d"],
      ["range[x]", "1"],
      ["range[y]", "2"],
      ["point", '{"x":1,"y":2}'],
    ]);
  });
});

describe("a path parameter", () => {
  const simple = "/styles/{list}/{flag}/{object}";
  const object = { x: 1, y: 2 };

  test.each([
    [["a", "b"], true, "/styles/a,b/true/x=1,y=2"],
    [["a,b", "c/d"], false, "/styles/a%2Cb,c%2Fd/false/x=1,y=2"],
    [["…"], true, "/styles/%E2%80%A6/true/x=1,y=2"],
  ])("may be a list, a boolean or an object: %j, %j", async (list, flag, expected) => {
    answer("application/json", LEVEL);
    await studio.GET(simple, { params: { path: { list, flag, object } } });
    expect(server.state.url).toBe(expected);
  });

  test("is written in the style of the document", async () => {
    answer("application/json", LEVEL);
    await studio.GET("/styles/{label}/{matrix}", { params: { path: { label: ["a", "b c"], matrix: 5 } } });
    expect(server.state.url).toBe("/styles/.a,b%20c/;matrix=5");
  });

  test.each([
    [[], "is empty"],
    [[""], "is empty"],
    [["a", "  "], "is empty"],
    [[".."], 'is "." or ".."'],
    [["a", undefined], "is missing"],
    [["a", ["b"]], "must be a string, not object"],
    [["a\n"], "has control characters"],
    [new Map([["a", "b"]]), "must be a string, not object"],
  ])("is refused where a part of it names nothing: %j", async (list, problem) => {
    const { calls } = server.state;
    const call = studio.GET(simple, { params: { path: { list: list as string[], flag: true, object } } });
    await expect(call).rejects.toThrow(`path parameter list ${problem}`);
    expect(server.state.calls).toBe(calls);
  });
});

test("a query parameter with JSON content is given as a value", async () => {
  answer("application/json", LEVEL);
  const path = { list: ["a"], flag: true, object: { x: 1, y: 2 } };
  const where = { any: [{ x: 1, y: 2 }] };
  await studio.GET("/styles/{list}/{flag}/{object}", { params: { path, query: { where } } });
  const searchParams = new URLSearchParams(server.state.url.split("?")[1]);
  expect(JSON.parse(searchParams.get("where") ?? "")).toEqual(where);
  const cycle: { any: unknown[] } = { any: [] };
  cycle.any.push(cycle);
  const call = studio.GET("/styles/{list}/{flag}/{object}", { params: { path, query: { where: cycle as never } } });
  await expect(call).rejects.toThrow("query parameter where cannot be written as JSON");
});
