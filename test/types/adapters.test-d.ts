import createClient from "openapi-react-query";
import { createImmutableHook, createMutateHook, createQueryHook } from "swr-openapi";
import { describe, expectTypeOf, test } from "vitest";
import { type AnyAgentsError, ApiError, isAgentsError } from "../../src/index.js";
import type { components, FixtureClient } from "../support/fixture-client.js";

declare const library: FixtureClient;
const params = { path: { collectionId: "jazz" } };
const RECORDS = "/collections/{collectionId}/records";

type Records = components["schemas"]["Records"];
type Removed = components["schemas"]["Removed"];

describe("openapi-react-query", () => {
  const $api = createClient(library.fetchClient);

  test("has the data of the document", async () => {
    const query = $api.useQuery("get", RECORDS, { params });
    expectTypeOf(query.data).branded.toEqualTypeOf<Records | undefined>();
    expectTypeOf($api.useSuspenseQuery("get", RECORDS, { params }).data).branded.toEqualTypeOf<Records>();
    const mutation = $api.useMutation("delete", RECORDS);
    expectTypeOf(mutation.data).branded.toEqualTypeOf<Removed | undefined>();
    const removed = mutation.mutateAsync({ params, body: { titles: ["Blue"] } });
    expectTypeOf(await removed).branded.toEqualTypeOf<Removed>();
  });

  test("has data of type unknown for a success without a schema, and undefined for a 204", () => {
    expectTypeOf($api.useQuery("get", "/collections/{collectionId}/shelves", { params }).data).toBeUnknown();
    expectTypeOf($api.useMutation("delete", "/collections/{collectionId}").data).toEqualTypeOf<undefined>();
  });

  test("has our errors", () => {
    const { error } = $api.useQuery("get", RECORDS, { params });
    expectTypeOf<NonNullable<typeof error>["name"]>().toEqualTypeOf<AnyAgentsError["name"]>();
    if (error?.name === "ApiError") expectTypeOf(error.status).toEqualTypeOf<number>();
    if (error instanceof ApiError) expectTypeOf(error.headers.get("etag")).toEqualTypeOf<string | null>();
    if (isAgentsError(error)) expectTypeOf(error).toExtend<AnyAgentsError>();
    expectTypeOf($api.useMutation("delete", RECORDS).error?.retryable).toEqualTypeOf<boolean | undefined>();
  });

  test("does not compile with a wrong path, method, parameter or body", () => {
    // @ts-expect-error no such path
    $api.useQuery("get", "/collection");
    // @ts-expect-error the path has no PUT
    $api.useMutation("put", "/collections");
    // @ts-expect-error params are required
    $api.useQuery("get", RECORDS);
    // @ts-expect-error collectionId is misspelt
    $api.queryOptions("get", RECORDS, { params: { path: { collectionID: "jazz" } } });
    // @ts-expect-error a list, not one title
    $api.useMutation("delete", RECORDS).mutate({ params, body: { titles: "Blue" } });
  });
});

describe("swr-openapi", () => {
  const useQuery = createQueryHook(library.fetchClient, "records");

  test("has the data of the document", () => {
    expectTypeOf(useQuery(RECORDS, { params }).data).branded.toEqualTypeOf<Records | undefined>();
    const useImmutable = createImmutableHook(library.fetchClient, "records");
    const { data } = useImmutable("/collections");
    expectTypeOf(data).branded.toEqualTypeOf<components["schemas"]["Collections"] | undefined>();
    expectTypeOf(useQuery("/collections/{collectionId}/shelves", { params }).data).toBeUnknown();
  });

  test("has our errors", () => {
    const { error } = useQuery(RECORDS, { params });
    if (error?.name === "ApiError") expectTypeOf(error.status).toEqualTypeOf<number>();
    if (error instanceof ApiError) expectTypeOf(error.headers.get("etag")).toEqualTypeOf<string | null>();
  });

  test("does not compile with a wrong path or parameter", () => {
    // @ts-expect-error no such path
    useQuery("/collection");
    // @ts-expect-error params are required
    useQuery(RECORDS);
    // @ts-expect-error collectionId is misspelt
    useQuery(RECORDS, { params: { path: { collectionID: "jazz" } } });
    // @ts-expect-error no such path
    createMutateHook(library.fetchClient, "records", Object.is)()(["/collection"]);
  });
});

describe("fetchClient", () => {
  test("takes middleware, and has a method for each HTTP method instead of `request`", () => {
    library.fetchClient.use({ onRequest: ({ request }) => request });
    // @ts-expect-error a middleware has at least one of the functions
    library.fetchClient.use({});
    // @ts-expect-error there is a method for each HTTP method
    library.fetchClient.request("get", "/collections");
  });
});
