import { TimeoutError } from "../errors.js";
import type { Key } from "../key.js";
import { type Call, type Layer, type Platform, storyOf, type Transport } from "./call.js";
import { sleep, withDeadline } from "./deadline.js";
import { exchange } from "./exchange.js";
import { type AttemptEvent, retrying } from "./retry.js";

/** What a transport is made of. */
export interface TransportSettings {
  readonly key: Key;
  readonly keyHeader: string;
  readonly fetch: typeof globalThis.fetch;
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
}

export const systemPlatform: Platform = { now: () => performance.now(), random: Math.random, sleep };

/** The layers around fetch, outermost first; each stands where it does for the reason beside it. */
export function createTransport(settings: TransportSettings, platform: Platform = systemPlatform): Transport {
  const { key, keyHeader, fetch, onAttempt } = settings;
  const layers: Layer[] = [
    totalDeadline(platform), // bounds all that follows: every attempt, every wait, every question for the key
    retrying(key.renewable, onAttempt, platform), // sees each attempt whole, and as a typed error
    keyed(key, keyHeader), // inside retry: each attempt carries the key of its own time
    attemptDeadline(platform), // inside key: the time for an answer is not spent on finding the key
  ];
  return layers.reduceRight<Transport>((next, layer) => layer(next), exchange(fetch, platform));
}

function totalDeadline(platform: Platform): Layer {
  return (next) => (call) => {
    const expired = () => {
      const unsure = call.progress.inFlight || call.progress.mayHaveExecuted;
      return new TimeoutError(
        storyOf(call, platform.now(), call.idempotent || !unsure, unsure),
        "total",
        call.totalTimeout,
      );
    };
    return withDeadline(call.totalTimeout, call.signal, expired, (signal) => next({ ...call, signal }));
  };
}

function attemptDeadline(platform: Platform): Layer {
  return (next) => (call) => {
    const expired = () =>
      new TimeoutError(storyOf(call, platform.now(), call.idempotent, true), "attempt", call.timeout);
    return withDeadline(call.timeout, call.signal, expired, (signal) => next({ ...call, signal }));
  };
}

function keyed(key: Key, header: string): Layer {
  // Which renewal the key of a call's last attempt came from.
  const generations = new WeakMap<Call["progress"], number>();
  return (next) => async (call) => {
    const { operation, progress } = call;
    let secret: string;
    if (progress.renewal === "due") {
      progress.renewal = "done";
      secret = await key.renew(operation, generations.get(progress) ?? 0);
    } else {
      if (key.renewable) generations.set(progress, key.generation());
      const given = key.get(operation);
      secret = typeof given === "string" ? given : await given;
    }
    call.signal?.throwIfAborted();
    const headers = new Headers(call.headers);
    headers.set(header, secret);
    return next({ ...call, headers, secret });
  };
}
