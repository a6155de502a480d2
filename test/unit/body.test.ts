import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

function client() {
  const { fetch, calls } = recordingFetch(() => Response.json({ size: 1 }));
  return { library: createFixtureClient({ region: "north", apiKey: "k", fetch }), calls };
}

/** The JSON that is sent for a value. */
async function sent(body: unknown) {
  const { library, calls } = client();
  await library.POST("/collections", { body } as never);
  return calls[0]?.init.body;
}

const hiding = new (class {
  #items = [1];
  [Symbol.iterator]() {
    return this.#items.values();
  }
})();

const unwritable: [string, unknown][] = [
  ["a Map", new Map([["a", 1]])],
  ["a Set", new Set([1])],
  ["a WeakMap", new WeakMap()],
  ["a WeakSet", new WeakSet()],
  ["a ReadableStream", new ReadableStream()],
  ["a WritableStream", new WritableStream()],
  ["a stream of Node", Readable.from(["a"])],
  ["a generator", (function* () {})()],
  ["an async generator", (async function* () {})()],
  ["a Promise", Promise.resolve(1)],
  ["a regular expression", /a/],
  ["an Error", new Error("a")],
  ["an iterable with nothing to see", hiding],
  ["NaN", Number.NaN],
  ["Infinity", Number.NEGATIVE_INFINITY],
  ["an invalid Date", new Date(Number.NaN)],
  ["a BigInt", 1n],
  ["a SharedArrayBuffer", new SharedArrayBuffer(1)],
];

describe("a body that JSON cannot represent throws a UsageError, and nothing is sent", () => {
  const alone: [string, unknown][] = [
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
  ];
  const nested: [string, unknown][] = [
    ["bytes", new Uint8Array([1])],
    ["an ArrayBuffer", new ArrayBuffer(1)],
    ["a Blob", new Blob(["a"])],
    ["a form", new FormData()],
    ["URLSearchParams", new URLSearchParams("a=1")],
    ["Headers", new Headers({ a: "1" })],
  ];
  const inside = [...unwritable, ...nested].flatMap(([name, value]): [string, unknown][] => [
    [`${name} in an object`, { a: { b: value } }],
    [`${name} in a list`, [value]],
    [`${name} that toJSON gives`, { toJSON: () => value }],
  ]);

  test.each([...unwritable, ...alone, ...inside])("%s", async (_, body) => {
    const { library, calls } = client();
    await expect(library.POST("/collections", { body } as never)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("POST /collections → the body cannot be written as JSON"),
    });
    expect(calls).toHaveLength(0);
  });

  test.each(unwritable)("also as the fields of a form: %s", async (_, body) => {
    const { library, calls } = client();
    await expect(library.POST("/jingle", { body } as never)).rejects.toThrow("the body cannot be sent as multipart");
    await expect(library.POST("/jingle", { body: { name: body } } as never)).rejects.toThrow("cannot be written");
    expect(calls).toHaveLength(0);
  });

  test("a stream as bytes", async () => {
    const { library } = client();
    await expect(library.PUT("/jingle", { body: new ReadableStream() } as never)).rejects.toThrow("cannot be sent as");
  });
});

describe("a JSON body is written by JSON.stringify", () => {
  class Label {
    front = "JZ";
    back = undefined;
    print = () => this.front;
    get both() {
      return this.front;
    }
  }
  class Empty {}
  class Tagged {
    a = 1;
    get [Symbol.toStringTag]() {
      return "Tagged";
    }
  }
  class Shelf {
    items = [1];
    [Symbol.iterator]() {
      return this.items.values();
    }
  }
  test.each<[string, unknown]>([
    ["plain objects and lists", { a: [1, "b", null, true, { c: undefined }], d: {} }],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
    ["an instance of a class", new Label()],
    ["an instance without properties", new Empty()],
    ["an instance with a tag of its own", new Tagged()],
    ["an instance that can be iterated and has properties", new Shelf()],
    ["a Date and a URL", { at: new Date(0), of: new URL("https://a.example") }],
    ["what has toJSON", { toJSON: () => ({ a: 1 }) }],
    ["a Map with toJSON", Object.assign(new Map(), { toJSON: () => ["a"] })],
    ["text", "a"],
    ["a number", 0],
    ["null", null],
    ["false", false],
    ["a Date", new Date(0)],
    ["a list with holes", [undefined, 1]],
  ])("%s", async (_, body) => expect(await sent(body)).toBe(JSON.stringify(body)));
});

describe("a body that is changed after the call is sent unchanged", () => {
  /** What a server would receive from each of two attempts, with a change before the first and between them. */
  async function received(path: "/collections" | "/jingle", method: "POST" | "PUT", body: object, change: () => void) {
    const bodies: string[] = [];
    const fetch = (async (url: string, init: RequestInit) => {
      change();
      const { method: sentMethod, headers, body: content } = init;
      const request = new Request(url, { method: sentMethod, headers, body: content } as RequestInit);
      const text = await request.text();
      // The boundary of a form is another one each time.
      bodies.push(text.replaceAll(/-{4,}[\w-]+/g, "--"));
      return bodies.length === 1 ? new Response(null, { status: 429 }) : Response.json({ size: 1 });
    }) as typeof globalThis.fetch;
    const platform = { now: () => 0, random: () => 0, sleep: async () => {} };
    const library = createFixtureClient({ region: "north", apiKey: "k", fetch }, platform);
    const call = (library[method] as (path: string, init: object) => Promise<unknown>)(path, { body });
    change();
    await call;
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
    return bodies[0];
  }

  test("JSON", async () => {
    const body = { name: "Jazz", labels: { front: "JZ" } };
    const change = () => Object.assign(body.labels, { front: "changed" });
    expect(await received("/collections", "POST", body, change)).toBe('{"name":"Jazz","labels":{"front":"JZ"}}');
  });

  test.each([
    ["a Uint8Array", (bytes: Uint8Array<ArrayBuffer>) => bytes],
    ["a part of a buffer", (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(1)],
    ["an ArrayBuffer", (bytes: Uint8Array<ArrayBuffer>) => bytes.buffer],
    ["a DataView", (bytes: Uint8Array<ArrayBuffer>) => new DataView(bytes.buffer)],
  ])("%s", async (_, view) => {
    const bytes = new TextEncoder().encode("jazz");
    const text = new TextDecoder().decode(view(bytes));
    expect(await received("/jingle", "PUT", view(bytes), () => void bytes.fill(33))).toBe(text);
  });

  test("a form", async () => {
    const form = new FormData();
    form.append("name", "Morning");
    form.append("file", new File(["RIFF"], "a.wav", { type: "audio/wav" }));
    const text = await received("/jingle", "POST", form, () => form.set("name", "changed"));
    expect(text).toContain("Morning");
    expect(text).toContain('filename="a.wav"');
    expect(text).not.toContain("changed");
  });

  test("the fields of a form", async () => {
    const fields = { name: "Morning", tags: ["short"], file: new Blob(["RIFF"]) };
    const text = await received("/jingle", "POST", fields, () => void fields.tags.push("changed"));
    expect(text).toContain("short");
    expect(text).not.toContain("changed");
  });

  test("URLSearchParams", async () => {
    const body = new URLSearchParams({ name: "Nina" });
    expect(await received("/collections", "POST", body, () => body.set("name", "changed"))).toBe("name=Nina");
  });
});
