import axios from "axios";
import ky from "ky";
import createClient from "openapi-fetch";
import { createAgentsClient, type paths } from "../../src/index.js";
import { AGENT_ID, API_KEY, BODY, PATH, URL_PATH } from "./operation.js";
import { OPENAPI_FETCH, OUR_PACKAGE, RAW_FETCH } from "./results.js";

/** Makes the call once; resolves to the data of the response. */
export type Contender = () => Promise<unknown>;

/** The server that a contender calls, and the fetch that replaces the platform's fetch. */
export interface Network {
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Name in the tables → a function that creates the contender with its default options. */
export const CONTENDERS: Readonly<Record<string, (network: Network) => Contender>> = {
  [RAW_FETCH]: withRawFetch,
  "hand-written": withRetryLoop,
  [OUR_PACKAGE]: withOurPackage,
  [OPENAPI_FETCH]: withOpenapiFetch,
  ky: withKy,
  axios: withAxios,
};

/** @throws {Error} if the name is unknown. */
export function createContender(name: string, network: Network): Contender {
  const create = CONTENDERS[name];
  if (!create) throw new Error(`unknown contender ${name}`);
  return create(network);
}

function withOurPackage(network: Network): Contender {
  const polyai = createAgentsClient({ ...network, apiKey: API_KEY });
  return async () => (await polyai.DELETE(PATH, { params: { path: { agentId: AGENT_ID } }, body: BODY })).data;
}

function withRawFetch({ baseUrl, fetch = globalThis.fetch }: Network): Contender {
  return async () => {
    const response = await fetch(baseUrl + URL_PATH, initOf());
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
}

/** Raw fetch with the usual hand-written code: a timeout for each attempt, and two retries. */
function withRetryLoop({ baseUrl, fetch = globalThis.fetch }: Network): Contender {
  return async () => {
    for (let retry = 1; ; retry++) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(new Error("timeout")), 30_000);
      try {
        const response = await fetch(baseUrl + URL_PATH, { ...initOf(), signal: controller.signal });
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

function initOf(): RequestInit {
  const headers = { "x-api-key": API_KEY, "content-type": "application/json" };
  return { method: "DELETE", headers, body: JSON.stringify(BODY) };
}

function withOpenapiFetch(network: Network): Contender {
  const client = createClient<paths>({ ...network, headers: { "x-api-key": API_KEY } });
  return async () => {
    const { data, error } = await client.DELETE(PATH, { params: { path: { agentId: AGENT_ID } }, body: BODY });
    if (error) throw error;
    return data;
  };
}

function withKy({ baseUrl, fetch }: Network): Contender {
  const client = ky.create({ ...(fetch && { fetch }), prefixUrl: baseUrl, headers: { "x-api-key": API_KEY } });
  return () => client.delete(URL_PATH.slice(1), { json: BODY }).json();
}

/** With the given fetch, or by default with node:http and node:https. */
function withAxios({ baseUrl, fetch }: Network): Contender {
  const client = axios.create({
    baseURL: baseUrl,
    headers: { "x-api-key": API_KEY },
    ...(fetch && { adapter: "fetch", env: { fetch } }),
  });
  return async () => (await client.delete(URL_PATH, { data: BODY })).data;
}
