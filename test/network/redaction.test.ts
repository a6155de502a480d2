import { describe, expect, test } from "vitest";
import { type Answer, expectNoKey, failure, failureAt } from "../support/key-leaks.js";

/** Keys of characters that regular expressions, JSON, URLs, HTML and headers treat in their own ways. */
const KEYS = [
  "canary-5f2a-CANARY",
  "Canary.5f2a*(CANARY)[a-z]+$^?{2}|",
  'canary\\5f2a"/<b>&amp;CANARY',
  "canary%2f;5f2a,CANARY=",
  "1234567890123",
  "redacted-redacted",
  "__proto__.canary",
];

describe.each(KEYS)("the key %s is not in", (apiKey) => {
  const json = JSON.stringify(apiKey);
  const JSON_TYPE: [string, string][] = [["content-type", "application/json"]];
  const answers: [string, Answer][] = [
    [
      "a header",
      [
        400,
        "no",
        [
          ["x-echo", `a ${apiKey} b`],
          ["x-upper", apiKey.toUpperCase()],
        ],
        "",
      ],
    ],
    ["a reason phrase", [400, `no ${apiKey}`, [], ""]],
    ["the reason phrase of a success", [200, `yes ${apiKey}`, [["content-type", "text/html"]], "<p>"]],
    ["a content type", [200, "OK", [["content-type", `text/${apiKey}; a=${apiKey}`]], "<p>"]],
    ["a parameter of a content type", [400, "no", [["content-type", `application/json; charset=${apiKey}`]], json]],
    [
      "ids of a request",
      [
        400,
        "no",
        [
          ["x-request-id", apiKey],
          ["x-kong-request-id", `${"a".repeat(50)}${apiKey}`],
        ],
        "",
      ],
    ],
    ["a body that is a string", [400, "no", JSON_TYPE, json]],
    ["a body that is a list", [400, "no", JSON_TYPE, `[${json},[{${json}:${json}}]]`]],
    ["a message at its end", [400, "no", JSON_TYPE, `{"message":"${"a".repeat(230)}${json.slice(1)}}`]],
    ["a code", [400, "no", JSON_TYPE, `{"error_code":${json},"errors":[{"field":${json},"message":${json}}]}`]],
    ["a text", [400, "no", [], `<title>${apiKey}</title><p>${apiKey}`]],
    ["a text in place of JSON", [200, "OK", [["content-type", "text/html"]], `<p>${apiKey}`]],
    ["a text in place of JSON, cut", [200, "OK", [], `${"x".repeat(1_000 - apiKey.length + 2)}${apiKey}`]],
    ["a body that is cut", [400, "no", [], `${"x".repeat(65_536 - apiKey.length + 2)}${apiKey}${"x".repeat(9)}`]],
    ["a redirect", [302, "no", [["location", `https://elsewhere.example/${apiKey}?key=${apiKey}`]], ""]],
    ["the host of a redirect", [302, "no", [["location", `https://${apiKey}.example/`]], ""]],
    [
      "the host of a redirect, in escapes",
      [302, "no", [["location", `https://${encodeURIComponent(apiKey)}.example/`]], ""],
    ],
  ];

  test.each(answers)("%s", async (_, answer) => {
    const { error, events } = await failure(answer, { apiKey });
    expect(error.name).toMatch(/^(ApiError|ResponseFormatError|RedirectError)$/);
    expectNoKey(error, apiKey);
    expectNoKey(events, apiKey);
  });

  test("the name, the words, the code or the causes of the platform's error, nor in the event", async () => {
    const cause = Object.assign(new Error(`read ${apiKey}`), { code: `E_${apiKey}`, name: apiKey, syscall: apiKey });
    const outer = new TypeError(`fetch failed ${apiKey}`, { cause: new AggregateError([cause, cause], apiKey) });
    const fetch = () => Promise.reject(outer);
    const { error, events } = await failureAt("http://127.0.0.1:9", { apiKey, fetch });
    expect(error).toMatchObject({ name: "ConnectionError" });
    expectNoKey(error, apiKey);
    const mistake = Object.assign(new RangeError("mine"), { name: `My ${apiKey}` });
    const mine = await failureAt("http://127.0.0.1:9", { apiKey, fetch: () => Promise.reject(mistake) });
    expect(mine.error).toBe(mistake);
    expectNoKey([...events, ...mine.events], apiKey);
  });
});
