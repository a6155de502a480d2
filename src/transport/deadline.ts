/** setTimeout's longest time; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** The end of a task: after `ms`, or when `signal` aborts. */
export interface Deadline {
  readonly ms: number;
  readonly signal: AbortSignal | undefined;
  /** What the task rejects with when the time is over. */
  expired(): unknown;
}

/**
 * Runs a task until it settles or its deadline is there, and leaves nothing of it behind: no timer, no listener. At the
 * deadline the controller aborts and the promise rejects at once, whether the task heeds the controller or not.
 *
 * Composed by hand, since AbortSignal.any and AbortSignal.timeout can be garbage-collected while they are still needed
 * (nodejs/undici#4068).
 */
export function withDeadline<T>(
  { ms, signal, expired }: Deadline,
  task: () => Promise<T>,
  controller?: AbortController,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const end = (reason: unknown) => {
      release();
      reject(reason);
      controller?.abort(reason);
    };
    const onAbort = () => end(signal?.reason);
    const timer = ms > MAX_TIMER ? undefined : setTimeout(() => end(expired()), ms);
    signal?.addEventListener("abort", onAbort);
    const releasing =
      <V>(settle: (value: V) => void) =>
      (value: V) => {
        release();
        settle(value);
      };
    task().then(releasing(resolve), releasing(reject));
  });
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. A task without end, and its deadline. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const over = {};
  return withDeadline({ ms, signal, expired: () => over }, () => new Promise<void>(() => {})).catch((reason) => {
    if (reason !== over) throw reason;
  });
}
