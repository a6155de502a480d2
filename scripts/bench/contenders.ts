import axios from "axios";
import ky from "ky";
import createClient from "openapi-fetch";
import { createAgentsClient, type paths } from "../../src/index.js";
import { AGENT_ID, API_KEY, BODY, PATH } from "./operation.js";

/** One way of making the call; resolves to the data of the answer. */
export type Contender = () => Promise<unknown>;

/** Where the contenders call, and with which fetch if not the platform's. */
export interface Network {
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Every contender by its name in the tables, each with the options that it has by default. */
export function contenders(network: Network): Record<string, Contender> {
  return {
    "raw fetch": rawFetch(network),
    "hand-written": handWritten(network),
    "polyai-agents": ours(network),
    "openapi-fetch": openapiFetch(network),
    ky: withKy(network),
    axios: withAxios(network),
  };
}

function ours(network: Network): Contender {
  const polyai = createAgentsClient({ ...network, apiKey: API_KEY });
  return async () => (await polyai.DELETE(PATH, { params: { path: { agentId: AGENT_ID } }, body: BODY })).data;
}

function rawFetch({ baseUrl, fetch = globalThis.fetch }: Network): Contender {
  return async () => {
    const response = await fetch(urlOf(baseUrl), initOf());
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
}

/** What people write around fetch: a time for each attempt, and two retries. */
function handWritten({ baseUrl, fetch = globalThis.fetch }: Network): Contender {
  return async () => {
    for (let retry = 1; ; retry++) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(new Error("timeout")), 30_000);
      try {
        const response = await fetch(urlOf(baseUrl), { ...initOf(), signal: controller.signal });
        if (!response.ok) throw new Error(String(response.status));
        return await response.json();
      } catch (error) {
        if (retry > 2) throw error;
      } finally {
        clearTimeout(timer);
      }
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** (retry - 1) * Math.random()));
    }
  };
}

function urlOf(baseUrl: string): string {
  return `${baseUrl}/v1/agents/${encodeURIComponent(AGENT_ID)}/telephony/phone-numbers`;
}

function initOf(): RequestInit {
  const headers = { "x-api-key": API_KEY, "content-type": "application/json" };
  return { method: "DELETE", headers, body: JSON.stringify(BODY) };
}

function openapiFetch(network: Network): Contender {
  const client = createClient<paths>({ ...network, headers: { "x-api-key": API_KEY } });
  return async () => {
    const { data, error } = await client.DELETE(PATH, { params: { path: { agentId: AGENT_ID } }, body: BODY });
    if (error) throw error;
    return data;
  };
}

function withKy({ baseUrl, fetch }: Network): Contender {
  const client = ky.create({ ...(fetch && { fetch }), prefixUrl: baseUrl, headers: { "x-api-key": API_KEY } });
  return () => client.delete(urlOf("").slice(1), { json: BODY }).json();
}

/** With a fetch of its own where one is given, otherwise over node:http as it is by default. */
function withAxios({ baseUrl, fetch }: Network): Contender {
  const client = axios.create({
    baseURL: baseUrl,
    headers: { "x-api-key": API_KEY },
    ...(fetch && { adapter: "fetch", env: { fetch } }),
  });
  return async () => (await client.delete(urlOf(""), { data: BODY })).data;
}
