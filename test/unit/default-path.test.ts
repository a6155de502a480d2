import { expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

function recorded() {
  const { fetch, calls } = recordingFetch();
  const library = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch });
  const paths = () => calls.map(({ url }) => new URL(url).pathname);
  return { library, paths };
}

test("a default path parameter is used only if the call does not give the parameter", async () => {
  const { library, paths } = recorded();
  const jazz = library.with({ path: { collectionId: "jazz" } });
  await jazz.GET("/collections/{collectionId}");
  await jazz.GET("/collections/{collectionId}", { params: { path: { collectionId: "blues" } } });
  await jazz.DELETE("/collections/{collectionId}/shelves/{shelfId}", { params: { path: { shelfId: "low" } } });
  await jazz.with({ path: { shelfId: "top" } }).DELETE("/collections/{collectionId}/shelves/{shelfId}");
  expect(paths().map((path) => path.replace(/^.*(?=\/collections)/, ""))).toEqual([
    "/collections/jazz",
    "/collections/blues",
    "/collections/jazz/shelves/low",
    "/collections/jazz/shelves/top",
  ]);
});

test("a default belongs to the client of with() alone", async () => {
  const { library } = recorded();
  library.with({ path: { collectionId: "jazz" } });
  await expect(library.GET("/collections/{collectionId}", {} as never)).rejects.toThrow("collectionId is missing");
});

test("a default is checked as a parameter is", async () => {
  const { library } = recorded();
  const wrong = library.with({ path: { collectionId: ".." } });
  await expect(wrong.GET("/collections/{collectionId}")).rejects.toThrow('path parameter collectionId is "." or ".."');
});
