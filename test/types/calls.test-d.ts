import { describe, expectTypeOf, test } from "vitest";
import { type AgentsClient, type components, createAgentsClient, type Region } from "../../src/index.js";

declare const polyai: AgentsClient;
const path = { agentId: "PROJECT-58RP822I" };
const branch = { ...path, branchId: "main" };

describe("a right call", () => {
  test("has the data of the document", async () => {
    const { data, response } = await polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path },
      body: { phoneNumbers: ["+442071838750"] },
    });
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["DeletePhoneNumbersResponse"]>();
    expectTypeOf(data.deleted).toEqualTypeOf<string[]>();
    expectTypeOf(data.errors).toEqualTypeOf<{ phoneNumber: string; error: string }[] | undefined>();
    expectTypeOf(response).toEqualTypeOf<Response>();
  });

  test("needs no init where nothing is required", async () => {
    const { data } = await polyai.GET("/v1/agents");
    expectTypeOf(data).toEqualTypeOf<components["schemas"]["GetAgentsResponse"]>();
    await polyai.GET("/v1/agents", {});
    await polyai.GET("/v1/agents", { headers: { "x-trace": "1" }, timeout: 1_000, maxRetries: 0 });
  });

  test("is unknown where the document leaves a 200 or 201 open, and undefined where it is a 204", async () => {
    const branches = await polyai.GET("/v1/agents/{agentId}/branches", { params: { path } });
    expectTypeOf(branches.data).toBeUnknown();
    const created = await polyai.POST("/v1/agents/{agentId}/branches", { params: { path }, body: { branchName: "b" } });
    expectTypeOf(created.data).toBeUnknown();
    const deleted = await polyai.DELETE("/v1/agents/{agentId}", { params: { path } });
    expectTypeOf(deleted.data).toEqualTypeOf<undefined>();
  });

  test("leaves out what has a default", async () => {
    const numbers = { phoneNumbers: ["+442071838750"] };
    await polyai.POST("/v1/agents/{agentId}/telephony/phone-numbers", { params: { path }, body: numbers });
    await polyai.POST("/v1/agents/{agentId}/branches/{branchId}/variants", {
      params: { path: branch },
      body: { name: "Night" },
    });
    await polyai.POST("/v1/agents/{agentId}/deployments/publish", { params: { path }, body: {} });
  });

  test("leaves out a body that the document does not require", async () => {
    await polyai.POST("/v1/agents/{agentId}/branches/{branchId}/merge", { params: { path: branch } });
  });

  test("takes query parameters", async () => {
    await polyai.GET("/v1/agents/{agentId}/deployments", {
      params: { path, query: { environment: "live", limit: 5 } },
    });
    await polyai.GET("/v1/agents/{agentId}/telephony/phone-numbers", { params: { path } });
  });

  test("holds anything where the document says object and no more", async () => {
    await polyai.PATCH("/v1/agents/{agentId}/real-time-configs/{clientEnv}/variables", {
      params: { path: { ...path, clientEnv: "live" } },
      body: { variables: { open: true, desks: [1, 2] } },
    });
  });
});

describe("a wrong call does not compile", () => {
  test("with a path or a method that the document does not have", () => {
    // @ts-expect-error no such path
    polyai.GET("/v1/agent");
    // @ts-expect-error the path has no PUT
    polyai.PUT("/v1/agents");
    // @ts-expect-error no operation of the document is a HEAD
    polyai.HEAD("/v1/agents");
  });

  test("with a parameter missing, misspelt or of another type", () => {
    // @ts-expect-error params are required
    polyai.DELETE("/v1/agents/{agentId}");
    // @ts-expect-error agentId is missing
    polyai.DELETE("/v1/agents/{agentId}", { params: { path: {} } });
    // @ts-expect-error agentId is misspelt
    polyai.DELETE("/v1/agents/{agentId}", { params: { path: { agentID: "PROJECT-58RP822I" } } });
    // @ts-expect-error one too many
    polyai.DELETE("/v1/agents/{agentId}", { params: { path: { agentId: "PROJECT-58RP822I", branchId: "main" } } });
    // @ts-expect-error the operation has no query
    polyai.DELETE("/v1/agents/{agentId}", { params: { path, query: { limit: 1 } } });
    // @ts-expect-error environment is required
    polyai.GET("/v1/agents/{agentId}/deployments", { params: { path } });
    // @ts-expect-error no such environment
    polyai.GET("/v1/agents/{agentId}/deployments", { params: { path, query: { environment: "prod" } } });
  });

  test("with a body missing, unwanted, misspelt or of another type", () => {
    // @ts-expect-error the body is required
    polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", { params: { path } });
    // @ts-expect-error the operation has no body
    polyai.GET("/v1/agents", { body: {} });
    polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path },
      // @ts-expect-error phoneNumbers is misspelt
      body: { phoneNumber: ["+442071838750"] },
    });
    polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path },
      // @ts-expect-error one property too many
      body: { phoneNumbers: ["+442071838750"], force: true },
    });
    polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path },
      // @ts-expect-error a list, not one number
      body: { phoneNumbers: "+442071838750" },
    });
    polyai.POST("/v1/agents", {
      body: {
        name: "Front desk",
        // @ts-expect-error a nested property is misspelt
        responseSettings: { greeting: "Hello", language: "en-GB" },
        voiceSettings: { voiceId: "v" },
      },
    });
  });

  test("with a misspelt option, or one that would send the key elsewhere", () => {
    // @ts-expect-error misspelt
    polyai.GET("/v1/agents", { timeuot: 1_000 });
    // @ts-expect-error the base URL belongs to the client
    polyai.GET("/v1/agents", { baseUrl: "https://elsewhere.example" });
    // @ts-expect-error so does fetch
    polyai.GET("/v1/agents", { fetch });
    // @ts-expect-error redirects are never followed
    polyai.GET("/v1/agents", { redirect: "follow" });
    // @ts-expect-error misspelt
    createAgentsClient({ region: "uk", apikey: "k" });
    // @ts-expect-error misspelt
    polyai.with({ timeuot: 1 });
  });

  test("with a region that the document does not have", () => {
    expectTypeOf<"us" | "uk" | "eu">().toExtend<Region>();
    // @ts-expect-error no such region
    createAgentsClient({ region: "mars" });
  });

  test("with a result that is treated as another", async () => {
    const { data } = await polyai.GET("/v1/agents/{agentId}/branches", { params: { path } });
    // @ts-expect-error unknown has to be narrowed first
    data.branches;
    // @ts-expect-error a call that did not succeed throws; there is no error in the result
    (await polyai.GET("/v1/agents")).error;
  });
});

describe("options", () => {
  test("may be undefined, as variables of the environment are", () => {
    createAgentsClient({ apiKey: process.env.POLYAI_API_KEY, baseUrl: undefined, region: undefined });
    polyai.GET("/v1/agents", { signal: undefined });
  });

  test("take the key as a function, sync or async", () => {
    createAgentsClient({ apiKey: () => "k" });
    createAgentsClient({ apiKey: async ({ rejected }) => (rejected ? "new" : "k") });
  });

  test("with gives a client of the same type", () => {
    expectTypeOf(polyai.with({ timeout: 5_000 })).toEqualTypeOf<AgentsClient>();
  });
});
