/** setTimeout's longest time; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Runs a task until it settles, `ms` have passed or `parent` aborts, whichever is first; then nothing of it is left:
 * no timer, no listener. The task's signal aborts in the latter two cases, and the promise rejects at once, whether the
 * task heeds its signal or not.
 *
 * Composed by hand, since AbortSignal.any and AbortSignal.timeout can be garbage-collected while they are still needed
 * (nodejs/undici#4068).
 */
export function withDeadline<T>(
  ms: number,
  parent: AbortSignal | undefined,
  expired: () => Error,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (parent?.aborted) return Promise.reject(parent.reason);
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", onAbort);
    };
    const end = (reason: unknown) => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => end(parent?.reason);
    const timer = ms > MAX_TIMER ? undefined : setTimeout(() => end(expired()), ms);
    parent?.addEventListener("abort", onAbort);
    task(controller.signal).then(
      (value) => {
        release();
        resolve(value);
      },
      (error) => {
        release();
        reject(error);
      },
    );
  });
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
