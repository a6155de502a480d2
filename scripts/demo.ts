/**
 * `npm start`: a tour of the API against a mock server: list numbers, get one, release three, and three calls that fail.
 * `npm start -- --serve [--port 4010]`: only runs the mock server.
 *
 * Your own program makes the same calls. It imports from "polyai-agents" and selects a region:
 * `createAgentsClient({ region: "uk", apiKey: process.env.POLYAI_API_KEY })`.
 */
import { type AgentsClient, ApiError, UsageError } from "../src/index.js";
import { heading, next, note, skipped, table, thrown } from "./demo/output.js";
import { missingFrom } from "./demo/requirements.js";
import { start } from "./demo/start.js";

const PHONE_NUMBERS = "/v1/agents/{agentId}/telephony/phone-numbers";
const PHONE_NUMBER = "/v1/agents/{agentId}/telephony/phone-numbers/{phoneNumber}";
const AGENT_ID = "PROJECT-58RP822I";

await start(process.argv.slice(2), async (polyai) => {
  const phoneNumber = await listNumbers(polyai, AGENT_ID);
  await getNumber(polyai, AGENT_ID, phoneNumber);
  await releaseNumbers(polyai, AGENT_ID);
  await callWithRefusedKey(polyai, AGENT_ID);
  await callWithBrokenKey(polyai, AGENT_ID);
  await releaseNothing(polyai, AGENT_ID);
  next();
});

async function listNumbers(polyai: AgentsClient, agentId: string): Promise<string | undefined> {
  heading("List the phone numbers of an agent");
  const { data } = await polyai.GET(PHONE_NUMBERS, { params: { path: { agentId } } });
  table(data.phoneNumbers, ["number", "clientEnv", "connectorId"]);
  return data.phoneNumbers[0]?.number;
}

async function getNumber(polyai: AgentsClient, agentId: string, phoneNumber: string | undefined): Promise<void> {
  heading("Get the first of these numbers");
  if (phoneNumber === undefined) return skipped("the mock server returned no phone number");
  const { data } = await polyai.GET(PHONE_NUMBER, { params: { path: { agentId, phoneNumber } } });
  table([data], ["number", "clientEnv", "connectorId"]);
}

async function releaseNumbers(polyai: AgentsClient, agentId: string): Promise<void> {
  heading("Release three numbers, one of which cannot be released");
  const missing = missingFrom({ method: "DELETE", path: PHONE_NUMBERS, example: "someNotReleased" });
  if (missing) return skipped(missing);
  note("The mock server stores nothing: the prefer header selects this response.");
  const phoneNumbers = ["+442079460018", "+14155550123", "+442079460999"];
  const { data } = await polyai.DELETE(PHONE_NUMBERS, {
    params: { path: { agentId } },
    body: { phoneNumbers },
    headers: { prefer: "code=200, example=someNotReleased" },
  });
  const released = data.deleted.map((phoneNumber) => ({ phoneNumber, released: "yes", error: undefined }));
  const kept = (data.errors ?? []).map(({ phoneNumber, error }) => ({ phoneNumber, released: "no", error }));
  table([...released, ...kept], ["phoneNumber", "released", "error"]);
}

async function callWithRefusedKey(polyai: AgentsClient, agentId: string): Promise<void> {
  heading("Call with a key that the API rejects");
  const missing = missingFrom({ method: "GET", path: PHONE_NUMBERS, status: 401 });
  if (missing) return skipped(missing);
  note("The mock server accepts any key: the prefer header selects this response too.");
  const stranger = polyai.with({ apiKey: "key-of-another-region" });
  try {
    await stranger.GET(PHONE_NUMBERS, { params: { path: { agentId } }, headers: { prefer: "code=401" } });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    thrown(error);
  }
}

async function callWithBrokenKey(polyai: AgentsClient, agentId: string): Promise<void> {
  heading("Call with a key that ends with a line break");
  try {
    const careless = polyai.with({ apiKey: "key-from-a-file\n" });
    await careless.GET(PHONE_NUMBERS, { params: { path: { agentId } } });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    thrown(error);
  }
}

async function releaseNothing(polyai: AgentsClient, agentId: string): Promise<void> {
  heading("Release an empty list of numbers");
  note("The OpenAPI document requires at least one number. The mock server validates every request.");
  try {
    await polyai.DELETE(PHONE_NUMBERS, { params: { path: { agentId } }, body: { phoneNumbers: [] } });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    thrown(error);
  }
}
