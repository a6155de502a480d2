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
 * deadline the promise rejects at once, and the task's own signal aborts, as it does when the task fails. By hand, since
 * AbortSignal.any and AbortSignal.timeout can be garbage-collected while they are still needed (nodejs/undici#4068).
 */
export function withDeadline<T>(deadline: Deadline, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { ms, signal, expired } = deadline;
  if (signal?.aborted) return Promise.reject(signal.reason);
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = (reason: unknown) => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => end(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    const timer = ms > MAX_TIMER ? undefined : setTimeout(() => end(expired()), ms);
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    task(controller.signal).then((value) => {
      release();
      resolve(value);
    }, end);
  });
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. A task without end, and its deadline. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const over = {};
  const expired = () => over;
  await withDeadline({ ms, signal, expired }, () => new Promise(() => {})).catch((reason) => {
    if (reason !== over) throw reason;
  });
}
