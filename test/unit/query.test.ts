import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/index.js";
import { serializeQuery } from "../../src/query.js";
import { TRAITS } from "../fixtures/api/generated/constants.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const list = ["x", "y z", "a,b"];
const object = { from: 1, "to&": "é" };

function client() {
  const { fetch, calls } = recordingFetch(() => Response.json({ records: [] }));
  return { client: createFixtureClient({ region: "north", apiKey: "k", fetch }), calls };
}

describe("a query parameter is written in the style of the document", () => {
  test.each([
    ["no query", undefined, ""],
    ["an empty query", {}, ""],
    ["a string", { text: "1&b=2#?/+ é" }, "text=1%26b%3D2%23%3F%2F%2B%20%C3%A9"],
    ["an empty string", { text: "" }, "text="],
    ["numbers and booleans", { a: 1, b: -0.5, c: false }, "a=1&b=-0.5&c=false"],
    ["a list, exploded", { genre: list }, "genre=x&genre=y%20z&genre=a%2Cb"],
    ["an object, exploded", { price: object }, "from=1&to%26=%C3%A9"],
    ["a list of `form`", { format: list }, "format=x,y%20z,a%2Cb"],
    ["an object of `form`", { length: object }, "length=from,1,to%26,%C3%A9"],
    ["a list of `spaceDelimited`", { mood: list }, "mood=x%20y%20z%20a%2Cb"],
    ["an object of `spaceDelimited`", { width: object }, "width=from%201%20to%26%20%C3%A9"],
    ["a list of `pipeDelimited`", { label: list }, "label=x|y%20z|a%2Cb"],
    ["an object of `pipeDelimited`", { year: object }, "year=from|1|to%26|%C3%A9"],
    ["an object of `deepObject`", { filter: object }, "filter[from]=1&filter[to%26]=%C3%A9"],
    [
      "names with reserved characters",
      { "sort[by]": "title", "hall & room": ["a"] },
      "sort%5Bby%5D=title&hall%20%26%20room=a",
    ],
    ["a name of Object.prototype", { constructor: 1, ["__proto__"]: 2 }, "constructor=1&__proto__=2"],
  ])("%s", async (_, query, expected) => {
    const { client: library, calls } = client();
    await library.GET("/search", { params: { query: query as { text?: string } } });
    expect(calls[0]?.url).toBe(`https://api.north.records.example/search${expected && `?${expected}`}`);
  });

  test("in the same way for an object of another realm", () => {
    expect(serializeQuery("GET /", { a: runInNewContext("({ b: [].length })") })).toBe("b=0");
  });

  test("the generated traits contain only styles that are not OpenAPI's default", () => {
    const { query } = TRAITS["/search"].GET;
    expect(query.format).toEqual({ style: "form", explode: false });
    expect(query.filter).toEqual({ style: "deepObject", explode: true });
    expect(query).not.toHaveProperty("genre");
    expect(query).not.toHaveProperty("text");
  });
});

const NOTHING = [undefined, null, [], [undefined], [null], {}, { a: undefined }, { a: null }];

describe("is left out", () => {
  const styles = Object.keys(TRAITS["/search"].GET.query);
  test.each(NOTHING)("%j, in every style", (value) => {
    for (const name of ["genre", ...styles]) {
      const query = { [name]: value, text: "x" };
      expect(serializeQuery("GET /search", query, TRAITS["/search"].GET.query)).toBe("text=x");
    }
  });

  test("a hole in a list, and a property without a value", () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested.
    expect(serializeQuery("GET /", { a: [undefined, "x", , null], b: { c: undefined, d: 1 } })).toBe("a=x&d=1");
  });
});

describe("is refused with the name of the parameter, and nothing is sent", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  test.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["a bigint", 1n],
    ["a symbol", Symbol("s")],
    ["a function", () => 1],
    ["a Date", new Date(0)],
    ["a Map", new Map([["a", 1]])],
    ["a Set", new Set([1])],
    ["a URL", new URL("https://a.example")],
    ["URLSearchParams", new URLSearchParams("a=1")],
    [
      "an instance of a class",
      new (class Range {
        from = 1;
      })(),
    ],
    ["a cycle", cycle],
    ["a lone surrogate", "a\ud800"],
    ["a lone surrogate in a list", ["\udc00"]],
    ["a lone surrogate in a property name", { "\ud800": 1 }],
    ["NaN in a list", [Number.NaN]],
    ["a list in a list", [["x"]]],
    ["an object in a list", [{ a: 1 }]],
    ["a list in an object", { a: ["x"] }],
    ["an object in an object", { a: { b: 1 } }],
    ["a Date in an object", { a: new Date(0) }],
  ])("%s", async (_, value) => {
    const { client: library, calls } = client();
    for (const name of ["text", "genre", "price", "format", "label", "filter", "hall & room"]) {
      const call = library.GET("/search", { params: { query: { [name]: value as string } } });
      await expect(call).rejects.toThrow(UsageError);
      await expect(call).rejects.toThrow(`GET /search → query parameter ${name} must be a string`);
    }
    expect(calls).toHaveLength(0);
  });

  test.each<[string, unknown]>([
    ["URLSearchParams", new URLSearchParams("limit=5")],
    ["a Map", new Map([["limit", 5]])],
    ["a list", [["limit", 5]]],
    ["a text", "limit=5"],
  ])("%s in place of the parameters", async (_, query) => {
    const { client: library, calls } = client();
    const call = library.GET("/search", { params: { query: query as object } });
    await expect(call).rejects.toThrow("GET /search → the query must be an object");
    expect(calls).toHaveLength(0);
  });

  test("a lone surrogate in the name", () => {
    expect(() => serializeQuery("GET /", { "\ud800": 1 })).toThrow(UsageError);
  });
});

test("every string, number and boolean arrives unchanged", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.array(value), (name, values) => {
      const arrived = [...new URL(`https://a.example/?${serializeQuery("GET /", { [name]: values })}`).searchParams];
      expect(arrived).toEqual(values.map((one) => [name, String(one)]));
    }),
  );
});
