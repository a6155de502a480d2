/** setTimeout's longest time; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** When a task ends: after `ms`, or when `signal` aborts. */
export interface Deadline {
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
  /** Creates the error for a task whose time is over. */
  expired(): unknown;
}

/**
 * Runs a task until it settles, its time is over or the caller's signal aborts. The task's own signal aborts whenever
 * the promise rejects, and no timer and no listener is left. Done by hand, since AbortSignal.any and AbortSignal.timeout
 * can be garbage-collected while they are still needed (nodejs/undici#4068).
 *
 * A race that is awaited keeps the caller in V8's async stack; `new Promise` around the task would not. The error is
 * created after the race for the same reason.
 */
export async function withDeadline<T>(
  { ms, signal, expired }: Deadline,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw signal.reason;
  // Aborted without a reason: Node's fetch rewrites the stack of the reason it rejects with, the caller's included.
  const controller = new AbortController();
  let stop: Stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const stops = signal && stopsOf(signal);
  stops?.add(stop);
  signal?.addEventListener("abort", stops as Stops);
  const timer = ms > MAX_TIMER ? undefined : setTimeout(stop, ms, EXPIRED);
  try {
    return await Promise.race([task(controller.signal), stopped]);
  } catch (error) {
    controller.abort();
    if (signal?.aborted) throw signal.reason;
    throw error === EXPIRED ? expired() : error;
  } finally {
    clearTimeout(timer);
    stops?.delete(stop);
    if (stops?.size === 0) signal?.removeEventListener("abort", stops);
  }
}

const EXPIRED = Symbol("expired");

type Stop = (reason?: unknown) => void;
type Stops = Set<Stop> & EventListenerObject;

/**
 * What ends when a signal aborts. It is one listener, added as long as something is in it, for all tasks that share the
 * signal: Node 20 takes an eleventh listener for a leak and warns.
 */
const STOPS = new WeakMap<AbortSignal, Stops>();

function stopsOf(signal: AbortSignal): Stops {
  const known = STOPS.get(signal);
  if (known) return known;
  const handleEvent = () => {
    for (const stop of stops) stop();
  };
  const stops: Stops = Object.assign(new Set<Stop>(), { handleEvent });
  STOPS.set(signal, stops);
  return stops;
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. A never-ending task with a deadline. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const over = {};
  try {
    await withDeadline({ ms, signal, expired: () => over }, () => new Promise(() => {}));
  } catch (reason) {
    if (reason !== over) throw reason;
  }
}
