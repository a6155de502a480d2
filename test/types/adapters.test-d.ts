import createClient from "openapi-react-query";
import { createImmutableHook, createMutateHook, createQueryHook } from "swr-openapi";
import { describe, expectTypeOf, test } from "vitest";
import { type AgentsClient, type AnyAgentsError, ApiError, type components, isAgentsError } from "../../src/index.js";

declare const polyai: AgentsClient;
const params = { path: { agentId: "PROJECT-58RP822I" } };
const NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";

type Numbers = components["schemas"]["GetPhoneNumbersResponse"];
type Released = components["schemas"]["DeletePhoneNumbersResponse"];

describe("openapi-react-query", () => {
  const $api = createClient(polyai.fetchClient);

  test("has the data of the document", async () => {
    const query = $api.useQuery("get", NUMBERS, { params });
    expectTypeOf(query.data).branded.toEqualTypeOf<Numbers | undefined>();
    expectTypeOf($api.useSuspenseQuery("get", NUMBERS, { params }).data).branded.toEqualTypeOf<Numbers>();
    const mutation = $api.useMutation("delete", NUMBERS);
    expectTypeOf(mutation.data).branded.toEqualTypeOf<Released | undefined>();
    const released = mutation.mutateAsync({ params, body: { phoneNumbers: ["+442071838750"] } });
    expectTypeOf(await released).branded.toEqualTypeOf<Released>();
  });

  test("has unknown where the document leaves a success open, and undefined where it is a 204", () => {
    expectTypeOf($api.useQuery("get", "/v1/agents/{agentId}/branches", { params }).data).toBeUnknown();
    expectTypeOf($api.useMutation("delete", "/v1/agents/{agentId}").data).toEqualTypeOf<undefined>();
  });

  test("has our errors", () => {
    const { error } = $api.useQuery("get", NUMBERS, { params });
    expectTypeOf<NonNullable<typeof error>["name"]>().toEqualTypeOf<AnyAgentsError["name"]>();
    if (error?.name === "ApiError") expectTypeOf(error.status).toEqualTypeOf<number>();
    if (error instanceof ApiError) expectTypeOf(error.headers.get("etag")).toEqualTypeOf<string | null>();
    if (isAgentsError(error)) expectTypeOf(error).toExtend<AnyAgentsError>();
    expectTypeOf($api.useMutation("delete", NUMBERS).error?.retryable).toEqualTypeOf<boolean | undefined>();
  });

  test("does not compile with a wrong path, method, parameter or body", () => {
    // @ts-expect-error no such path
    $api.useQuery("get", "/v1/agent");
    // @ts-expect-error the path has no PUT
    $api.useMutation("put", "/v1/agents");
    // @ts-expect-error params are required
    $api.useQuery("get", NUMBERS);
    // @ts-expect-error agentId is misspelt
    $api.queryOptions("get", NUMBERS, { params: { path: { agentID: "PROJECT-58RP822I" } } });
    // @ts-expect-error a list, not one number
    $api.useMutation("delete", NUMBERS).mutate({ params, body: { phoneNumbers: "+442071838750" } });
  });
});

describe("swr-openapi", () => {
  const useQuery = createQueryHook(polyai.fetchClient, "polyai");

  test("has the data of the document", () => {
    expectTypeOf(useQuery(NUMBERS, { params }).data).branded.toEqualTypeOf<Numbers | undefined>();
    const useImmutable = createImmutableHook(polyai.fetchClient, "polyai");
    const { data } = useImmutable("/v1/agents");
    expectTypeOf(data).branded.toEqualTypeOf<components["schemas"]["GetAgentsResponse"] | undefined>();
    expectTypeOf(useQuery("/v1/agents/{agentId}/branches", { params }).data).toBeUnknown();
  });

  test("has our errors", () => {
    const { error } = useQuery(NUMBERS, { params });
    if (error?.name === "ApiError") expectTypeOf(error.status).toEqualTypeOf<number>();
    if (error instanceof ApiError) expectTypeOf(error.headers.get("etag")).toEqualTypeOf<string | null>();
  });

  test("does not compile with a wrong path or parameter", () => {
    // @ts-expect-error no such path
    useQuery("/v1/agent");
    // @ts-expect-error params are required
    useQuery(NUMBERS);
    // @ts-expect-error agentId is misspelt
    useQuery(NUMBERS, { params: { path: { agentID: "PROJECT-58RP822I" } } });
    // @ts-expect-error no such path
    createMutateHook(polyai.fetchClient, "polyai", Object.is)()(["/v1/agent"]);
  });
});

describe("fetchClient", () => {
  test("has nothing that changes how calls are sent", () => {
    // @ts-expect-error a middleware would see the key
    polyai.fetchClient.use({});
    // @ts-expect-error so would one taken out again
    polyai.fetchClient.eject({});
    // @ts-expect-error there is a method for each HTTP method
    polyai.fetchClient.request("get", "/v1/agents");
  });
});
