/** A wait is at most 2³¹ seconds, and what is too large to hold counts as that (RFC 9111, 1.2.2). */
const OVERFLOW_MS = 2 ** 31 * 1000;

/**
 * The wait that a response asks for, in milliseconds: `Retry-After-Ms`, or `Retry-After` in seconds (fractions too) or
 * as an HTTP date (RFC 9110, 10.2.3), which is read against the response's own `Date`, so that a local clock that is
 * off does no harm. Undefined when there is none, or none that makes sense: never zero by mistake.
 */
export function retryAfterMs(headers: Headers, wallClock: number): number | undefined {
  const header = (name: string) => headers.get(name) ?? "";
  const number = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);
  const value = header("retry-after");
  const waits = [
    number(header("retry-after-ms")),
    number(value) * 1000,
    dateOf(value) - (dateOf(header("date")) || wallClock),
  ];
  return waits.map((ms) => Math.min(Math.ceil(ms), OVERFLOW_MS)).find((ms) => ms >= 0);
}

/** Date.parse takes nearly anything; an HTTP date begins with the name of a day. NaN when it is none. */
function dateOf(value: string): number {
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return Number.NaN;
  // Not every engine reads a year of more than four digits. The form of asctime names no zone, and is in GMT all the same
  // (RFC 9110, 5.6.7).
  return Date.parse(value.replace(/\b[1-9]\d{4,}/, "9999").replace(/( GMT)?$/, " GMT"));
}
