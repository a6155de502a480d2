/** The signal of a request, if any. */
export type Signal = AbortSignal | undefined;

/** Calls `end` with the signal's reason when the signal aborts. Returns a function that removes the listener. */
export function onAbort(signal: Signal, end: (reason: unknown) => void): () => void {
  const listener = () => end(signal?.reason);
  signal?.addEventListener("abort", listener, { once: true });
  return () => signal?.removeEventListener("abort", listener);
}

const BEGINNING = new TextEncoder().encode('[{"agentId":');

/** A body that sends its first bytes, then waits until the signal aborts. */
export function stalledBody(signal: Signal): ReadableStream<Uint8Array> {
  let release = () => {};
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(BEGINNING);
      release = onAbort(signal, (reason) => controller.error(reason));
    },
    cancel: () => release(),
  });
}

/** A body that sends its first bytes, then fails with undici's error for a lost connection. */
export function cutBody(): ReadableStream<Uint8Array> {
  const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
  return new ReadableStream({
    start: (controller) => controller.enqueue(BEGINNING),
    // Runs when the reader has read the first bytes and wants more.
    pull: (controller) => controller.error(new TypeError("terminated", { cause })),
  });
}
