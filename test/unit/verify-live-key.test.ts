import { describe, expect, test } from "vitest";
import { run } from "../../src/testing/verify/run-verification.js";
import { formatVerification } from "../../src/testing/verify-live.js";
import { API_KEY, createClock, type ResponseChange, startDocumentedApi } from "../support/documented-api.js";
import { body, document, settingsOf, verify } from "../support/verify-live.js";

describe("verifyLive", () => {
  test("does not show the key if the server echoes it", async () => {
    const echo = body((data) => {
      data[API_KEY] = 1;
    });
    const result = await verify({ getCollection: echo });
    expect(result.differences.map(({ location }) => location)).toEqual(['body["[redacted]"]']);
    expect(formatVerification(result)).not.toContain(API_KEY);
  });

  const long = "x".repeat(74);
  test.each<[string, ResponseChange, string, string]>([
    [
      "a content type",
      (answer) => ({ ...answer, headers: { "content-type": `${long}/${API_KEY}` } }),
      "header.content-type",
      `is ${long}/[reda`,
    ],
    [
      "a redirect",
      (answer) => ({ ...answer, status: 307, headers: { location: `https://${API_KEY}.example` } }),
      "status",
      "redirects to [redacted] (not followed)",
    ],
    [
      "a long name",
      body((data) => {
        data[long + API_KEY.toUpperCase()] = 1;
      }),
      `body["${long}[redac"]`,
      "is not documented",
    ],
    [
      "a name in escapes",
      body((data) => {
        data[API_KEY.replace("-", "%2D")] = 1;
      }),
      'body["[redacted]"]',
      "is not documented",
    ],
    [
      "a failure",
      (answer, response) => {
        response.destroy();
        return answer;
      },
      "connection",
      "no response: [redacted] other",
    ],
  ])("does not show the key if the server echoes it in %s", async (_, change, location, message) => {
    await using server = await startDocumentedApi(document, { getCollection: change });
    const settings = settingsOf({ baseUrl: server.url });
    const fetch: typeof globalThis.fetch = (...args) =>
      settings.fetch(...args).catch(() => Promise.reject(new Error(`${API_KEY} other\nline`)));
    const { differences } = await run(document, { ...settings, fetch }, createClock());
    expect(differences.map((one) => [one.location, one.message])).toContainEqual([location, message]);
    expect(JSON.stringify(differences).toLowerCase()).not.toContain(API_KEY.slice(0, 7));
  });

  test("does not show the key if there is no response", async () => {
    const settings = settingsOf({ baseUrl: "http://127.0.0.1:9", fetch: () => Promise.reject(new Error(API_KEY)) });
    const message = "http://127.0.0.1:9 did not respond: [redacted]";
    await expect(run(document, settings, createClock())).rejects.toMatchObject({ name: "VerifyLiveError", message });
  });
});
