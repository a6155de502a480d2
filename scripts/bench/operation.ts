/** The one call that every contender makes: what it sends and what it is answered with. */
export const PATH = "/v1/agents/{agentId}/telephony/phone-numbers";
export const AGENT_ID = "PROJECT-58RP822I";
export const URL_PATH = `/v1/agents/${AGENT_ID}/telephony/phone-numbers`;
export const API_KEY = "k".repeat(32);
export const BODY = { phoneNumbers: ["+442079460018", "+14155550123"] };

export const ANSWER = JSON.stringify({
  deleted: ["+442079460018"],
  errors: [{ phoneNumber: "+14155550123", error: "not in this agent" }],
});
export const ANSWER_HEADERS = { "content-type": "application/json" };

/** What a request has to be, so that nobody is quick by sending less. */
export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly key: unknown;
  readonly contentType: unknown;
  readonly body: string;
}

/** @throws {Error} when it is not the call that is measured. */
export function verifyRequest({ method, path, key, contentType, body }: Received): void {
  const right =
    method === "DELETE" &&
    path === URL_PATH &&
    key === API_KEY &&
    String(contentType).startsWith("application/json") &&
    body === JSON.stringify(BODY);
  if (!right) throw new Error(`another call than the one measured: ${method} ${path} ${contentType} ${body}`);
}
