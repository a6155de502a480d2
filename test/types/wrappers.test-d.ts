import { describe, expectTypeOf, test } from "vitest";
import type { CallArguments, Client, PathsWith } from "../../src/index.js";
import type { components, FixtureClient, paths } from "../support/fixture-client.js";

declare const library: FixtureClient;

async function get<P extends PathsWith<paths, "get">>(path: P, ...init: CallArguments<paths, "get", P>) {
  const { data } = await library.GET(path, ...init);
  return data;
}

async function remove<P extends PathsWith<paths, "delete">>(path: P, ...init: CallArguments<paths, "delete", P>) {
  const { data } = await library.DELETE(path, ...init);
  return data;
}

describe("a generic function around a method", () => {
  test("has the data of each operation", async () => {
    expectTypeOf(await get("/collections")).toEqualTypeOf<components["schemas"]["Collections"]>();
    const removed = await remove("/collections/{collectionId}/records", {
      params: { path: { collectionId: "jazz" } },
      body: { titles: ["Blue"] },
    });
    expectTypeOf(removed).toEqualTypeOf<components["schemas"]["Removed"]>();
  });

  test("is as strict as the method", () => {
    // @ts-expect-error no such path
    get("/collection");
    // @ts-expect-error params are required
    get("/collections/{collectionId}");
    remove("/collections/{collectionId}/records", {
      params: { path: { collectionId: "jazz" } },
      // @ts-expect-error titles is misspelt
      body: { title: ["Blue"] },
    });
  });

  test("takes a client with default path parameters", () => {
    const first = async <P extends PathsWith<paths, "get">>(
      client: Client<paths, string, "collectionId">,
      path: P,
      ...init: CallArguments<paths, "get", P, "collectionId">
    ) => (await client.GET(path, ...init)).data;
    first(library.with({ path: { collectionId: "jazz" } }), "/collections/{collectionId}");
    // @ts-expect-error the client has no such default
    first(library, "/collections/{collectionId}");
  });
});
