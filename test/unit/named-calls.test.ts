import { describe, expect, test } from "vitest";
import { createNamedCalls } from "../../src/named-calls.js";
import { CALLS, type Operations } from "../fixtures/api/generated/calls.js";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const path = { collectionId: "jazz" };

function named(client: FixtureClient): Operations {
  return createNamedCalls(CALLS, client) as unknown as Operations;
}

function recorded(answer?: () => Response) {
  const { fetch, calls } = recordingFetch(answer);
  const client = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch });
  return { client, library: named(client), calls };
}

describe("a call by name", () => {
  test("sends the same as the call by path", async () => {
    const { client, library, calls } = recorded();
    const init = { params: { path }, body: { titles: ["Blue"] }, headers: { "x-trace": "1" } };
    await library.removeRecords(init);
    await client.DELETE("/collections/{collectionId}/records", init);
    expect(calls).toHaveLength(2);
    const [byName, byPath] = calls.map(({ url, init: { signal, ...rest } }) => ({ url, ...rest }));
    expect(byName).toEqual(byPath);
  });

  test("resolves to the same data and response", async () => {
    const { library } = recorded(() => Response.json({ deleted: ["Blue"] }));
    const { data, response } = await library.removeRecords({ params: { path }, body: { titles: ["Blue"] } });
    expect(data).toEqual({ deleted: ["Blue"] });
    expect(response.status).toBe(200);
  });

  test("works without its object", async () => {
    const { library, calls } = recorded();
    const { listCollections } = library;
    await listCollections();
    expect(calls[0]?.url).toMatch(/\/collections$/);
  });

  test("rejects with the error of the client, whose stack names the caller", async () => {
    const { library } = recorded(() => Response.json({}, { status: 404 }));
    const callOfTheTest = async () => await library.getCollection({ params: { path } });
    const error = await callOfTheTest().catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: "ApiError", operation: "GET /collections/{collectionId}" });
    expect((error as Error).stack).toContain("callOfTheTest");
  });
});

test("there is a function for every operation of the document and no other", () => {
  expect(Object.keys(recorded().library)).toEqual(Object.keys(CALLS));
});
