/** A larger number of seconds counts as 2³¹ (RFC 9111, 1.2.2). */
const OVERFLOW_MS = 2 ** 31 * 1000;

/**
 * The wait that a response asks for, in milliseconds: `Retry-After-Ms`, or `Retry-After` in seconds, or `Retry-After`
 * as an HTTP date (RFC 9110, 10.2.3). A date is compared with the `Date` header, since the local clock may be wrong.
 * Undefined if there is no wait or the value is wrong.
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

/**
 * NaN if the value is not an HTTP date. Date.parse accepts almost anything, but an HTTP date begins with a day's name.
 */
function dateOf(value: string): number {
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return Number.NaN;
  // Some engines cannot read a year of five digits. The asctime format has no time zone, but is in GMT (RFC 9110,
  // 5.6.7).
  return Date.parse(value.replace(/\b[1-9]\d{4,}/, "9999").replace(/( GMT)?$/, " GMT"));
}
