import { describe, expectTypeOf, test } from "vitest";
import type { Region } from "../../src/index.js";
import { type components, createFixtureClient, type FixtureClient } from "../support/fixture-client.js";

declare const library: FixtureClient;
const path = { collectionId: "jazz" };
const branch = { ...path, shelfId: "main" };

describe("a right call", () => {
  test("has the data of the document", async () => {
    const { data, response } = await library.DELETE("/collections/{collectionId}/records", {
      params: { path },
      body: { titles: ["Blue"] },
    });
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["DeletePhoneNumbersResponse"]>();
    expectTypeOf(data.deleted).toEqualTypeOf<string[]>();
    expectTypeOf(data.errors).toEqualTypeOf<{ title: string; error: string }[] | undefined>();
    expectTypeOf(response).toEqualTypeOf<Response>();
  });

  test("needs no init where nothing is required", async () => {
    const { data } = await library.GET("/collections");
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["GetAgentsResponse"]>();
    await library.GET("/collections", {});
    await library.GET("/collections", { headers: { "x-trace": "1" }, timeout: 1_000, maxRetries: 0 });
  });

  test("is unknown where the document leaves a 200 or 201 open, and undefined where it is a 204", async () => {
    const branches = await library.GET("/collections/{collectionId}/shelves", { params: { path } });
    expectTypeOf(branches.data).toBeUnknown();
    const created = await library.POST("/collections/{collectionId}/shelves", {
      params: { path },
      body: { name: "low" },
    });
    expectTypeOf(created.data).toBeUnknown();
    const deleted = await library.DELETE("/collections/{collectionId}", { params: { path } });
    expectTypeOf(deleted.data).toEqualTypeOf<undefined>();
  });

  test("leaves out what has a default", async () => {
    const numbers = { titles: ["Blue"] };
    await library.POST("/collections/{collectionId}/records", { params: { path }, body: numbers });
    await library.POST("/collections/{collectionId}/shelves/{shelfId}/variants", {
      params: { path: branch },
      body: { name: "Night" },
    });
    await library.POST("/collections/{collectionId}/loans/publish", { params: { path }, body: {} });
  });

  test("leaves out a body that the document does not require", async () => {
    await library.POST("/collections/{collectionId}/shelves/{shelfId}", { params: { path: branch } });
  });

  test("takes query parameters", async () => {
    await library.GET("/collections/{collectionId}/loans", {
      params: { path, query: { state: "out", limit: 5 } },
    });
    await library.GET("/collections/{collectionId}/records", { params: { path } });
  });

  test("holds anything where the document says object and no more", async () => {
    await library.PATCH("/collections/{collectionId}/shelves/{shelfId}/notes/{language}", {
      params: { path: { ...path, clientEnv: "live" } },
      body: { variables: { open: true, desks: [1, 2] } },
    });
  });
});

describe("a wrong call does not compile", () => {
  test("with a path or a method that the document does not have", () => {
    // @ts-expect-error no such path
    library.GET("/collection");
    // @ts-expect-error the path has no PUT
    library.PUT("/collections");
    // @ts-expect-error no operation of the document is a HEAD
    library.HEAD("/collections");
  });

  test("with a parameter missing, misspelt or of another type", () => {
    // @ts-expect-error params are required
    library.DELETE("/collections/{collectionId}");
    // @ts-expect-error collectionId is missing
    library.DELETE("/collections/{collectionId}", { params: { path: {} } });
    // @ts-expect-error collectionId is misspelt
    library.DELETE("/collections/{collectionId}", { params: { path: { collectionID: "jazz" } } });
    // @ts-expect-error one too many
    library.DELETE("/collections/{collectionId}", { params: { path: { collectionId: "jazz", shelfId: "main" } } });
    // @ts-expect-error the operation has no query
    library.DELETE("/collections/{collectionId}", { params: { path, query: { limit: 1 } } });
    // @ts-expect-error state is required
    library.GET("/collections/{collectionId}/loans", { params: { path } });
    // @ts-expect-error no such state
    library.GET("/collections/{collectionId}/loans", { params: { path, query: { state: "prod" } } });
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
      // @ts-expect-error a list, not one number
      body: { titles: "Blue" },
    });
    library.POST("/collections", {
      body: {
        name: "Front desk",
        // @ts-expect-error a nested property is misspelt
        responseSettings: { greeting: "Hello", language: "en-GB" },
        voiceSettings: { voiceId: "v" },
      },
    });
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
    expectTypeOf<"us" | "uk" | "eu">().toExtend<Region>();
    // @ts-expect-error no such region
    createFixtureClient({ region: "mars" });
  });

  test("with a result that is treated as another", async () => {
    const { data } = await library.GET("/collections/{collectionId}/shelves", { params: { path } });
    // @ts-expect-error unknown has to be narrowed first
    data.branches;
    // @ts-expect-error a call that did not succeed throws; there is no error in the result
    (await library.GET("/collections")).error;
  });
});

describe("options", () => {
  test("may be undefined, as variables of the state are", () => {
    createFixtureClient({ apiKey: process.env.POLYAI_API_KEY, baseUrl: undefined, region: undefined });
    library.GET("/collections", { signal: undefined });
  });

  test("take the key as a function, sync or async", () => {
    createFixtureClient({ apiKey: () => "k" });
    createFixtureClient({ apiKey: async ({ rejected }) => (rejected ? "new" : "k") });
  });

  test("with gives a client of the same type", () => {
    expectTypeOf(library.with({ timeout: 5_000 })).toEqualTypeOf<FixtureClient>();
  });
});
