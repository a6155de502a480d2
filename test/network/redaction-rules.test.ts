import { describe, expect, test } from "vitest";
import { expectNoKey, failure, failureAt } from "../support/key-leaks.js";
import { startServer } from "../support/loopback-server.js";

const REDACTED = "[redacted]";

test("the name of a header that has the key in it stays the name of a header", async () => {
  const apiKey = "Canary+5f2a";
  const names: [string, string][] = [
    ["x-Canary+5f2a-a", "1"],
    ["x-canary%2b5f2a", "2"],
    ["x-fine%41!.~", "3"],
  ];
  const { error } = await failure([400, "no", names, ""], { apiKey });
  expectNoKey(error, apiKey, "canary%2b5f2a");
  const { headers } = error as { headers: Headers };
  expect(["x-redacted-a", "redacted", "x-fine%41!.~"].map((name) => headers.get(name))).toEqual(["1", "2", "3"]);
});

describe("the target of a redirect", () => {
  const target = async (location: string) => {
    const { error } = await failure([302, "no", [["location", location]], ""], { apiKey: "Canary/5f2a" });
    return error;
  };

  test("is shown if only its path contains the key", async () => {
    expect(await target("https://elsewhere.example/a?key=Canary/5f2a")).toMatchObject({
      target: "https://elsewhere.example",
    });
  });

  test("is not shown if its host is the beginning of the key", async () => {
    const error = await target("https://canary/5f2a");
    expect(error.target).toBe(REDACTED);
    expect(error.message).toContain("302 redirect to [redacted], not followed");
  });
});

test("all keys of a call are redacted, the first one in the answer to the last one, too", async () => {
  // The second key begins with the first one.
  const keys = ["canary-one-5f2a", "canary-one-5f2a-and-two"];
  let count = 0;
  await using server = await startServer((_, response) => {
    response.writeHead(401, keys[0], { "x-second": `${keys[1]}` }).end(JSON.stringify({ message: keys.join() }));
  });
  const { error, events } = await failureAt(server.url, { apiKey: () => `${keys[count++]}` });
  expect(error).toMatchObject({ attempts: 2, body: { message: `${REDACTED},${REDACTED}` } });
  expect(error.headers.get("x-second")).toBe(REDACTED);
  expectNoKey([error, events], "canary-one-5f2a", "-and-two");
});

describe("redaction changes nothing else:", () => {
  test.each<[string, string, string, string]>([
    [
      "the order of properties",
      "canary-5f2a",
      '{"a":1,"canary-5f2a":2,"__proto__":3,"b":4}',
      '{"a":1,"[redacted]":2,"__proto__":3,"b":4}',
    ],
    [
      "numbers",
      "1234567890",
      "[12345678,1.5,-0,1e400,true,null,1234567890]",
      '[12345678,1.5,0,null,true,null,"[redacted]"]',
    ],
    ["a row of HTML's names", "canary-5f2a", `["${"&nbsp;".repeat(40)}"]`, `["${"&nbsp;".repeat(40)}"]`],
    [
      "escapes of something else",
      "canary-5f2a",
      '["\\\\c\\\\a canary%20 canary-5f2b"]',
      '["\\\\c\\\\a canary%20 canary-5f2b"]',
    ],
  ])("%s", async (_, apiKey, body, expected) => {
    const { error } = await failure([400, "no", [], body], { apiKey });
    expect(JSON.stringify(error.body)).toBe(expected);
  });
});
