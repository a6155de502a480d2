/** The longest time of setTimeout. A longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** The end of a task: after `ms`, or when `signal` aborts. */
export interface Deadline {
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
  /** Creates the error for a task that has run out of time. */
  expired(): unknown;
}

/**
 * Runs a task until it settles, its time is over, or the caller's signal aborts. The signal that the task gets aborts
 * when the promise rejects. No timer and no listener is left behind. AbortSignal.any and AbortSignal.timeout are not
 * used, since they can be garbage-collected while they are still needed (nodejs/undici#4068).
 *
 * An awaited Promise.race keeps the caller in V8's async stack; `new Promise` around the task would not. For the same
 * reason the error is created after the race.
 */
export async function withDeadline<T>(
  { ms, signal, expired }: Deadline,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw signal.reason;
  // Aborted without a reason, since Node's fetch changes the stack of the reason.
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
 * The tasks to stop when a signal aborts. All tasks of a signal share one listener, which is removed with the last
 * task: Node 20 warns of a memory leak at the eleventh listener.
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
