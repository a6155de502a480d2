/**
 * What a program may do with the types of the package. packed.test.ts compiles it as a module and as CommonJS, in every
 * resolution, with `declaration: true`: the compiler must be able to write down the type of each export.
 */
import {
  type CallArguments,
  createAgentsClient,
  type DeletePhoneNumbersBody,
  type DeletePhoneNumbersResponse,
  isApiError,
  type PathsWith,
  type paths,
} from "polyai-agents";
import { createOperations } from "polyai-agents/operations";

export const polyai = createAgentsClient({ region: "uk", apiKey: () => "key" });
export const { GET, POST, DELETE } = polyai;
export const agents = createOperations(polyai);
export const { deletePhoneNumbers } = agents;
export const ofAgent = polyai.with({ path: { agentId: "PROJECT-58RP822I" } });
export const agentsOfAgent = createOperations(ofAgent);

const params = { path: { agentId: "PROJECT-58RP822I" } };
const PATH = "/v1/agents/{agentId}/telephony/phone-numbers";

/** Fields without a written type. */
export class Numbers {
  client = polyai;
  remove = polyai.DELETE;
  byName = agents;
  list = () => polyai.GET(PATH, { params });

  async release(body: DeletePhoneNumbersBody): Promise<DeletePhoneNumbersResponse> {
    const { data } = await this.byName.deletePhoneNumbers({ params, body });
    return data;
  }
}

/** A team's own generic function. */
export async function get<P extends PathsWith<paths, "get">>(path: P, ...init: CallArguments<paths, "get", P>) {
  const { data } = await polyai.GET(path, ...init);
  return data;
}

export async function remove<P extends PathsWith<paths, "delete">>(
  path: P,
  ...init: CallArguments<paths, "delete", P>
) {
  return (await polyai.DELETE(path, ...init)).data;
}

export async function numbers(): Promise<string[]> {
  const { phoneNumbers } = await get(PATH, { params });
  await remove(PATH, { params, body: { phoneNumbers: [] } });
  await agentsOfAgent.deletePhoneNumbers({ body: { phoneNumbers: [] } });
  return phoneNumbers.map(({ number }) => number);
}

export function isBadRequest(error: unknown): number | undefined {
  return isApiError(error, "DELETE /v1/agents/{agentId}/telephony/phone-numbers", 400) ? error.status : undefined;
}

export function refused() {
  // @ts-expect-error the body has no such property
  const body: DeletePhoneNumbersBody = { numbers: [] };
  // @ts-expect-error no such operation
  agents.deletePhoneNumbersOf({ params, body });
  // @ts-expect-error the body is required
  agents.deletePhoneNumbers({ params });
  // @ts-expect-error params are required
  get(PATH);
  // @ts-expect-error no such operation
  isApiError(new Error("other"), "DELETE /v1/phone-numbers");
}
