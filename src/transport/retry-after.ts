/** 2³¹ seconds: from here on a wait counts as overflown (RFC 9111, 1.2.2). */
const OVERFLOW_MS = 2 ** 31 * 1000;

/**
 * The wait that a response asks for, in milliseconds: `Retry-After-Ms`, or `Retry-After` in seconds (fractions too) or
 * as an HTTP date (RFC 9110, 10.2.3), which is read against the response's own `Date`, so that a local clock that is
 * off does no harm. Undefined when there is none, or none that makes sense: never zero by mistake.
 */
export function retryAfterMs(headers: Headers, wallClock: number): number | undefined {
  return fromNumber(headers.get("retry-after-ms"), 1) ?? fromRetryAfter(headers, wallClock);
}

function fromRetryAfter(headers: Headers, wallClock: number): number | undefined {
  const value = headers.get("retry-after");
  const seconds = fromNumber(value, 1000);
  if (seconds !== undefined || value === null) return seconds;
  // Date.parse takes nearly anything; an HTTP date begins with the name of a day.
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  // The form of asctime names no zone, and is in GMT all the same (RFC 9110, 5.6.7).
  const until = Date.parse(/GMT$/.test(value) ? value : `${value} GMT`);
  const wait = until - (Number.isNaN(sent) ? wallClock : sent);
  return wait >= 0 && wait < OVERFLOW_MS ? wait : undefined;
}

function fromNumber(value: string | null, unit: number): number | undefined {
  if (value === null || !/^\d+(?:\.\d+)?$/.test(value.trim())) return undefined;
  const ms = Number(value) * unit;
  return ms < OVERFLOW_MS ? Math.ceil(ms) : undefined;
}
