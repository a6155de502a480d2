import { TimeoutError } from "../errors.js";
import type { RenewableKey } from "../key.js";
import type { Settings } from "../options.js";
import { Call, type CallRequest, type Platform } from "./call.js";
import { type Deadline, sleep, withDeadline } from "./deadline.js";
import { exchange } from "./exchange.js";
import { retrying } from "./retry.js";

export type TransportSettings = Pick<Settings, "key" | "fetch" | "onAttempt"> & { readonly keyHeader: string };

const system: Platform = { now: () => performance.now(), random: Math.random, sleep };

/**
 * Repeats an attempt, which finds the key of its own time and exchanges a request for an answer. Whatever of this waits,
 * for the key, for an answer or between attempts, ends with the deadline of the call.
 */
export function createTransport({ key, keyHeader, fetch, onAttempt }: TransportSettings, platform = system) {
  const send = exchange(fetch, keyHeader);
  const carryOut = retrying(onAttempt, async (call) => {
    call.key = typeof key === "function" ? key() : await findKey(key, call);
    // The exchange alone: the time for an answer is not spent on finding the key.
    return withDeadline(deadlineOf(call, call.request.limits.timeout), (signal) => send(call, signal));
  });
  return (request: CallRequest) => carryOut(new Call(request, platform));
}

function findKey(key: RenewableKey, call: Call): Promise<string> {
  call.keyGeneration = key.generation();
  return withDeadline(deadlineOf(call), () => key.get(call.request.operation, call.rejected));
}

/** The deadline of an attempt, if that is given and comes first, or else of the whole call. */
function deadlineOf(call: Call, timeout?: number): Deadline {
  const { left, request } = call;
  const { signal, idempotent, limits } = request;
  const expired = () => {
    if (timeout !== undefined && timeout < left) {
      return new TimeoutError(call.story(idempotent, true), "attempt", timeout);
    }
    // What an attempt has sent may have arrived.
    const unsure = timeout !== undefined || call.mayHaveExecuted;
    return new TimeoutError(call.story(idempotent || !unsure, unsure), "total", limits.totalTimeout);
  };
  return { ms: Math.min(timeout ?? left, left), signal, expired };
}
