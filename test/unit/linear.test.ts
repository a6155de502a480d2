import { describe, expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";

// Quadratic time would be 5 s and more for each of these, and the runner ends the test before.
const LENGTH = 100_000;
const units = [
  "/",
  " ",
  "<",
  "<a ",
  "\\",
  "%",
  "%2",
  "&",
  "&#x0",
  "1",
  "1.",
  ".",
  "./",
  "%2e",
  "{",
  "}",
  "a",
  "é",
  "charset=",
  ";",
  '"',
  "GMT ",
];
units.push(
  "-",
  ":",
  "@",
  "[",
  "localhost.",
  "127.0.",
  "connect ",
  "CERT",
  "\t",
  "\ud83d\ude00",
  "[object ",
  "k",
  "?",
  "\\u00",
);
const hostile = units.flatMap((unit) => {
  const long = unit.repeat(Math.ceil(LENGTH / unit.length));
  return [`${long}!`, `x${long}\n`];
});

const KEY = "kkkkkkkk-1234";
const options = { region: "north", apiKey: KEY, maxRetries: 0 } as const;
const header = (text: string) => text.replace(/[^\x20-\x7e]/g, "~");

function answering(answer: () => Response | Promise<never>) {
  return createFixtureClient({ ...options, fetch: (async () => await answer()) as typeof globalThis.fetch });
}

/** What has a name is given a hostile text, wherever one can come in. Whether it succeeds does not matter. */
const entrances: Record<string, (text: string) => unknown> = {
  "a base URL": (text) => createFixtureClient({ ...options, region: undefined, baseUrl: `https://a.example/${text}` }),
  "a host": (text) => createFixtureClient({ ...options, region: undefined, baseUrl: `http://${text}` }),
  "a base URL that is a path": (text) => createFixtureClient({ ...options, region: undefined, baseUrl: `/${text}` }),
  "a region": (region) => createFixtureClient({ ...options, region: region as never }),
  "a key": (apiKey) => createFixtureClient({ ...options, apiKey }),
  "the name of an option": (name) => createFixtureClient({ ...options, [name]: 1 }),
  "a header": (text) => createFixtureClient({ ...options, headers: { "x-a": text } }),
  "the name of a header": (text) => createFixtureClient({ ...options, headers: { [text]: "a" } }),
  "a path": (text) => answering(() => Response.json({})).GET(`/${text}` as "/collections"),
  "a path parameter": (collectionId) =>
    answering(() => Response.json({})).DELETE("/collections/{collectionId}", { params: { path: { collectionId } } }),
  "a query parameter": (text) => answering(() => Response.json({})).GET("/search", { params: { query: { text } } }),
  "a content type": (text) =>
    answering(() => new Response("{}", { headers: { "content-type": header(text) } })).GET("/collections"),
  "headers of an error": (text) => {
    const names = ["content-type", "retry-after", "retry-after-ms", "date", "x-request-id", "location"];
    const headers = Object.fromEntries(names.map((name) => [name, header(text)]));
    return answering(() => new Response("{}", { status: 503, headers })).GET("/collections");
  },
  "the place that a redirect points to": (text) =>
    answering(() => new Response(null, { status: 302, headers: { location: header(text) } })).GET("/collections"),
  "a success that is not JSON": (text) => answering(() => new Response(text)).GET("/collections"),
  "the text of an error": (text) => answering(() => new Response(text, { status: 500 })).GET("/collections"),
  "the JSON of an error": (text) =>
    answering(() =>
      Response.json({ message: text, [text]: text, errors: [{ field: text, message: text }] }, { status: 500 }),
    ).GET("/collections"),
  "the words of a broken connection": (text) =>
    answering(() =>
      Promise.reject(
        new TypeError(`fetch failed${text}`, { cause: Object.assign(new Error(text), { code: text, syscall: text }) }),
      ),
    ).GET("/collections"),
};

describe(`no ${LENGTH / 1_000} kB of text slows a client down`, () => {
  test.each(Object.entries(entrances))("as %s", { timeout: 15_000 }, async (_, give) => {
    let settled = 0;
    for (const text of hostile) {
      await (async () => await give(text))().catch(() => {});
      settled += 1;
    }
    expect(settled).toBe(hostile.length);
  });
});
