import { describe, expectTypeOf, test } from "vitest";
import type { FetchClient } from "../../src/fetch-client.js";
import type { paths } from "../fixtures/features/generated/schema.js";
import type { FeatureClient } from "../support/feature-client.js";

declare const studio: FeatureClient;

interface Level {
  level: number;
}

describe("the data of a success", () => {
  test("is the value where the media type is JSON, with a parameter, in upper case or of a vendor", async () => {
    expectTypeOf((await studio.GET("/media/parameter")).data).toEqualTypeOf<Level>();
    expectTypeOf((await studio.GET("/media/vendor")).data).toEqualTypeOf<Level>();
  });

  test("is what the schema says where the media type is a wildcard", async () => {
    expectTypeOf((await studio.GET("/media/any-object")).data).toEqualTypeOf<Level>();
    expectTypeOf((await studio.GET("/media/any-application")).data).toEqualTypeOf<Level>();
    expectTypeOf((await studio.GET("/media/any-string")).data).toEqualTypeOf<string>();
    expectTypeOf((await studio.GET("/media/any-bytes")).data).toEqualTypeOf<Blob>();
    expectTypeOf((await studio.GET("/media/any-text")).data).toEqualTypeOf<string>();
    expectTypeOf((await studio.GET("/media/anything")).data).toBeUnknown();
  });

  test("is a string where the media type is lines, events or another text, whatever the schema", async () => {
    expectTypeOf((await studio.GET("/media/lines")).data).toEqualTypeOf<string>();
    expectTypeOf((await studio.GET("/media/events")).data).toEqualTypeOf<string>();
  });

  test("is a Blob otherwise", async () => {
    expectTypeOf((await studio.GET("/media/xml")).data).toEqualTypeOf<Blob>();
    expectTypeOf((await studio.GET("/media/image")).data).toEqualTypeOf<Blob>();
  });

  test("has a string where JSON has bytes", async () => {
    const [track] = (await studio.GET("/tracks")).data;
    expectTypeOf(track?.cover).toEqualTypeOf<string | undefined>();
  });

  test("is a union where there are several media types", async () => {
    expectTypeOf((await studio.GET("/media/several")).data).toEqualTypeOf<Level | string | Blob>();
  });

  test("is undefined for a 204 with empty content and for a HEAD", async () => {
    expectTypeOf((await studio.DELETE("/media/nothing")).data).toEqualTypeOf<undefined>();
    expectTypeOf((await studio.HEAD("/media/nothing")).data).toEqualTypeOf<undefined>();
    const call = (client: FetchClient<paths>) => client.HEAD("/media/nothing");
    expectTypeOf<Awaited<ReturnType<typeof call>>["data"]>().toEqualTypeOf<undefined>();
  });

  test("is that of `default` where there is no other success", async () => {
    expectTypeOf((await studio.GET("/media/default")).data).toEqualTypeOf<Level>();
  });
});

describe("a body", () => {
  test("is the value where the media type is JSON", async () => {
    await studio.POST("/media/parameter", { body: { level: 1 } });
    await studio.POST("/media/vendor", { body: { level: 1 } });
    await studio.POST("/media/any-object", { body: { level: 1 } });
    // @ts-expect-error not a level
    await studio.POST("/media/parameter", { body: { volume: 1 } });
    // @ts-expect-error not a level
    await studio.POST("/media/any-object", { body: "loud" });
  });

  test("is text or bytes where the media type is something else", async () => {
    await studio.POST("/media/lines", { body: '{"level":1}\n' });
    await studio.POST("/media/any-text", { body: "loud" });
    await studio.POST("/media/image", { body: new Uint8Array(1) });
    // @ts-expect-error lines are a text
    await studio.POST("/media/lines", { body: [{ level: 1 }] });
    // @ts-expect-error a form is no text
    await studio.POST("/media/any-text", { body: new URLSearchParams() });
  });

  test("is any of several", async () => {
    await studio.POST("/media/several", { body: { level: 1 } });
    await studio.POST("/media/several", { body: "level\n1\n" });
    await studio.POST("/media/several", { body: { sound: new Blob() } });
    // @ts-expect-error neither a level nor a take
    await studio.POST("/media/several", { body: { volume: 1 } });
  });

  test("is the fields of a form", async () => {
    await studio.POST("/media/fields", { body: { name: "a", words: ["b"], point: { x: 1, y: 2 } } });
    await studio.POST("/media/fields", { body: new URLSearchParams({ name: "a" }) });
    // @ts-expect-error the name is missing
    await studio.POST("/media/fields", { body: { loud: true } });
    // @ts-expect-error a sound is bytes
    await studio.POST("/media/parts", { body: { sound: "RIFF" } });
  });
});

describe("readOnly and writeOnly", () => {
  const input = { name: "Intro", password: "p", takes: [] };

  test("a request has no readOnly property, however deep it is", async () => {
    await studio.POST("/tracks", { body: { ...input, takes: [input], mix: { x: 1, y: 2 } } });
    // @ts-expect-error the server sets the id
    await studio.POST("/tracks", { body: { id: "7", name: "Intro", password: "p", takes: [] } });
    // @ts-expect-error the server sets who mixed
    await studio.POST("/tracks", { body: { name: "Intro", password: "p", takes: [], mix: { x: 1, y: 2, by: "Ada" } } });
    // @ts-expect-error the password is required
    await studio.POST("/tracks", { body: { name: "Intro", takes: [] } });
  });

  test("a response has no writeOnly property, and the readOnly ones", async () => {
    const { data } = await studio.POST("/tracks", { body: input });
    expectTypeOf(data.id).toEqualTypeOf<string>();
    expectTypeOf(data.mix?.by).toEqualTypeOf<string | undefined>();
    // @ts-expect-error no response has the password
    data.password;
    const [track] = (await studio.GET("/tracks")).data;
    expectTypeOf(track?.takes[0]?.id).toEqualTypeOf<string | undefined>();
    // @ts-expect-error no response has the password
    track?.takes[0]?.password;
  });

  test("a schema can be a list of itself", async () => {
    const { data } = await studio.POST("/tracks", { body: { ...input, labels: ["a", ["b", ["c"]]] } });
    const [group] = Array.isArray(data.labels) ? data.labels : [];
    if (!Array.isArray(group)) expectTypeOf(group).toEqualTypeOf<string | undefined>();
    // @ts-expect-error labels are texts
    await studio.POST("/tracks", { body: { ...input, labels: ["a", [1]] } });
  });

  test("a union keeps its discriminator in both directions", async () => {
    const { data } = await studio.POST("/steps", { body: { kind: "play", sound: "a.wav" } });
    if (data.kind === "play") expectTypeOf(data.sound).toEqualTypeOf<string>();
    else expectTypeOf(data).toMatchTypeOf<{ kind: "WaitStep"; readonly id: string; seconds: number }>();
    await studio.POST("/steps", { body: { kind: "WaitStep", seconds: 1 } });
    // @ts-expect-error a wait has no sound
    await studio.POST("/steps", { body: { kind: "WaitStep", sound: "a.wav" } });
  });
});

test("a discriminator may map by the name of a schema", async () => {
  const { data } = await studio.GET("/last-event");
  expectTypeOf(data.kind).toEqualTypeOf<string>();
});

describe("parameters", () => {
  test("neither the key nor the content type is one", async () => {
    const body = { name: "Intro", password: "p", takes: [] };
    await studio.POST("/tracks", { params: { header: { "x-engineer": "Ada" } }, body });
    // @ts-expect-error the key is an option of the client
    await studio.POST("/tracks", { params: { header: { "X-STUDIO-KEY": "k" } }, body });
    // @ts-expect-error the body decides
    await studio.POST("/tracks", { params: { header: { "Content-Type": "text/plain" } }, body });
  });

  test("of a path may be lists, booleans and objects; of a query, JSON", async () => {
    const path = { list: ["a"], flag: true, object: { x: 1, y: 2 } };
    await studio.GET("/styles/{list}/{flag}/{object}", {
      params: { path, query: { where: { any: [{ x: 1, y: 2 }] } } },
    });
    // @ts-expect-error a list
    await studio.GET("/styles/{list}/{flag}/{object}", { params: { path: { ...path, list: "a" } } });
  });
});
