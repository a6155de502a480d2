import { describe, expectTypeOf, test } from "vitest";
import type { Operations } from "../fixtures/api/generated/calls.js";
import type { Removed } from "../fixtures/api/generated/schemas.js";
import type { components } from "../support/fixture-client.js";

declare const library: Operations;
declare const jazz: Operations<"collectionId">;
const path = { collectionId: "jazz" };

describe("calls by name", () => {
  test("have the data of the document", async () => {
    const { data, response } = await library.removeRecords({ params: { path }, body: { titles: ["Blue"] } });
    expectTypeOf(data).toEqualTypeOf<Removed>();
    expectTypeOf(response).toEqualTypeOf<Response>();
    expectTypeOf((await library.listCollections()).data).toEqualTypeOf<components["schemas"]["Collections"]>();
    await library.listCollections({ timeout: 1_000 });
  });

  test("are as strict as calls by path", () => {
    // @ts-expect-error no such operation
    library.removeRecord;
    // @ts-expect-error the body is required
    library.removeRecords({ params: { path } });
    // @ts-expect-error titles is misspelt
    library.removeRecords({ params: { path }, body: { title: ["Blue"] } });
    // @ts-expect-error params are required
    library.getCollection();
    // @ts-expect-error misspelt
    library.listCollections({ timeuot: 1_000 });
  });

  test("leave out a path parameter that has a default", async () => {
    await jazz.getCollection();
    await jazz.removeRecords({ body: { titles: ["Blue"] } });
    // @ts-expect-error shelfId has no default
    jazz.removeShelf();
  });
});
