import { expect, test } from "vitest";
import { toUrl } from "../../src/request.js";

const BASE = "https://api.uk.poly.ai";

test.each([
  ["no query", undefined, ""],
  ["a query of nothing", {}, ""],
  ["undefined and null, which are left out", { a: undefined, b: null }, ""],
  ["text, number and truth", { a: "x", b: 1, c: false, d: "" }, "?a=x&b=1&c=false&d="],
  ["text that means something in a URL", { a: "1&b=2#?/+ é" }, "?a=1%26b%3D2%23%3F%2F%2B%20%C3%A9"],
  ["a list, the parameter once for each", { a: ["x", "y z"], b: [] }, "?a=x&a=y%20z"],
  ["a list with holes", { a: [undefined, "x", null] }, "?a=x"],
  ["an object, the parameter once for each key", { a: { b: 1, c: ["x", "y"] } }, "?a[b]=1&a[c]=x&a[c]=y"],
])("a URL has %s", (_, query, expected) => {
  expect(toUrl(BASE, "/v1/agents", query)).toBe(`${BASE}/v1/agents${expected}`);
});
