import { describe, expectTypeOf, test } from "vitest";
import type { Client } from "../../src/index.js";
import {
  type components,
  createFixtureClient,
  type FixtureClient,
  type paths,
  type Region,
} from "../support/fixture-client.js";

declare const library: FixtureClient;
const path = { collectionId: "jazz" };
const shelf = { ...path, shelfId: "low" };

describe("a right call", () => {
  test("has the data of the document", async () => {
    const { data, response } = await library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      body: { titles: ["Blue"] },
    });
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["Removed"]>();
    expectTypeOf(data.deleted).toEqualTypeOf<string[]>();
    expectTypeOf(data.errors).toEqualTypeOf<{ title: string; error: string }[] | undefined>();
    expectTypeOf(response).toEqualTypeOf<Response>();
  });

  test("needs no init if nothing is required", async () => {
    const { data } = await library.GET("/collections");
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["Collections"]>();
    await library.GET("/collections", {});
    await library.GET("/collections", { headers: { "x-trace": "1" }, timeout: 1_000, maxRetries: 0 });
  });

  test("is unknown for a 200 or 201 without a schema, and undefined for a 204", async () => {
    const shelves = await library.GET("/collections/{collectionId}/shelves", { params: { path } });
    expectTypeOf(shelves.data).toBeUnknown();
    const created = await library.POST("/collections/{collectionId}/shelves", {
      params: { path },
      body: { name: "low" },
    });
    expectTypeOf(created.data).toBeUnknown();
    const deleted = await library.DELETE("/collections/{collectionId}", { params: { path } });
    expectTypeOf(deleted.data).toEqualTypeOf<undefined>();
  });

  test("leaves out what has a default", async () => {
    await library.POST("/collections/{collectionId}/records", { params: { path }, body: { titles: ["Blue"] } });
    await library.POST("/collections", { body: { name: "Jazz", labels: { front: "JZ" } } });
    await library.POST("/collections/{collectionId}/shelves/{shelfId}", { params: { path: shelf }, body: {} });
  });

  test("leaves out a body that the document does not require", async () => {
    await library.POST("/collections/{collectionId}/shelves/{shelfId}", { params: { path: shelf } });
  });

  test("takes query parameters", async () => {
    await library.GET("/collections/{collectionId}/loans", {
      params: { path, query: { state: "out", limit: 5 } },
    });
    await library.GET("/collections/{collectionId}/records", { params: { path } });
  });

  test("takes bytes and has bytes as a Blob", async () => {
    const bytes = new Uint8Array(4);
    const { data } = await library.PUT("/jingle", { body: bytes });
    expectTypeOf(data.size).toEqualTypeOf<number | undefined>();
    await library.PUT("/jingle", { body: new Blob([bytes]) });
    expectTypeOf((await library.GET("/jingle")).data).toEqualTypeOf<Blob>();
  });

  test("takes a form as its fields, or as FormData", async () => {
    const fields = { file: new Blob(["RIFF"]), name: "Morning", tags: ["short"], settings: { volume: 2 } };
    expectTypeOf((await library.POST("/jingle", { body: fields })).data).toEqualTypeOf<undefined>();
    await library.POST("/jingle", { body: new FormData() });
    await library.POST("/readers", { body: new URLSearchParams({ name: "Nina" }) });
  });

  test("has text as a string", async () => {
    expectTypeOf((await library.GET("/opening-hours")).data).toEqualTypeOf<string>();
  });

  test("accepts anything where the document says only object", async () => {
    await library.PATCH("/collections/{collectionId}/shelves/{shelfId}/notes/{language}", {
      params: { path: { ...shelf, language: "en" } },
      body: { notes: { open: true, desks: [1, 2] } },
    });
  });
});

describe("a wrong call does not compile", () => {
  test("with a path or a method that the document does not have", () => {
    // @ts-expect-error no such path
    library.GET("/collection");
    // @ts-expect-error the path has no PUT
    library.PUT("/collections");
    // @ts-expect-error the path has no HEAD
    library.HEAD("/collections");
    const readOnly = {} as Client<{ "/jingle": Pick<paths["/jingle"], "get"> }>;
    // @ts-expect-error no operation of the document is a HEAD
    readOnly.HEAD("/jingle");
  });

  test("with a parameter missing, misspelt or of another type", () => {
    // @ts-expect-error params are required
    library.DELETE("/collections/{collectionId}");
    // @ts-expect-error collectionId is missing
    library.DELETE("/collections/{collectionId}", { params: { path: {} } });
    // @ts-expect-error collectionId is misspelt
    library.DELETE("/collections/{collectionId}", { params: { path: { collectionID: "jazz" } } });
    // @ts-expect-error one too many
    library.DELETE("/collections/{collectionId}", { params: { path: { collectionId: "jazz", shelfId: "low" } } });
    // @ts-expect-error the operation has no query
    library.DELETE("/collections/{collectionId}", { params: { path, query: { limit: 1 } } });
    // @ts-expect-error state is required
    library.GET("/collections/{collectionId}/loans", { params: { path } });
    library.PUT("/collections/{collectionId}/shelves/{shelfId}/notes/{language}", {
      // @ts-expect-error no such language
      params: { path: { ...shelf, language: "la" } },
      body: { notes: {} },
    });
    // @ts-expect-error no such state
    library.GET("/collections/{collectionId}/loans", { params: { path, query: { state: "lost" } } });
  });

  test("with a body missing, unwanted, misspelt or of another type", () => {
    // @ts-expect-error the body is required
    library.DELETE("/collections/{collectionId}/records", { params: { path } });
    // @ts-expect-error the operation has no body
    library.GET("/collections", { body: {} });
    library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      // @ts-expect-error titles is misspelt
      body: { title: ["Blue"] },
    });
    library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      // @ts-expect-error one property too many
      body: { titles: ["Blue"], force: true },
    });
    library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      // @ts-expect-error a list, not one title
      body: { titles: "Blue" },
    });
    library.POST("/collections", {
      body: {
        name: "Jazz",
        // @ts-expect-error a nested property is misspelt
        labels: { front: "JZ", bak: "jazz" },
      },
    });
  });

  test("with bytes, forms or text that are something else", async () => {
    // @ts-expect-error a required field is missing
    library.POST("/jingle", { body: { name: "Morning" } });
    // @ts-expect-error a text is no file
    library.POST("/jingle", { body: { name: "Morning", file: "RIFF" } });
    // @ts-expect-error bytes are no JSON
    library.PUT("/jingle", { body: { size: 1 } });
    // @ts-expect-error bytes are no text
    (await library.GET("/jingle")).data satisfies string;
  });

  test("with a misspelt option, or one that would send the key elsewhere", () => {
    // @ts-expect-error misspelt
    library.GET("/collections", { timeuot: 1_000 });
    // @ts-expect-error the base URL belongs to the client
    library.GET("/collections", { baseUrl: "https://elsewhere.example" });
    // @ts-expect-error so does fetch
    library.GET("/collections", { fetch });
    // @ts-expect-error redirects are never followed
    library.GET("/collections", { redirect: "follow" });
    // @ts-expect-error misspelt
    createFixtureClient({ region: "north", apikey: "k" });
    // @ts-expect-error misspelt
    library.with({ timeuot: 1 });
  });

  test("with a region that the document does not have", () => {
    expectTypeOf<Region>().toEqualTypeOf<"north" | "south" | "west">();
    // @ts-expect-error no such region
    createFixtureClient({ region: "mars" });
  });

  test("with a result that is treated as another", async () => {
    const { data } = await library.GET("/collections/{collectionId}/shelves", { params: { path } });
    // @ts-expect-error unknown has to be narrowed first
    data.shelves;
    // @ts-expect-error a call that did not succeed throws; there is no error in the result
    (await library.GET("/collections")).error;
  });
});

describe("options", () => {
  test("may be undefined, as variables of the environment are", () => {
    createFixtureClient({ apiKey: process.env.POLYAI_API_KEY, baseUrl: undefined, region: undefined });
    library.GET("/collections", { signal: undefined });
  });

  test("take headers that are undefined or null", () => {
    createFixtureClient({ headers: { "x-a": undefined, "x-b": null, "x-c": "1" } });
    library.with({ headers: { "x-a": null } });
    library.GET("/collections", { headers: { "x-a": undefined, "x-b": null } });
    library.GET("/collections", { headers: new Headers() });
    library.GET("/collections", { headers: [["x-a", "1"]] });
    library.GET("/search", { params: { header: { "x-reader": null } } });
    library.GET("/search", { params: { header: { "x-reader": undefined } } });
    // @ts-expect-error a header is a text
    library.GET("/collections", { headers: { "x-a": {} } });
    // @ts-expect-error so is a parameter in the header
    library.GET("/search", { params: { header: { "x-reader": 1 } } });
  });

  test("accept apiKey: false, and plain http", () => {
    createFixtureClient({ baseUrl: "/api/records", apiKey: false, dangerouslyAllowHttp: true });
    library.with({ apiKey: false, baseUrl: "https://proxy.example" });
    // @ts-expect-error true is no key
    createFixtureClient({ apiKey: true });
  });

  test("take the key as a function, sync or async", () => {
    createFixtureClient({ apiKey: () => "k" });
    createFixtureClient({ apiKey: async ({ rejected }) => (rejected ? "new" : "k") });
  });

  test("with gives a client of the same type", () => {
    expectTypeOf(library.with({ timeout: 5_000 })).toEqualTypeOf<FixtureClient>();
  });
});
