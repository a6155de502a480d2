import { Agent, fetch as undiciFetch } from "undici";
import { expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

// As Node's fetch does after 300 s, here with a dispatcher that waits less.
test.each(["headersTimeout", "bodyTimeout"])(
  "the %s of undici ends a silent response, whatever the client's limits",
  async (limit) => {
    await using server = await startServer((_, response) => {
      if (limit === "bodyTimeout") response.write("{");
    });
    const dispatcher = new Agent({ [limit]: 100 });
    const fetch = ((url: string, init: object) =>
      undiciFetch(url, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
    const unlimited = { timeout: Number.POSITIVE_INFINITY, totalTimeout: Number.POSITIVE_INFINITY, maxRetries: 0 };
    const library = createFixtureClient({ baseUrl: server.url, apiKey: "k", fetch, ...unlimited });
    const code = limit === "bodyTimeout" ? "UND_ERR_BODY_TIMEOUT" : "UND_ERR_HEADERS_TIMEOUT";
    await expect(library.GET("/collections")).rejects.toMatchObject({
      name: "ConnectionError",
      message: expect.stringContaining(code),
    });
    await dispatcher.close();
  },
);
