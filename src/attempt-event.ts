/** Describes one attempt after it has ended. It contains no key, no header and no body. */
export interface AttemptEvent {
  /** Method and path template. */
  readonly operation: string;
  readonly host: string;
  /** 1 for the first request of the call. */
  readonly attempt: number;
  /** The HTTP status; undefined when there was no response. */
  readonly status: number | undefined;
  /** The name of the error that the attempt ended with; undefined when it succeeded. */
  readonly error: string | undefined;
  /** Milliseconds from sending the request to the end of the response. */
  readonly durationMs: number;
  /** Milliseconds until the next attempt; undefined when this was the last. */
  readonly nextInMs: number | undefined;
  /** The server's id for the request, as in {@link ApiError}; undefined when the response has none. */
  readonly requestId: string | undefined;
}
