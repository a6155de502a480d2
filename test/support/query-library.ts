import { describe, expect, test } from "vitest";
import { isAgentsError } from "../../src/index.js";
import { json, startServer } from "./loopback-server.js";

export const ONE_RECORD = { records: [{ title: "Blue", collectionId: "jazz" }] };

/** How a query ends: with the titles in a collection, or with an error. */
interface Ended {
  readonly titles: readonly string[] | undefined;
  readonly error: unknown;
}

/** What a query does in every library that is given the client: `none` is what it has as its error without one. */
export function describeQuery(query: (baseUrl: string) => Promise<Ended>, none: null | undefined): void {
  describe("a query", () => {
    test("has the data", async () => {
      await using server = await startServer((_, response) => json(response, 200, ONE_RECORD));
      expect(await query(server.url)).toEqual({ titles: ["Blue"], error: none });
      const [request] = server.received;
      expect(request?.url).toBe("/collections/jazz/records");
      expect(request?.headers["x-api-key"]).toBe("k");
    });

    test("that is refused has the ApiError as its error", async () => {
      await using server = await startServer((_, response) => json(response, 403, { message: "not yours" }));
      const { titles, error } = await query(server.url);
      expect(titles).toBeUndefined();
      expect(isAgentsError(error)).toBe(true);
      expect(error).toMatchObject({ name: "ApiError", status: 403, body: { message: "not yours" }, attempts: 1 });
    });
  });
}
