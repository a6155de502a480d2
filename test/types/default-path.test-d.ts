import { describe, expectTypeOf, test } from "vitest";
import type { components, FixtureClient } from "../support/fixture-client.js";

declare const library: FixtureClient;
const jazz = library.with({ path: { collectionId: "jazz" }, timeout: 5_000 });

describe("a path parameter with a default", () => {
  test("may be left out", async () => {
    const { data } = await jazz.DELETE("/collections/{collectionId}/records", { body: { titles: ["Blue"] } });
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["Removed"]>();
    await jazz.GET("/collections/{collectionId}");
  });

  test("may be given", async () => {
    await jazz.GET("/collections/{collectionId}", { params: { path: { collectionId: "blues" } } });
  });

  test("leaves the other parameters required", () => {
    const path = "/collections/{collectionId}/shelves/{shelfId}";
    jazz.DELETE(path, { params: { path: { shelfId: "low" } } });
    // @ts-expect-error shelfId is missing
    jazz.DELETE(path, { params: { path: { collectionId: "jazz" } } });
    // @ts-expect-error shelfId is missing
    jazz.DELETE(path);
    // @ts-expect-error state is required
    jazz.GET("/collections/{collectionId}/loans");
    jazz.GET("/collections/{collectionId}/loans", { params: { query: { state: "out" } } });
  });

  test("adds to the defaults of the client before", () => {
    jazz.with({ path: { shelfId: "low" } }).DELETE("/collections/{collectionId}/shelves/{shelfId}");
    jazz.with({ timeout: 1_000 }).GET("/collections/{collectionId}");
  });

  test("must be one of the document's path parameters", () => {
    // @ts-expect-error misspelt
    library.with({ path: { collectionID: "jazz" } });
    // @ts-expect-error not a value of a path parameter
    library.with({ path: { collectionId: ["jazz"] } });
  });
});

test("a client with defaults can be used where none are needed, and not the other way round", () => {
  expectTypeOf(jazz).toExtend<FixtureClient>();
  // @ts-expect-error it has no default for collectionId
  library satisfies typeof jazz;
});
