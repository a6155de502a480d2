import { TimeoutError } from "../errors.js";
import type { Key } from "../key.js";
import { type Core, type CoreInit, createCore } from "../openapi-fetch.js";
import type { Settings } from "../settings.js";
import { type Call, type Platform, remainingMs, summaryOf } from "./call.js";
import { type Deadline, sleep, withDeadline } from "./deadline.js";
import { toConnectionError } from "./network.js";
import { readData, toApiError } from "./response.js";
import { type Attempt, type Transport, withRetries } from "./retry.js";
import { createSend, type Send } from "./send.js";

export const systemPlatform: Platform = { now: () => performance.now(), random: Math.random, sleep };

/**
 * Creates the function that carries out calls. From the outside in: retries, the lookup of the key, the deadline of an
 * attempt, openapi-fetch with its middleware, our fetch. All waiting counts against the call's deadline.
 */
export function createTransport(settings: Settings): Transport {
  const exchange = createExchange(createCore(settings.headers), createSend(settings));
  // The key is looked up before the attempt, so that waiting for it takes no time from the response.
  const addKey = async (call: Call) => {
    if (settings.key) call.keys.push(await findKey(settings.key, call));
  };
  const attempt = (call: Call) =>
    withDeadline(deadlineOf(call, call.limits.timeout), (signal) => exchange(call, signal));
  return withRetries(settings, addKey, attempt);
}

/** Creates the function for one attempt: sends the request through openapi-fetch and reads the whole response. */
function createExchange(core: Core, send: Send) {
  return async (call: Call, signal: AbortSignal): ReturnType<Attempt> => {
    const before = call.attempts;
    const { method, path, init } = call;
    const fetch: CoreInit["fetch"] = (request) => send(request, call, signal);
    const { response, error } = await core(method, path, { ...init, fetch, signal });
    // A middleware's Response.error().
    if (response.status === 0) throw toConnectionError(new TypeError("network error"), call);
    if (!response.ok) throw toApiError(response, error, call, call.attempts > before);
    try {
      return { data: await readData(response, call), response };
    } catch (error) {
      throw toConnectionError(error, call);
    }
  };
}

function findKey(key: Key, call: Call): string | Promise<string> {
  return typeof key === "function" ? key() : withDeadline(deadlineOf(call), (signal) => key.get(call, signal));
}

/** The deadline of the whole call, or that of an attempt (`timeout`) if it comes first. */
function deadlineOf(call: Call, timeout?: number): Deadline {
  const { signal, limits } = call;
  const left = remainingMs(call);
  const expired = () => {
    const { idempotent } = call;
    const attemptOnly = timeout !== undefined && timeout < left;
    // During an attempt the request may have reached the server.
    const unsure = timeout !== undefined || call.mayHaveExecuted;
    const summary = summaryOf(call, idempotent || !unsure, unsure);
    call.timeoutError = attemptOnly
      ? new TimeoutError(summary, "attempt", timeout)
      : new TimeoutError(summary, "total", limits.totalTimeout);
    return call.timeoutError;
  };
  return { ms: Math.min(timeout ?? left, left), signal, expired };
}
