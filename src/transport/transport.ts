import { TimeoutError } from "../errors.js";
import type { Key } from "../key.js";
import type { Settings } from "../options.js";
import { Call, type CallRequest, type Platform, type Reply, type Step } from "./call.js";
import { type Deadline, sleep, withDeadline } from "./deadline.js";
import { exchange } from "./exchange.js";
import { retrying } from "./retry.js";

/** What a transport is made of. */
export type TransportSettings = Pick<Settings, "key" | "fetch" | "onAttempt"> & { readonly keyHeader: string };

export type Transport = (request: CallRequest) => Promise<Reply>;

const system: Platform = { now: () => performance.now(), random: Math.random, sleep };

/** The layers around fetch, innermost first; each stands where it does for the reason above it. */
export function createTransport(settings: TransportSettings, platform: Platform = system): Transport {
  const { key, keyHeader, fetch, onAttempt } = settings;
  // Around the exchange alone: the time for an answer is not spent on finding the key.
  const timed = attemptDeadline(exchange(fetch, keyHeader));
  // Each attempt carries the key of its own time.
  const withKey = keyed(key, timed);
  // Sees each attempt whole, and its failure as a typed error.
  const repeated = retrying(onAttempt, withKey);
  // Whatever of all this waits, for an answer, for the key or between attempts, ends with the deadline of the call.
  return (request) => repeated(new Call(request, platform));
}

function keyed(key: Key, next: Step): Step {
  return async (call) => {
    call.keyGeneration = key.generation();
    const get = async () => key.get(call.request.operation, call.rejected);
    // A key that cannot be renewed is there already.
    call.key = await (call.keyGeneration === undefined ? get() : withDeadline(deadlineOf(call), get));
    return next(call);
  };
}

function attemptDeadline(next: (call: Call, signal: AbortSignal) => Promise<Reply>): Step {
  return (call) => {
    const controller = new AbortController();
    const deadline = deadlineOf(call, call.request.limits.timeout);
    return withDeadline(deadline, () => next(call, controller.signal), controller);
  };
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
