/** The recipes in test/examples, run. pages.test.ts runs those for pages, and tracing.test.ts the one for tracing. */
import { networkInterfaces } from "node:os";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient } from "../examples/containers/app.js";
import { serveMock } from "../examples/containers/mock.js";
import { createProxy } from "../examples/proxy/server.js";
import { json, startServer } from "../support/loopback-server.js";

const NUMBERS = "/v1/agents/PROJECT-58RP822I/telephony/phone-numbers";
const ONE = { number: "+442079460018", projectId: "p", accountId: "a", clientEnv: "live" };

/** Sets variables of the environment until the end of the test. */
function setEnvironment(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

describe("the proxy", () => {
  const mayCall = () => true;
  const request = (path: string, init?: RequestInit) => new Request(`https://app.example${path}`, init);

  test("passes a call on with the key, and without the cookies of the page", async () => {
    await using server = await startServer((_, response) => json(response, 200, { deleted: [ONE.number] }));
    const proxy = createProxy({ apiKey: "key-of-the-proxy", server: server.url, mayCall });
    const body = JSON.stringify({ phoneNumbers: [ONE.number] });
    const headers = { "content-type": "application/json", cookie: "session=1" };
    const answer = await proxy(request(`/api/polyai${NUMBERS}?x=1`, { method: "DELETE", headers, body }));
    expect([answer.status, await answer.json()]).toEqual([200, { deleted: [ONE.number] }]);
    expect(server.received).toMatchObject([{ method: "DELETE", url: `${NUMBERS}?x=1`, body }]);
    expect(server.received[0]?.headers).toMatchObject({ "x-api-key": "key-of-the-proxy" });
    expect(server.received[0]?.headers).not.toHaveProperty("cookie");
  });

  test("passes on how long to wait before the next attempt", async () => {
    await using server = await startServer((_, response) => json(response, 429, {}, { "retry-after": "7" }));
    const answer = await createProxy({ apiKey: "k", server: server.url, mayCall })(request(`/api/polyai${NUMBERS}`));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  test.each([
    ["that the user may not make", `/api/polyai${NUMBERS}`, 403],
    ["of another path", "/api/polyai/../other", 404],
  ])("sends nothing for a call %s", async (_, path, status) => {
    await using server = await startServer((_, response) => json(response, 200, {}));
    const proxy = createProxy({ apiKey: "k", server: server.url, mayCall: () => status !== 403 });
    expect((await proxy(request(path))).status).toBe(status);
    expect(server.received).toEqual([]);
  });
});

test("the Next.js route reads the key of the environment when it is called", async () => {
  await using server = await startServer((_, response) => json(response, 200, { phoneNumbers: [ONE] }));
  setEnvironment({ POLYAI_BASE_URL: server.url });
  // Makes the client, as `next build` does: without a key.
  const { GET } = await import("../examples/nextjs/app/numbers/route.js");
  setEnvironment({ POLYAI_API_KEY: "key-of-the-app" });
  expect(await (await GET()).json()).toEqual({ phoneNumbers: [ONE] });
  expect(server.received).toMatchObject([{ url: NUMBERS, headers: { "x-api-key": "key-of-the-app" } }]);
});

describe("containers", () => {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const address = addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address;

  test.skipIf(!address)("call the mock at an address that is not loopback", { timeout: 30_000 }, async () => {
    await using mock = await serveMock(0);
    setEnvironment({
      POLYAI_BASE_URL: `http://${address}:${new URL(mock.url).port}`,
      POLYAI_API_KEY: "made-up",
      POLYAI_ALLOW_HTTP: "true",
    });
    const { data } = await createClient().GET("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path: { agentId: "PROJECT-58RP822I" } },
    });
    expect(data.phoneNumbers).not.toHaveLength(0);
    vi.stubEnv("POLYAI_ALLOW_HTTP", undefined);
    expect(createClient).toThrow("dangerouslyAllowHttp");
  });
});
