/** The one call that every contender makes, and its response. */
import { isDeepStrictEqual } from "node:util";

export const PATH = "/v1/agents/{agentId}/telephony/phone-numbers";
export const OPERATION_ID = "deletePhoneNumbers";
export const AGENT_ID = "PROJECT-58RP822I";
export const URL_PATH = PATH.replace("{agentId}", AGENT_ID);
export const API_KEY = "k".repeat(32);
export const BODY = { phoneNumbers: ["+442079460018", "+14155550123"] };

export const ANSWER = JSON.stringify({
  deleted: ["+442079460018"],
  errors: [{ phoneNumber: "+14155550123", error: "not in this agent" }],
});
export const ANSWER_HEADERS = { "content-type": "application/json" };
const DATA = JSON.parse(ANSWER);

/** The parts of a request that are checked. */
export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly key: unknown;
  readonly contentType: unknown;
  readonly body: string;
}

/** @throws {Error} if the request is not the measured call: a contender must not be faster because it sends less. */
export function verifyRequest({ method, path, key, contentType, body }: Received): void {
  const right =
    method === "DELETE" &&
    path === URL_PATH &&
    key === API_KEY &&
    String(contentType).startsWith("application/json") &&
    body === JSON.stringify(BODY);
  if (!right) throw new Error(`this is not the measured call: ${method} ${path} ${contentType} ${body}`);
}

/** @throws {Error} if a contender returns other data than the response has. */
export function verifyData(contender: string, data: unknown): void {
  if (!isDeepStrictEqual(data, DATA)) throw new Error(`${contender} returns other data: ${JSON.stringify(data)}`);
}
