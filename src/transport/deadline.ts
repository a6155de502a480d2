import type { Signal } from "./call.js";

/** setTimeout's longest time; a longer one would fire at once. */
const MAX_TIMER = 2 ** 31 - 1;

/** The end of a task: after `ms`, or when `parent` aborts. */
interface Deadline {
  readonly ms: number;
  readonly parent: Signal | undefined;
  /** What the task then rejects with. */
  expired(): unknown;
}

/**
 * Runs a task until it settles or its deadline is there, and leaves nothing of it behind: no timer, no listener. At the
 * deadline the controller aborts and the promise rejects at once, whether the task heeds the signal or not.
 *
 * Composed by hand, since AbortSignal.any and AbortSignal.timeout can be garbage-collected while they are still needed
 * (nodejs/undici#4068).
 */
export function withDeadline<T>(
  controller: { abort(reason: unknown): void },
  { ms, parent, expired }: Deadline,
  task: () => Promise<T>,
): Promise<T> {
  if (parent?.aborted) return Promise.reject(parent.reason);
  return new Promise<T>((resolve, reject) => {
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
    const releasing =
      <V>(settle: (value: V) => void) =>
      (value: V) => {
        release();
        settle(value);
      };
    task().then(releasing(resolve), releasing(reject));
  });
}

/**
 * An AbortController and its signal for our own layers, which listen one at a time. A platform's own would be a good
 * part of the cost of a call; only fetch needs one.
 */
export class LightController implements Signal {
  aborted = false;
  reason: unknown;
  #listener: (() => void) | undefined;

  abort(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    this.#listener?.();
  }

  addEventListener(_: "abort", listener: () => void): void {
    this.#listener = listener;
  }

  removeEventListener(): void {
    this.#listener = undefined;
  }
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. A task without end, and its deadline. */
export function sleep(ms: number, parent: Signal): Promise<void> {
  const over = {};
  const deadline = { ms, parent, expired: () => over };
  return withDeadline({ abort: () => {} }, deadline, () => new Promise<void>(() => {})).catch((reason) => {
    if (reason !== over) throw reason;
  });
}
