import { TimeoutError } from "../errors.js";
import type { Key } from "../key.js";
import type { Settings } from "../options.js";
import { Call, type CallRequest, type Platform, type Reply, type Step } from "./call.js";
import { LightController, sleep, withDeadline } from "./deadline.js";
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
  // Bounds all that: every attempt, every wait, every question for the key.
  return totalDeadline(platform, repeated);
}

function totalDeadline(platform: Platform, next: Step): Transport {
  return (request) => {
    const call = new Call(request, platform);
    const controller = new LightController();
    const { idempotent, signal, limits } = request;
    const expired = () => {
      const unsure = call.inFlight || call.mayHaveExecuted;
      return new TimeoutError(call.story(idempotent || !unsure, unsure), "total", limits.totalTimeout);
    };
    const deadline = { ms: limits.totalTimeout, parent: signal, expired };
    return withDeadline(controller, deadline, () => next(call, controller));
  };
}

function keyed(key: Key, next: Step): Step {
  return async (call, signal) => {
    call.keyGeneration = key.generation();
    const given = key.get(call.request.operation, call.rejected);
    call.key = typeof given === "string" ? given : await given;
    return next(call, signal);
  };
}

function attemptDeadline(next: (call: Call, signal: AbortSignal) => Promise<Reply>): Step {
  return (call, parent) => {
    const controller = new AbortController();
    const ms = call.request.limits.timeout;
    const expired = () => new TimeoutError(call.story(call.request.idempotent, true), "attempt", ms);
    return withDeadline(controller, { ms, parent, expired }, () => next(call, controller.signal));
  };
}
