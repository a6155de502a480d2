import { type ApiKeyFunction, createKey } from "../../src/key.js";
import { LightRequest } from "../../src/openapi-fetch.js";
import type { Limits, Settings } from "../../src/options.js";
import type { CallRequest, Platform } from "../../src/transport/call.js";
import type { AttemptEvent } from "../../src/transport/retry.js";
import { createTransport } from "../../src/transport/transport.js";

/** What a scripted fetch does in turn: answers, or fails. */
export type Step = Response | Error;

/** An error as undici gives it. */
export function networkError(code: string, syscall?: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
}

/**
 * A transport over scripted answers, with a clock that only sleeping moves, so that waits are data. The last step is
 * repeated when there are more attempts than steps.
 */
export function scripted(
  steps: Step[],
  apiKey: string | ApiKeyFunction = "k",
  answer?: (init: RequestInit) => Promise<Response>,
) {
  const sent: { init: RequestInit; at: number }[] = [];
  const waits: number[] = [];
  const events: AttemptEvent[] = [];
  let clock = 1_000;
  const platform: Platform = {
    now: () => clock,
    random: () => 1,
    sleep: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
  };
  const fetch = (async (_url: string, init: RequestInit) => {
    const step = steps[Math.min(sent.length, steps.length - 1)];
    sent.push({ init, at: clock });
    if (answer) return answer(init);
    if (step instanceof Error) throw step;
    return step?.clone();
  }) as typeof globalThis.fetch;
  const key = createKey("test", apiKey);
  const settings = { ...SETTINGS, key, fetch, onAttempt: (event: AttemptEvent) => void events.push(event) };
  const transport = createTransport(settings, platform);
  const call = ({ limits, ...request }: Partial<Omit<CallRequest, "limits">> & { limits?: Partial<Limits> } = {}) =>
    transport({ ...REQUEST, ...request, limits: { ...LIMITS, ...limits } });
  return { call, sent, waits, events };
}

const LIMITS = { timeout: 30_000, totalTimeout: 90_000, maxRetries: 2 };

const SETTINGS: Omit<Settings, "key" | "fetch" | "onAttempt"> = {
  ...LIMITS,
  api: { servers: {}, apiKeyHeader: "x-api-key", traits: {} },
  allowBrowser: false,
  baseUrl: "https://api.uk.poly.ai",
  headers: {},
  middleware: [],
};

const REQUEST: CallRequest = {
  operation: "GET /v1/agents",
  method: "GET",
  path: "/v1/agents",
  baseUrl: "https://api.uk.poly.ai",
  init: init(undefined),
  signal: undefined,
  idempotent: true,
  traits: {},
  limits: LIMITS,
};

function init(body: string | undefined): CallRequest["init"] {
  return {
    params: {},
    headers: {},
    body,
    middleware: [],
    pathSerializer: () => "https://api.uk.poly.ai/v1/agents",
    querySerializer: () => "",
    bodySerializer: (body) => body,
    Request: LightRequest,
    baseUrl: undefined,
    parseAs: "stream",
  };
}

/** A request of a POST or PATCH that changes something. */
export const WRITE: Partial<CallRequest> = {
  operation: "POST /v1/agents",
  method: "POST",
  idempotent: false,
  init: init('{"a":1}'),
};
