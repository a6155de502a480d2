import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { ApiError, createAgentsClient } from "polyai-agents";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { release } from "./src/release.js";

const PHONE_NUMBERS = "https://api.uk.poly.ai/v1/agents/:agentId/telephony/phone-numbers";
const polyai = createAgentsClient({ region: "uk", apiKey: "made-up", maxRetries: 0 });
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test("a number that was not released is given with the reason", async () => {
  const errors = [{ phoneNumber: "+442079460018", error: "in use" }];
  server.use(
    http.delete(PHONE_NUMBERS, async ({ request }) => {
      expect(await request.json()).toEqual({ phoneNumbers: ["+442079460018"] });
      return HttpResponse.json({ deleted: [], errors });
    }),
  );
  expect(await release(polyai, "PROJECT-58RP822I", ["+442079460018"])).toEqual(errors);
});

test("a refused key is an ApiError", async () => {
  server.use(http.delete(PHONE_NUMBERS, () => HttpResponse.json({ message: "no such key" }, { status: 401 })));
  await expect(release(polyai, "PROJECT-58RP822I", ["+442079460018"])).rejects.toThrow(ApiError);
});
