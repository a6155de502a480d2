/** The signal of a request, where it has one. */
export type Signal = AbortSignal | undefined;

/** Calls `end` with the signal's reason when it aborts; gives what undoes that. */
export function onAbort(signal: Signal, end: (reason: unknown) => void): () => void {
  const listener = () => end(signal?.reason);
  signal?.addEventListener("abort", listener, { once: true });
  return () => signal?.removeEventListener("abort", listener);
}

const BEGINNING = new TextEncoder().encode('[{"agentId":');

/** A body that begins and does not go on until the signal aborts. */
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

/** A body that begins and breaks off, as undici's do. */
export function cutBody(): ReadableStream<Uint8Array> {
  const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
  return new ReadableStream({
    start: (controller) => controller.enqueue(BEGINNING),
    // Asked for more, once the beginning has been read.
    pull: (controller) => controller.error(new TypeError("terminated", { cause })),
  });
}
