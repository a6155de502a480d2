import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

const tricky = fc.constantFrom(
  ...[
    ".",
    "..",
    "%2e",
    "%2E%2e",
    "%2F",
    "/",
    "\\",
    "//",
    "?",
    "#",
    "%",
    "%zz",
    "+",
    " ",
    "\t",
    "\n",
    "\0",
    ";",
    "@",
    ":",
  ],
  ...["\ud800", "\udc00", "😀", "é", "\u00a0", "\u2028", "\ufeff", "\u0085", "{collectionId}", "..;", "%00", "'", "a"],
);
const values = fc.oneof(
  fc.array(tricky, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

test("any string arrives unchanged at the right route, or is refused before anything is sent", async () => {
  await using server = await startServer((_, response) => response.writeHead(200).end());
  const library = createFixtureClient({ baseUrl: `${server.url}/gateway`, apiKey: "k", maxRetries: 0 });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(values, values, async (collectionId, shelfId) => {
      const before = server.received.length;
      const path = { collectionId, shelfId };
      const error = await library
        .DELETE("/collections/{collectionId}/shelves/{shelfId}", { params: { path } })
        .then(() => undefined)
        .catch((e) => e);
      if (error) {
        refused += 1;
        expect(error).toBeInstanceOf(UsageError);
        expect(error.message).toMatch(/path parameter (collectionId|shelfId) /);
        expect(server.received).toHaveLength(before);
        return;
      }
      const segments = server.received[before]?.url.split("/") ?? [];
      expect(segments).toHaveLength(6);
      expect(segments.map((segment) => decodeURIComponent(segment))).toEqual([
        ...["", "gateway", "collections"],
        collectionId,
        "shelves",
        shelfId,
      ]);
    }),
    { numRuns: 500 },
  );
  // Both happen, or the property says nothing.
  expect(refused).toBeGreaterThan(10);
  expect(server.received.length).toBeGreaterThan(10);
}, 30_000);

test("a value of 64 kB arrives unchanged", async () => {
  await using server = await startServer((_, response) => response.writeHead(204).end());
  const library = createFixtureClient({ baseUrl: server.url, apiKey: "k" });
  const collectionId = "ä/+ 😀".repeat(9_400).slice(0, 65_536);
  await library.DELETE("/collections/{collectionId}", { params: { path: { collectionId } } });
  expect(decodeURIComponent(server.received[0]?.url.split("/")[2] ?? "")).toBe(collectionId);
});
